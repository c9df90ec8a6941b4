import { count, eq, sql } from "drizzle-orm";
import { overduePromises } from "@/feedback/promised/standing";
import { person } from "@/members/schema";
import type { Reader } from "@/platform/database/client";
import { openHarassmentReports } from "@/posts/moderation/facts";
import { admittedAsOf } from "@/stages/admitted";
import type { StageView } from "@/stages/queries";
import type { Stage } from "@/stages/shape";
import { assess, type Block } from "./assess";
import { calendarOf, linesAt } from "./calendar/load";
import type { Calendar } from "./calendar/spans";
import type { Facts } from "./facts";
import { holdsAt } from "./holds";
import { loadHistory, teamSpans } from "./load";
import { loadFacts } from "./load-facts";
import type { Readiness } from "./shape";
import { stageAt } from "./stage-at";
import type { TeamSpan } from "./view";

export type ReadinessAsk = {
  readonly at: Date;
  /** The stage to judge; the present one when left out. */
  readonly stage?: Stage;
  /** Stands for the team, where a history was imported and nobody's role is known. */
  readonly team?: readonly TeamSpan[];
  /** One evaluation decides, instead of several in a row. */
  readonly single?: boolean;
};

/** What the database knows besides the talk: which stage is judged, since when, for how many, with which team. */
export type Setting = {
  readonly stage: Stage;
  readonly stageSince: number | null;
  readonly population: number | null;
  readonly team: readonly TeamSpan[] | null;
  readonly teamFrom: "roles" | "named";
  readonly calendar: Calendar;
  readonly facts: Facts | null;
  readonly holds: readonly Block[];
};

/**
 * Whether the figures let the next stage open, at any moment past or present: the one answer that the page, the
 * command line and the flip share.
 * @returns the gates with figures and sentences in both languages, and what stands in the way
 */
export async function readinessAt(db: Reader, ask: ReadinessAsk): Promise<Readiness> {
  const setting = await settingAt(db, ask);
  const history = await loadHistory(db, ask.at.getTime());
  return assess(history, { ...setting, at: ask.at.getTime(), single: ask.single });
}

/**
 * The setting of a moment. Before any stage was opened an imported history is judged: nobody had access then, the
 * community's own beginning counts as the stage's, nothing but the talk is known, and groundwork, which no figure
 * judges, is read as the founding circle. At groundwork itself the talk goes by mail, so the same holds for both.
 */
export async function settingAt(db: Reader, ask: ReadinessAsk): Promise<Setting> {
  const { since, imported, ...state } = await stageAt(db, ask.at);
  const looksBack = imported && state.stage === "groundwork" ? "founding" : state.stage;
  const stage = ask.stage ?? looksBack;
  const isOpen = !imported && state.stage !== "groundwork";
  const lines = await linesAt(db, ask.at);
  const known = isOpen ? await loadFacts(db, state, ask.at) : null;
  return {
    stage,
    stageSince: isOpen ? since.getTime() : null,
    population: isOpen ? await peopleWithAccess(db, state, ask.at) : null,
    team: ask.team ?? (await teamSpans(db, ask.at.getTime())),
    teamFrom: ask.team ? "named" : "roles",
    calendar: calendarOf(lines, known?.siteOf ?? new Map()),
    facts: known?.facts ?? null,
    holds: isOpen ? holdsAt(ask.at.getTime(), lines, await countsAt(db, ask.at)) : [],
  };
}

/** What the holds count. */
async function countsAt(db: Reader, at: Date): Promise<{ reports: number; overdue: number }> {
  return { reports: await openHarassmentReports(db, at), overdue: await overduePromises(db, at) };
}

/** P: how many people have access at a stage. */
async function peopleWithAccess(
  db: Reader,
  { stage, audience }: Pick<StageView, "stage" | "audience">,
  at: Date,
): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(person)
    .where(sql`${eq(person.kind, "human")} and ${admittedAsOf(stage, audience, at)}`);
  return row?.n ?? 0;
}
