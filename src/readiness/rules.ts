import type { Stage } from "@/stages/shape";
import type { GateKey, GateRole } from "./shape";

/** The three steps that the figures judge, each named by the stage that it leaves. */
export const STEPS = ["founding", "early", "pilot"] as const;
export type Step = (typeof STEPS)[number];

/** Narrows a stage to one that the figures judge: groundwork opens by talks, and nothing follows general. */
export function isStep(stage: Stage): stage is Step {
  return STEPS.some((step) => step === stage);
}

/** What one step asks. Shares are between 0 and 1; counts are people, pairs, voices or weeks. */
export type Thresholds = {
  readonly voices: number;
  readonly voicesShare: number;
  readonly returning: number;
  readonly returningShare: number;
  readonly returningTarget: number;
  readonly stayingRatio: number;
  readonly stayingTarget: number;
  readonly weeklyVoices: number;
  readonly ageWeeks: number;
  readonly withoutTeam: number;
  readonly answered: number;
  readonly answeredTarget: number;
  readonly answeredByMembers: number;
  readonly newcomersAnswered: number;
  readonly newcomersTarget: number;
  readonly startedByMembers: number;
  readonly tied: number;
  readonly tiedPairs: number;
  readonly fabric: number;
  readonly plurality: number;
  /** Units with members in them, and how many of them it takes where half of the targeted units are more. */
  readonly units: number;
  readonly unitMembers: number;
  readonly halfOfUnits: boolean;
  /** Members outside of the largest unit: the rest of "at most 70 % in one". */
  readonly outsideLargest: number;
  readonly betweenUnits: number;
  readonly acted: number;
  readonly shipped: number;
  readonly credited: number;
  readonly suggestionsAnswered: number;
  readonly missed: number;
  readonly missedAnswers: number;
  readonly missedResponse: number;
  readonly invited: number;
  readonly inviters: number;
};

/** A rule: what each step asks, how much it must see before it speaks, and who may be missing. */
export type Rule = {
  readonly version: string;
  /** Stages that began at this moment or later are judged by it, until the next rule takes over. */
  readonly from: number;
  readonly thresholds: Readonly<Record<Step, Thresholds>>;
  /** The least sample of each gate: people, weeks, edges, conversations or contributions. */
  readonly least: Readonly<Record<Exclude<GateKey, "L1" | "L13">, number>>;
  readonly roles: Readonly<Record<GateKey, Readonly<Record<Step, GateRole>>>>;
  /** How many guards may stay open, of L6 to L10 and of L11, L12 and L14. */
  readonly guardsOpen: { readonly talk: number; readonly reach: number };
  /** A share's lower Wilson bound may lie this much under its threshold. */
  readonly slack: number;
  /** One-sided 80 %. */
  readonly z: number;
  /** Spacing in days, how many evaluations are looked at, and how many of them must hold. */
  readonly repeat: Readonly<Record<Step, { readonly days: number; readonly of: number; readonly hold: number }>>;
};

const core = { founding: "core", early: "core", pilot: "core" } as const;
const guard = { founding: "guard", early: "guard", pilot: "guard" } as const;
const coreLater = { founding: "guard", early: "core", pilot: "core" } as const;

