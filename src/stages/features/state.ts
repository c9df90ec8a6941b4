import type { Stage } from "../shape";
import {
  type CohortKind,
  FEATURE_KEYS,
  FEATURE_STATES,
  type FeatureKey,
  type FeatureState,
  stateByStage,
} from "./shape";

/** What an admin said of a feature at the present stage, for everybody or for one cohort. */
export type Rule = {
  readonly feature: string;
  readonly kind: CohortKind;
  readonly name: string;
  readonly state: FeatureState;
};

/** All that decides whether a person has a feature. */
export type FeatureFacts = {
  readonly stage: Stage;
  /** The rules of the present stage. */
  readonly rules: readonly Rule[];
  /** The features that are shut for everybody, whatever the stage. */
  readonly killed: ReadonlySet<string>;
  /** What the person said: `in` for wanting to try it, `out` for doing without. */
  readonly choices: ReadonlyMap<string, "in" | "out">;
  /** What running previews give to the person, by name or by a cohort of theirs. */
  readonly granted: ReadonlySet<string>;
  readonly department: string;
  readonly site: string;
  readonly groups: readonly string[];
  /** Hosts and admins prepare what others do not see yet. */
  readonly isTeam: boolean;
};

function isOf(facts: FeatureFacts, { kind, name }: Rule): boolean {
  if (kind === "department") return facts.department === name;
  if (kind === "site") return facts.site === name;
  return kind === "group" && facts.groups.includes(name);
}

function more(a: FeatureState, b: FeatureState): FeatureState {
  return FEATURE_STATES.indexOf(a) >= FEATURE_STATES.indexOf(b) ? a : b;
}

/**
 * What the ladder offers to a person: a rule for a cohort of theirs before the rule for everybody, and that before what the
 * registry says of the stage. Of several cohorts the one that has most counts.
 */
function ruledTo(key: FeatureKey, facts: FeatureFacts): FeatureState {
  const rules = facts.rules.filter((rule) => rule.feature === key);
  const cohorts = rules.filter((rule) => rule.kind !== "everybody" && isOf(facts, rule)).map(({ state }) => state);
  if (cohorts.length > 0) return cohorts.reduce(more);
  return rules.find(({ kind }) => kind === "everybody")?.state ?? stateByStage(key, facts.stage);
}

/** What is offered to a person: nothing that is shut, all to the team and in a preview, else what the ladder offers. */
export function offeredTo(key: FeatureKey, facts: FeatureFacts): FeatureState {
  if (facts.killed.has(key)) return "off";
  return facts.isTeam || facts.granted.has(key) ? "on" : ruledTo(key, facts);
}

/** Whether it is a preview to them: theirs to try, and not yet there for everybody like them. */
export function isPreviewTo(key: FeatureKey, facts: FeatureFacts): boolean {
  const isTried = facts.granted.has(key) || ruledTo(key, facts) === "preview";
  return !facts.isTeam && isTried && offeredTo(key, facts) !== "off" && ruledTo(key, facts) !== "on";
}

/** Whether a person has a feature: offered to all and not declined, or offered as a preview and taken up. */
export function hasFeature(key: FeatureKey, facts: FeatureFacts): boolean {
  const offered = offeredTo(key, facts);
  const choice = facts.choices.get(key);
  return offered === "on" ? choice !== "out" : offered === "preview" && choice === "in";
}

/** The features that a person has. */
export function featuresOf(facts: FeatureFacts): ReadonlySet<FeatureKey> {
  return new Set(FEATURE_KEYS.filter((key) => hasFeature(key, facts)));
}
