import { and, countDistinct, eq, sql } from "drizzle-orm";
import { words } from "@/i18n/words";
import { person } from "@/members/schema";
import type { Reader } from "@/platform/database/client";
import { event } from "@/platform/events/schema";
import { openHarassmentReports } from "@/posts/moderation/facts";
import { readinessAt } from "@/readiness/queries";
import { type GateRecord, gateRecord } from "@/readiness/record";
import { asksIn, liveAdmission } from "@/stages/reasons";
import { admission } from "@/stages/schema";
import type { Stage } from "@/stages/shape";
import { stepKind, stepTo } from "./step";
import type { GatesView, GateView } from "./views";

/** A circle is founded with at least this many people (the article's smallest working circle). */
export const FOUNDERS_MIN = 5;

/** A talk was had with at least this share of them. */
const TALKS_MIN = 0.8;

/** The version of groundwork's own two gates. */
const GROUNDWORK_RULE = "2026.1";

/**
 * The gates before a stage, measured now. A skip is judged by the gates of the last step that it takes, which ask for
 * the most, and by groundwork's own when it starts there. Back down no gate stands: null.
 * @param move from where to where, and the moment
 * @param takenAt when a step was taken, to ask later what its gates say
 */
export async function gatesFor(
  db: Reader,
  move: { from: Stage; to: Stage; at: Date },
  takenAt?: Date,
): Promise<GatesView | null> {
  const kind = stepKind(move.from, move.to);
  if (kind === "same" || kind === "back") return null;
  const founding = move.from === "groundwork" ? await groundworkGates(db, move.at) : null;
  if (move.to === "founding") return founding === null ? null : held(founding, await openHarassmentReports(db));
  const step = stepTo(move.to);
  const measured = { ...(await readinessAt(db, { at: move.at, stage: step, takenAt })), step };
  return founding === null ? measured : together(founding, measured);
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
  const { invited, talked } = await peopleInvited(db, at);
  const enough = invited >= FOUNDERS_MIN;
  const values = { invited, least: FOUNDERS_MIN };
  const talks = talksGate(invited, talked);
  const isMet = enough && talks.verdict === "pass";
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
    talks,
  ];
  return {
    at: at.toISOString(),
    step: "groundwork",
    ready: isMet,
    ruleVersion: GROUNDWORK_RULE,
    sentence: enough
      ? isMet
        ? inBoth("launch.gates.groundworkReady")
        : talks.sentence
      : inBoth("launch.gates.groundworkNotReady", values),
    gates,
    evaluations: [],
    blocking: gates.filter(({ verdict }) => verdict !== "pass").map(({ key, sentence }) => ({ key, text: sentence })),
  };
}

/** A real talk with most of those who were asked in: a circle is founded by people who were met. */
function talksGate(invited: number, talked: number): GateView {
  const share = invited === 0 ? 0 : talked / invited;
  const holds = invited > 0 && share >= TALKS_MIN;
  const values = { invited, talked, least: Math.ceil(TALKS_MIN * invited) };
  const sentence = holds ? "launch.gates.talksPass" : "launch.gates.talksNotYet";
  return {
    key: "G2",
    name: inBoth("launch.gates.talksName"),
    role: "core",
    parts: [
      {
        key: "talked",
        unit: "share",
        value: invited === 0 ? null : share,
        n: invited,
        low: null,
        threshold: TALKS_MIN,
        target: null,
        holds,
      },
    ],
    verdict: holds ? "pass" : "notYet",
    sentence: inBoth(invited === 0 ? "launch.gates.talksNobody" : sentence, values),
    acts: holds ? [] : [{ key: "noteTalks", text: inBoth("launch.gates.talksAct") }],
  };
}

/**
 * How many people were asked in, and with how many of them a host noted a talk. The journal stands in a later room, and
 * its words are its host's alone: what reaches this one are the events.
 */
async function peopleInvited(db: Reader, at: Date): Promise<{ invited: number; talked: number }> {
  const moment = sql`${at.toISOString()}::timestamptz`;
  const noted = sql`exists (select 1 from ${event} noted where noted.subject = 'person:' || ${admission.personId}
    and noted.name = 'journal.noted' and noted.at <= ${moment} and not exists (select 1 from ${event} gone
      where gone.subject = noted.subject and gone.name = 'journal.removed' and gone.at <= ${moment}
        and gone.payload ->> 'noteId' = noted.payload ->> 'noteId'))`;
  const [row] = await db
    .select({
      invited: countDistinct(admission.personId),
      talked: sql<number>`(count(distinct ${admission.personId}) filter (where ${noted}))::int`,
    })
    .from(admission)
    .innerJoin(person, eq(person.id, admission.personId))
    .where(and(asksIn("team", "member"), liveAdmission(at)));
  return row ?? { invited: 0, talked: 0 };
}

/** What a flip keeps of the gates. */
export function gateRecords(gates: GatesView | null): GateRecord[] {
  return (gates?.gates ?? []).map(({ key, role, verdict, parts }) => gateRecord({ key, role, verdict, parts }));
}

function inBoth(key: Parameters<ReturnType<typeof words>>[0], values?: Record<string, number>) {
  return { en: words("en")(key, values), fr: words("fr")(key, values) };
}
