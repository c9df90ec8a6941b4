import { type Stage, stageAfter } from "@/stages/shape";
import type { Calendar } from "./calendar/spans";
import { type Evaluation, evaluate, evaluationMoments, type GateResult, heldOftenEnough } from "./evaluate";
import type { Facts } from "./facts";
import type { History } from "./history";
import { isStep, type Rule, ruleInForce, type Step } from "./rules";
import type { Readiness } from "./shape";
import { type InBothLanguages, tell, tellGate } from "./tell";
import type { TeamSpan } from "./view";

export type AssessOptions = {
  readonly at: number;
  readonly stage: Stage;
  readonly population: number | null;
  readonly team: readonly TeamSpan[] | null;
  /** Where the team was learnt: from roles, from names on the command line; a guess where `team` is null. */
  readonly teamFrom: "roles" | "named";
  readonly stageSince: number | null;
  readonly calendar?: Calendar;
  readonly facts?: Facts | null;
  readonly asksUnmeasured?: boolean;
  /** Facts that hold the stage back whatever the figures say. */
  readonly holds?: readonly Block[];
  readonly rule?: Rule;
  /** One evaluation decides, instead of several in a row. */
  readonly single?: boolean;
};

export type Block = Readiness["blocking"][number];

/**
 * Whether the figures let the next stage open, and why not: the rule must have held often enough. Groundwork opens by
 * talks and invitations, which are not figures of what people write: its gates show what the founding circle will be
 * asked, and decide nothing.
 */
export function assess(history: History, options: AssessOptions): Readiness {
  const rule = options.rule ?? ruleInForce(options.stageSince);
  const decides = isStep(options.stage);
  const step = stepOf(options.stage);
  const evaluations = evaluationMoments(options.at, step, rule).map((at) =>
    evaluate(history, { ...options, at, step, rule }),
  );
  const latest = evaluations.at(-1);
  if (!latest) throw new Error("a step without evaluations");
  const next = stageAfter(options.stage);
  const held = options.single ? latest.holds : heldOftenEnough(evaluations, step, rule);
  const facts = next === null ? [] : (options.holds ?? []);
  const ready = next !== null && decides && held && facts.length === 0;
  const gates = latest.gates.map((gate) => tellGate(decides ? gate : shownOnly(gate), rule, step));
  const inTheWay = gates.filter((gate) => decides && latest.blocking.includes(gate.key));
  const blocking = held ? [] : inTheWay.map(({ key, sentence }): Block => ({ key, text: sentence }));
  const often = frequency(evaluations, step, rule);
  if (decides && !held && latest.holds) blocking.push({ key: "repeat", text: tell("summary.notOften", often) });
  blocking.push(...facts);
  return {
    at: new Date(options.at).toISOString(),
    stage: options.stage,
    next,
    ready,
    ruleVersion: rule.version,
    sentence: summary({ next, ready, decides, single: options.single === true, blocking, often }),
    population: options.population,
    team: options.team === null ? "guessed" : options.teamFrom,
    evaluations: evaluations.map(({ at, holds, gates: all }) => ({
      at: new Date(at).toISOString(),
      holds,
      gates: all.map(({ key, verdict }) => ({ key, verdict })),
    })),
    gates,
    blocking,
  };
}

/** The step whose thresholds a stage is shown: groundwork looks ahead, the general launch looks back. */
export function stepOf(stage: Stage): Step {
  if (isStep(stage)) return stage;
  return stage === "groundwork" ? "founding" : "pilot";
}

function shownOnly(gate: GateResult): GateResult {
  return { ...gate, role: "info" };
}

type Frequency = { held: number; of: number; hold: number };

function frequency(evaluations: readonly Evaluation[], step: Step, rule: Rule): Frequency {
  const { of, hold } = rule.repeat[step];
  return { held: evaluations.slice(-of).filter((one) => one.holds).length, of, hold };
}

type Outcome = {
  next: Stage | null;
  ready: boolean;
  decides: boolean;
  single: boolean;
  blocking: readonly Block[];
  often: Frequency;
};

function summary({ next, ready, decides, single, blocking, often }: Outcome): InBothLanguages {
  if (next === null) return tell("summary.last");
  if (!decides) return tell("summary.groundwork");
  if (!ready) {
    const only = blocking.length === 1 ? blocking[0] : undefined;
    return only !== undefined && !only.key.startsWith("L")
      ? { ...only.text }
      : tell("summary.blocked", { count: blocking.length });
  }
  return single ? tell("summary.readySingle") : tell("summary.ready", often);
}
