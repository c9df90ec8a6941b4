import { eq, type SQL, sql } from "drizzle-orm";
import type { Locale } from "@/i18n/locale";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { launchState } from "../schema";
import type { Stage } from "../shape";
import { stageAnnouncement } from "./schema";
import { ANNOUNCED_MS } from "./shape";
import type { SaidView } from "./views";

type Said = SaidView & { readonly text: string };

const WORDS = {
  en: { text: stageAnnouncement.english, html: stageAnnouncement.englishHtml },
  fr: { text: stageAnnouncement.french, html: stageAnnouncement.frenchHtml },
};

/** An announcement for a reader of a language: where it is empty in that, in the other. On `stage_announcement`. */
function saidIn(locale: Locale): SQL<Said> {
  const as = (lang: Locale) => sql`jsonb_build_object('lang', ${lang}::text, 'html', ${WORDS[lang].html},
    'text', ${WORDS[lang].text})`;
  const other = locale === "en" ? "fr" : "en";
  // One level deep: Drizzle takes the table's name from columns at the top of a selected expression.
  return sql<Said>`(${sql`case when ${WORDS[locale].text} = '' then ${as(other)} else ${as(locale)} end`})`;
}

/** What is said when a stage opens, for readers of each language; null for nothing. */
export async function announcementOf(db: Reader, stage: Stage): Promise<Record<Locale, Said> | null> {
  const [row] = await db
    .select({ en: saidIn("en"), fr: saidIn("fr") })
    .from(stageAnnouncement)
    .where(eq(stageAnnouncement.stage, stage));
  return row ?? null;
}

/** The announcement of the present stage in its first days, as an expression that stands anywhere; null afterwards. */
export function announcedNow(locale: Locale): SQL<SaidView | null> {
  const since = new Date(now().getTime() - ANNOUNCED_MS).toISOString();
  const said = sql`select ${saidIn(locale)} from ${stageAnnouncement}
    join ${launchState} on ${launchState.stage} = ${stageAnnouncement.stage}
    where ${launchState.since} > ${since}::timestamptz`;
  return sql<SaidView | null>`(${said})`;
}
