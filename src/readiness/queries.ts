import { count, eq, sql } from "drizzle-orm";
import { person } from "@/members/schema";
import type { Reader } from "@/platform/database/client";
import { admittedAt } from "@/stages/admitted";
import { currentStage, type StageView } from "@/stages/queries";
import type { Stage } from "@/stages/shape";
import { assess } from "./assess";
import { loadHistory, teamSpans } from "./load";
import type { Readiness } from "./shape";
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
 * The setting of a moment. Before the present stage began, an imported history is judged: nobody had access then, the
 * community's own beginning counts as the stage's, and groundwork, which no figure judges, is read as the founding
 * circle. At groundwork itself nobody has access yet and the talk goes by mail, so the same holds for both.
 */
export async function settingAt(db: Reader, ask: ReadinessAsk): Promise<Setting> {
  const state = await currentStage(db);
  const isPast = ask.at < state.since;
  const looksBack = isPast && state.stage === "groundwork" ? "founding" : state.stage;
  const stage = ask.stage ?? looksBack;
  const isOpen = !isPast && state.stage !== "groundwork";
  return {
    stage,
    stageSince: isOpen ? state.since.getTime() : null,
    population: isOpen ? await peopleWithAccess(db, state, ask.at) : null,
    team: ask.team ?? (await teamSpans(db, ask.at.getTime())),
    teamFrom: ask.team ? "named" : "roles",
  };
}

/** P: how many people have access at a stage. */
async function peopleWithAccess(db: Reader, { stage, audience }: StageView, at: Date): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(person)
    .where(sql`${eq(person.kind, "human")} and ${admittedAt(stage, audience, at)}`);
  return row?.n ?? 0;
}
