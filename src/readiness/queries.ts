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
import { isStep } from "./rules";
import type { Readiness } from "./shape";
import { stageAt } from "./stage-at";
import type { TeamSpan } from "./view";

export type ReadinessAsk = {
  readonly at: Date;
  /** The stage to judge; the present one when left out. */
  readonly stage?: Stage;
  /** Stands for the team, where a history was imported and nobody's role is known. */
  readonly team?: readonly TeamSpan[];
  /** When the step was taken, to ask of it later: the stage is as old as the one that was left has become. */
  readonly takenAt?: Date;
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
  readonly asksUnmeasured: boolean;
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
 * judges, is read as the founding circle. At groundwork itself the talk goes by mail, so the same holds for both; but a
 * step out of a later stage, asked about there, skips what only an open stage can show. So everything that it asks holds
 * it back, as it would from the stage that is skipped, and what nothing measures too. A named team is an import's.
 */
export async function settingAt(db: Reader, ask: ReadinessAsk): Promise<Setting> {
  const { since, imported, ...state } = await stageAt(db, ask.at);
  const looksBack = imported && state.stage === "groundwork" ? "founding" : state.stage;
  const stage = ask.stage ?? looksBack;
  const isOpen = !imported && state.stage !== "groundwork";
  const skips = !imported && !isOpen && skipsAhead(ask);
  const lines = await linesAt(db, ask.at);
  const known = isOpen ? await loadFacts(db, state, ask.at) : null;
  return {
    stage,
    stageSince: await sinceFor(db, ask.takenAt, isOpen ? since : null),
    population: isOpen ? await peopleWithAccess(db, state, ask.at) : null,
    team: ask.team ?? (await teamSpans(db, ask.at.getTime())),
    teamFrom: ask.team ? "named" : "roles",
    calendar: calendarOf(lines, known?.siteOf ?? new Map()),
    facts: known?.facts ?? null,
    asksUnmeasured: skips,
    holds: isOpen || skips ? holdsAt(ask.at.getTime(), lines, await countsAt(db, ask.at)) : [],
  };
}

/** Whether a later step is asked about, and not of an imported history. */
function skipsAhead({ stage, team }: ReadinessAsk): boolean {
  return team === undefined && stage !== undefined && isStep(stage);
}

/** Since when the stage has stood; of a step that was taken, the one that it left. Null where none was open. */
async function sinceFor(db: Reader, takenAt: Date | undefined, present: Date | null): Promise<number | null> {
  if (takenAt === undefined) return present?.getTime() ?? null;
  const { stage, since, imported } = await stageAt(db, new Date(takenAt.getTime() - 1));
  return imported || stage === "groundwork" ? null : since.getTime();
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
