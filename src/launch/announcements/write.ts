import { eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { record } from "@/platform/events/event";
import { render } from "@/posts/render";
import { stageAnnouncement } from "@/stages/announced/schema";
import { announcementWritten } from "./events";
import type { AnnouncementInput } from "./shape";

/** How an announcement will stand, one language below the other. */
export function lookOf({ english, french }: Pick<AnnouncementInput, "english" | "french">): string {
  const said = [
    ["en", english],
    ["fr", french],
  ] as const;
  return said
    .filter(([, words]) => words !== "")
    .map(([lang, words]) => `<div lang="${lang}">${render(words).bodyHtml}</div>`)
    .join("<hr>");
}

/** Writes what is said when a stage opens, in the place of what stood there; no words at all take it away. */
export async function writeAnnouncement(act: Act, { stage, english, french }: AnnouncementInput): Promise<void> {
  const empty = english === "" && french === "";
  const words = { english, french, englishHtml: render(english).bodyHtml, frenchHtml: render(french).bodyHtml };
  const row = { ...words, writtenBy: act.actor, writtenAt: now() };
  if (empty) await act.tx.delete(stageAnnouncement).where(eq(stageAnnouncement.stage, stage));
  else
    await act.tx
      .insert(stageAnnouncement)
      .values({ stage, ...row })
      .onConflictDoUpdate({ target: stageAnnouncement.stage, set: row });
  await record(act, announcementWritten, stage, { empty });
}
