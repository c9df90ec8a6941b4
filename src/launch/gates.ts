import { and, countDistinct, eq } from "drizzle-orm";
import { words } from "@/i18n/words";
import { person } from "@/members/schema";
import type { Reader } from "@/platform/database/client";
import { openHarassmentReports } from "@/posts/moderation/facts";
import { readinessAt } from "@/readiness/queries";
import { type GateRecord, gateRecord } from "@/readiness/record";
import { asksIn, liveAdmission } from "@/stages/reasons";
import { admission } from "@/stages/schema";
import { rung, STAGES, type Stage } from "@/stages/shape";
import { stepKind } from "./step";
import type { GatesView, GateView } from "./views";

/** A circle is founded with at least this many people (the article's smallest working circle). */
export const FOUNDERS_MIN = 5;

/** The version of groundwork's own two gates. */
const GROUNDWORK_RULE = "2026.1";

/**
 * The gates before a stage, measured now. A skip is judged by the gates of the last step that it takes, which ask for
 * the most, and by groundwork's own when it starts there. Back down no gate stands: null.
 * @param move from where to where, and the moment
 */
export async function gatesFor(db: Reader, move: { from: Stage; to: Stage; at: Date }): Promise<GatesView | null> {
  const kind = stepKind(move.from, move.to);
  if (kind === "same" || kind === "back") return null;
  const founding = move.from === "groundwork" ? await groundworkGates(db, move.at) : null;
  if (move.to === "founding") return founding === null ? null : held(founding, await openHarassmentReports(db));
  const step = STAGES[rung(move.to) - 1] ?? move.from;
  const measured = { ...(await readinessAt(db, { at: move.at, stage: step })), step };
  return founding === null ? measured : held(together(founding, measured), await openHarassmentReports(db));
}

/** While somebody's report of harassment is open, no more people are let in: the flip needs a reason. */
function held(gates: GatesView, reports: number): GatesView {
  if (reports === 0) return gates;
  const text = inBoth("launch.gates.reportsHold", { count: reports });
  return { ...gates, ready: false, sentence: text, blocking: [...gates.blocking, { key: "reports", text }] };
}

function together(first: GatesView, last: GatesView): GatesView {
  return {
    ...last,
    ready: first.ready && last.ready,
    sentence: first.ready ? last.sentence : first.sentence,
    gates: [...first.gates, ...last.gates],
    blocking: [...first.blocking, ...last.blocking],
  };
}

/** Groundwork has no figures of a list: people who were asked in, and talks that were had. */
async function groundworkGates(db: Reader, at: Date): Promise<GatesView> {
  const invited = await peopleInvited(db, at);
  const enough = invited >= FOUNDERS_MIN;
  const values = { invited, least: FOUNDERS_MIN };
  const gates: GateView[] = [
    {
      key: "G1",
      name: inBoth("launch.gates.invitedName"),
      role: "core",
      parts: [
        {
          key: "invited",
          unit: "people",
          value: invited,
          n: null,
          low: null,
          threshold: FOUNDERS_MIN,
          target: null,
          holds: enough,
        },
      ],
      verdict: enough ? "pass" : "notYet",
      sentence: inBoth(enough ? "launch.gates.invitedPass" : "launch.gates.invitedNotYet", values),
      acts: enough ? [] : [{ key: "invite", text: inBoth("launch.gates.invitedAct") }],
    },
    {
      key: "G2",
      name: inBoth("launch.gates.talksName"),
      role: "info",
      parts: [],
      verdict: "notMeasured",
      sentence: inBoth("launch.gates.talksNotMeasured"),
      acts: [],
    },
  ];
  return {
    at: at.toISOString(),
    step: "groundwork",
    ready: enough,
    ruleVersion: GROUNDWORK_RULE,
    sentence: inBoth(enough ? "launch.gates.groundworkReady" : "launch.gates.groundworkNotReady", values),
    gates,
    evaluations: [],
    blocking: enough ? [] : [{ key: "G1", text: inBoth("launch.gates.invitedNotYet", values) }],
  };
}

async function peopleInvited(db: Reader, at: Date): Promise<number> {
  const [row] = await db
    .select({ n: countDistinct(admission.personId) })
    .from(admission)
    .innerJoin(person, eq(person.id, admission.personId))
    .where(and(asksIn("team", "member"), liveAdmission(at)));
  return row?.n ?? 0;
}

/** What a flip keeps of the gates. */
export function gateRecords(gates: GatesView | null): GateRecord[] {
  return (gates?.gates ?? []).map(({ key, role, verdict, parts }) => gateRecord({ key, role, verdict, parts }));
}

function inBoth(key: Parameters<ReturnType<typeof words>>[0], values?: Record<string, number>) {
  return { en: words("en")(key, values), fr: words("fr")(key, values) };
}
