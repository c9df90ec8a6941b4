import { and, eq, sql } from "drizzle-orm";
import { words } from "@/i18n/words";
import type { doorLetterChanged, doorLetterWritten } from "@/launch/door/events";
import { followersWaiting } from "@/launch/door/follow";
import { doorLetterById } from "@/launch/door/letters";
import { paths } from "@/paths";
import type { Tx } from "@/platform/database/client";
import { env } from "@/platform/env";
import type { Told } from "@/platform/events/reaction";
import type { Id } from "@/platform/ids";
import { addressees } from "./addressees";
import { followerFoot, followerHeaders } from "./followers";
import { letter } from "./schema";
import type { Dropped } from "./shape";
import { writeLetter } from "./write-letter";

/** The same letter reaches an address once, however often it is told of. */
const reasonOf = (id: string) => `door-letter:${id}`;

/** What the hosts wrote to those who wait, by mail to those who follow and wait still. */
export async function sendDoorLetter(tx: Tx, event: Told<typeof doorLetterWritten.shape>): Promise<void> {
  if (!event.payload.byMail) return;
  const said = await doorLetterById(tx, event.subjectId as Id<"door-letter">);
  if (said === null) return;
  const url = `${env().APP_URL}${paths.waiting()}`;
  for (const to of await addressees(tx, await followersWaiting(tx))) {
    const t = words(to.locale);
    await writeLetter(
      tx,
      { kind: "door-letter", reason: reasonOf(said.id) },
      to,
      {
        subject: said.title,
        greeting: t("mail.greeting", { name: to.name }),
        paragraphs: [],
        prose: { text: said.body, html: `<div lang="${said.language}">${said.bodyHtml}</div>` },
        action: { label: t("mail.followers.action"), url },
        signature: said.by === null ? t("mail.signedByHosts") : t("mail.signed", { host: said.by }),
        ...followerFoot(t, to.personId),
      },
      { headers: followerHeaders(to.personId) },
    );
  }
}

/** A letter that was taken down leaves no more, where it has not left. */
export async function dropDoorLetter(tx: Tx, event: Told<typeof doorLetterChanged.shape>): Promise<void> {
  if (!event.payload.takenDown) return;
  const problem: Dropped = "taken-down";
  await tx
    .update(letter)
    .set({ state: "dropped", problem })
    .where(and(sql`${letter.reason} = ${reasonOf(event.subjectId)}`, eq(letter.state, "waiting")));
}
