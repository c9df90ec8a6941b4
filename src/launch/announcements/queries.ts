import { eq } from "drizzle-orm";
import { person } from "@/members/schema";
import type { Reader } from "@/platform/database/client";
import { stageAnnouncement } from "@/stages/announced/schema";
import { STAGES } from "@/stages/shape";
import type { AnnouncementView } from "./views";

/** What is said at each stage, from the first to the last. */
export async function announcements(db: Reader): Promise<AnnouncementView[]> {
  const rows = await db
    .select({ words: stageAnnouncement, by: person.displayName })
    .from(stageAnnouncement)
    .leftJoin(person, eq(person.id, stageAnnouncement.writtenBy));
  return STAGES.map((stage) => {
    const row = rows.find(({ words }) => words.stage === stage);
    if (row === undefined)
      return { stage, english: "", french: "", englishHtml: "", frenchHtml: "", by: null, at: null };
    const { english, french, englishHtml, frenchHtml, writtenAt } = row.words;
    return { stage, english, french, englishHtml, frenchHtml, by: row.by, at: writtenAt };
  });
}
