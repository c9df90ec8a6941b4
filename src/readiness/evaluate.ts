import { DAY } from "@/platform/durations";
import { type Calendar, PLAIN_CALENDAR } from "./calendar/spans";
import type { Facts } from "./facts";
import { answered, newcomersAnswered } from "./gates/answers";
import { coBuilders } from "./gates/builders";
import { wouldBeMissed } from "./gates/missed";
import { breadth, wordOfMouth } from "./gates/reach";
import { oneFabric, reciprocalTies, startedByMembers, withoutTeam } from "./gates/ties";
import { livingVoices, plurality, type Question, returning, stayingPower } from "./gates/voices";
import type { History } from "./history";
import type { Measured } from "./measure";
import { RULE, type Rule, type Step } from "./rules";
import { GATE_KEYS, type GateKey, type GateRole, type Part, type Verdict } from "./shape";
import { type TeamSpan, viewOf } from "./view";

export type EvaluateOptions = {
  /** The moment, in milliseconds since 1970; what lies at it or after is not looked at. */
  readonly at: number;
  readonly step: Step;
  /** People with access at that stage; null when not known, which leaves the shares of them out. */
  readonly population: number | null;
  /** Who was on the team when; null where no role is known: then the founders stand for it. */
  readonly team: readonly TeamSpan[] | null;
  /** When the stage was entered; null where that is not known: then the history's beginning. */
  readonly stageSince: number | null;
  readonly calendar?: Calendar;
  /** What L11 to L14 read; without it they are not measured. */
  readonly facts?: Facts | null;
  /** True where the core gates that nothing measures yet stand in the way: nobody may skip what they ask. */
  readonly asksUnmeasured?: boolean;
  readonly rule?: Rule;
};

export type GateResult = {
  readonly key: GateKey;
  readonly role: GateRole;
  readonly parts: readonly Part[];
  readonly verdict: Verdict;
  /** Why it is not measured, where something can be done about that. */
  readonly lacks?: "units";
};

export type Evaluation = {
  readonly at: number;
  readonly step: Step;
  readonly gates: readonly GateResult[];
  /** True when every core gate passes and few enough guards are open. */
  readonly holds: boolean;
  /** The gates that stand in the way, in order. */
  readonly blocking: readonly GateKey[];
};

const MEASURES: Partial<Record<GateKey, (question: Question) => Measured>> = {
  L1: livingVoices,
  L2: returning,
  L3: stayingPower,
  L4: withoutTeam,
  L5: answered,
  L6: newcomersAnswered,
  L7: startedByMembers,
  L8: reciprocalTies,
  L9: oneFabric,
  L10: plurality,
};

const FACT_MEASURES: Partial<Record<GateKey, (question: Question, facts: Facts) => Measured>> = {
  L11: breadth,
  L12: coBuilders,
  L13: wouldBeMissed,
  L14: wordOfMouth,
};

const TALK_GUARDS: readonly GateKey[] = ["L6", "L7", "L8", "L9", "L10"];
const REACH_GUARDS: readonly GateKey[] = ["L11", "L12", "L14"];

/**
 * Judges a community at one moment by the gates of one step. Pure: the same history and options give the same answer,
 * whatever the history holds after `at`.
 * @returns every gate with its figures and verdict, and whether the rule holds
 */
export function evaluate(history: History, options: EvaluateOptions): Evaluation {
  const rule = options.rule ?? RULE;
  const question: Question = {
    view: viewOf(history, options.at, options.team, options.calendar ?? PLAIN_CALENDAR),
    rule,
    asked: rule.thresholds[options.step],
    population: options.population,
    stageSince: options.stageSince ?? history.began ?? options.at,
    teamKnown: options.team !== null,
  };
  const gates = GATE_KEYS.map((key) => gateOf(key, question, options));
  const blocking = blockingGates(gates, rule);
  return { at: options.at, step: options.step, gates, holds: blocking.length === 0, blocking };
}

function gateOf(key: GateKey, question: Question, { step, facts, asksUnmeasured }: EvaluateOptions): GateResult {
  const found = MEASURES[key]?.(question) ?? (facts ? FACT_MEASURES[key]?.(question, facts) : undefined);
  // A gate that is not measured is shown and does not decide, whatever its place in the rule, unless it is skipped.
  const isSkipped = asksUnmeasured === true && question.rule.roles[key][step] === "core";
  if (!found) return { key, role: isSkipped ? "core" : "info", parts: [], verdict: "notMeasured" };
  if (key === "L11" && facts?.units.size === 0)
    return { key, role: "info", parts: [], verdict: "notMeasured", lacks: "units" };
  const { parts, early } = found;
  const held = parts.every((part) => part.holds);
  return { key, role: question.rule.roles[key][step], parts, verdict: early ? "tooEarly" : held ? "pass" : "notYet" };
}

function blockingGates(gates: readonly GateResult[], rule: Rule): GateKey[] {
  const open = gates.filter((gate) => gate.verdict !== "pass");
  const core = open.filter((gate) => gate.role === "core");
  const guards = open.filter((gate) => gate.role === "guard");
  const talk = guards.filter((gate) => TALK_GUARDS.includes(gate.key));
  const reach = guards.filter((gate) => REACH_GUARDS.includes(gate.key));
  return [
    ...core,
    ...(talk.length > rule.guardsOpen.talk ? talk : []),
    ...(reach.length > rule.guardsOpen.reach ? reach : []),
  ].map((gate) => gate.key);
}

/**
 * The moments at which a step is judged: the last of them is `at`.
 * @returns milliseconds since 1970, oldest first
 */
export function evaluationMoments(at: number, step: Step, rule: Rule = RULE): number[] {
  const { days } = rule.repeat[step];
  return [2, 1, 0].map((back) => at - back * days * DAY);
}

/** True when a step's rule held often enough in its latest evaluations (oldest first). */
export function heldOftenEnough(evaluations: readonly Evaluation[], step: Step, rule: Rule = RULE): boolean {
  const { of, hold } = rule.repeat[step];
  return evaluations.slice(-of).filter((evaluation) => evaluation.holds).length >= hold;
}
