import { eq, type SQL, sql } from "drizzle-orm";
import { person } from "@/members/schema";
import type { Reader } from "@/platform/database/client";
import { STAGES, type Stage } from "@/stages/shape";
import { stageAnnouncement } from "./schema";
import { ANNOUNCED_MS } from "./shape";
import type { AnnouncedView, AnnouncementView } from "./views";

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

/** What is said when a stage opens, or null. */
export async function announcementOf(
  db: Reader,
  stage: Stage,
): Promise<{ words: AnnouncedView; html: AnnouncedView } | null> {
  const [row] = await db.select().from(stageAnnouncement).where(eq(stageAnnouncement.stage, stage));
  if (row === undefined) return null;
  const { english: en, french: fr, englishHtml, frenchHtml } = row;
  return {
    words: { en: en === "" ? fr : en, fr: fr === "" ? en : fr },
    html: { en: en === "" ? frenchHtml : englishHtml, fr: fr === "" ? englishHtml : frenchHtml },
  };
}

/**
 * The announcement of the present stage in its first days, as a column beside `launch_state l`: for the passport, which
 * every page reads anyway.
 */
export function announcedNow(at: Date): SQL {
  const since = new Date(at.getTime() - ANNOUNCED_MS).toISOString();
  return sql`(select jsonb_build_object(
      'en', case when s.english = '' then s.french_html else s.english_html end,
      'fr', case when s.french = '' then s.english_html else s.french_html end)
    from stage_announcement s where s.stage = l.stage and l.since > ${since}::timestamptz) as announced`;
}