/** The first rule. A change of any number is a new version, and takes effect only before a stage starts. */
export const RULE: Rule = deepFreeze({
  version: "2026.1",
  from: Number.NEGATIVE_INFINITY,
  thresholds: {
    founding: {
      voices: 8,
      voicesShare: 0.4,
      returning: 4,
      returningShare: 0.25,
      returningTarget: 0.4,
      stayingRatio: 0.5,
      stayingTarget: 0.75,
      weeklyVoices: 3,
      ageWeeks: 8,
      withoutTeam: 0.25,
      answered: 0.6,
      answeredTarget: 0.85,
      answeredByMembers: 0.25,
      newcomersAnswered: 0.7,
      newcomersTarget: 0.95,
      startedByMembers: 0.33,
      tied: 0.2,
      tiedPairs: 4,
      fabric: 0.4,
      plurality: 5,
      units: 3,
      unitMembers: 2,
      halfOfUnits: false,
      outsideLargest: 0.3,
      betweenUnits: 0.2,
      acted: 0.5,
      shipped: 3,
      credited: 3,
      suggestionsAnswered: 0.8,
      missed: 0.4,
      missedAnswers: 12,
      missedResponse: 0.6,
      invited: 0.15,
      inviters: 3,
    },
    early: {
      voices: 20,
      voicesShare: 0.2,
      returning: 8,
      returningShare: 0.25,
      returningTarget: 0.35,
      stayingRatio: 0.5,
      stayingTarget: 0.75,
      weeklyVoices: 7,
      ageWeeks: 12,
      withoutTeam: 0.4,
      answered: 0.6,
      answeredTarget: 0.85,
      answeredByMembers: 0.4,
      newcomersAnswered: 0.75,
      newcomersTarget: 0.95,
      startedByMembers: 0.5,
      tied: 0.25,
      tiedPairs: 12,
      fabric: 0.5,
      plurality: 9,
      units: 4,
      unitMembers: 3,
      halfOfUnits: false,
      outsideLargest: 0.4,
      betweenUnits: 0.25,
      acted: 0.3,
      shipped: 8,
      credited: 6,
      suggestionsAnswered: 0.8,
      missed: 0.4,
      missedAnswers: 30,
      missedResponse: 0.5,
      invited: 0.25,
      inviters: 8,
    },
    pilot: {
      voices: 40,
      voicesShare: 0.1,
      returning: 16,
      returningShare: 0.25,
      returningTarget: 0.3,
      stayingRatio: 0.6,
      stayingTarget: 0.75,
      weeklyVoices: 14,
      ageWeeks: 12,
      withoutTeam: 0.6,
      answered: 0.6,
      answeredTarget: 0.85,
      answeredByMembers: 0.5,
      newcomersAnswered: 0.8,
      newcomersTarget: 0.95,
      startedByMembers: 0.75,
      tied: 0.3,
      tiedPairs: 30,
      fabric: 0.6,
      plurality: 14,
      units: 6,
      unitMembers: 3,
      halfOfUnits: true,
      outsideLargest: 0.5,
      betweenUnits: 0.25,
      acted: 0.1,
      shipped: 15,
      credited: 12,
      suggestionsAnswered: 0.8,
      missed: 0.4,
      missedAnswers: 30,
      missedResponse: 0.4,
      invited: 0.35,
      inviters: 15,
    },
  },
  least: { L2: 8, L3: 8, L4: 20, L5: 10, L6: 6, L7: 10, L8: 8, L9: 8, L10: 20, L11: 20, L12: 5, L14: 6 },
  roles: {
    L1: core,
    L2: core,
    L3: core,
    L4: core,
    L5: core,
    L6: guard,
    L7: guard,
    L8: guard,
    L9: guard,
    L10: guard,
    L11: coreLater,
    L12: { founding: "core", early: "core", pilot: "guard" },
    L13: { founding: "info", early: "core", pilot: "core" },
    L14: guard,
  },
  guardsOpen: { talk: 2, reach: 1 },
  slack: 0.1,
  z: 0.84,
  repeat: {
    founding: { days: 14, of: 2, hold: 2 },
    early: { days: 28, of: 3, hold: 2 },
    pilot: { days: 28, of: 3, hold: 2 },
  },
});

/** Every rule that ever judged, oldest first. None is changed once a stage began under it. */
const RULES: readonly Rule[] = [RULE];

/**
 * The rule for a stage: the latest that was there when it began. A new one never moves a goal under people who are on
 * their way to it.
 * @param stageSince in milliseconds since 1970; null where no stage began: then the latest
 */
export function ruleInForce(stageSince: number | null, rules: readonly Rule[] = RULES): Rule {
  const known = stageSince === null ? rules : rules.filter((rule) => rule.from <= stageSince);
  return known.at(-1) ?? RULE;
}

/** Under this many people with access, counts shrink with the company. */
const SMALL_COMPANY = 60;

/**
 * How much smaller the counts of a step are in a small company: L1 asks max(6, a quarter of P) in place of its count,
 * and L2, L3, L8 and L10 shrink in the same proportion. Being small never makes a count larger.
 * @param population people with access, or null when that is not known
 * @returns the number of voices asked and the factor, between 0 and 1
 */
export function scaled(thresholds: Thresholds, population: number | null): { voices: number; factor: number } {
  if (population === null || population >= SMALL_COMPANY) return { voices: thresholds.voices, factor: 1 };
  const voices = Math.min(thresholds.voices, Math.ceil(Math.max(6, population / 4)));
  return { voices, factor: voices / thresholds.voices };
}

function deepFreeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) if (typeof inner === "object" && inner !== null) deepFreeze(inner);
  return Object.freeze(value);
}
