import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { STAGES } from "../shape";
import { COHORT_KINDS, FEATURE_KEYS, FEATURE_STATES, stateByStage } from "./shape";
import { type FeatureFacts, featuresOf, hasFeature, isPreviewTo, offeredTo } from "./state";

const nobody: FeatureFacts = {
  stage: "founding",
  rules: [],
  killed: new Set(),
  choices: new Map(),
  granted: new Set(),
  department: "Sales",
  site: "Lyon",
  groups: ["bakers"],
  isTeam: false,
};

const anyFacts: fc.Arbitrary<FeatureFacts> = fc.record({
  stage: fc.constantFrom(...STAGES),
  rules: fc.array(
    fc.record({
      feature: fc.constantFrom(...FEATURE_KEYS),
      kind: fc.constantFrom(...COHORT_KINDS),
      name: fc.constantFrom("", "Sales", "Lyon", "bakers", "Nantes"),
      state: fc.constantFrom(...FEATURE_STATES),
    }),
  ),
  killed: fc.uniqueArray(fc.constantFrom(...FEATURE_KEYS)).map((all) => new Set<string>(all)),
  choices: fc
    .dictionary(fc.constantFrom(...FEATURE_KEYS), fc.constantFrom("in" as const, "out" as const))
    .map((all) => new Map(Object.entries(all))),
  granted: fc.uniqueArray(fc.constantFrom(...FEATURE_KEYS)).map((all) => new Set<string>(all)),
  department: fc.constantFrom("Sales", ""),
  site: fc.constantFrom("Lyon", ""),
  groups: fc.subarray(["bakers", "it"]),
  isTeam: fc.boolean(),
});

describe("what a stage opens", () => {
  test("is what the registry says, until somebody says otherwise", () => {
    expect([...featuresOf(nobody)].sort()).toEqual(["changelog", "promises"]);
    expect(offeredTo("roadmap", nobody)).toBe("preview");
    expect(featuresOf({ ...nobody, stage: "early" })).toContain("roadmap");
    expect(featuresOf({ ...nobody, stage: "groundwork" }).size).toBe(0);
  });

  test("is more or less for a cohort, and the cohort that has most counts", () => {
    const rule = { feature: "roadmap", kind: "department", name: "Sales", state: "on" } as const;
    expect(hasFeature("roadmap", { ...nobody, rules: [rule] })).toBe(true);
    expect(hasFeature("roadmap", { ...nobody, rules: [rule], department: "IT" })).toBe(false);
    const less = { ...rule, kind: "group", name: "bakers", state: "off" } as const;
    expect(hasFeature("roadmap", { ...nobody, rules: [less, rule] })).toBe(true);
    expect(offeredTo("roadmap", { ...nobody, rules: [less] })).toBe("off");
  });
});

describe("a running preview", () => {
  const trying: FeatureFacts = { ...nobody, granted: new Set(["roadmap"]) };

  test("gives a feature whatever the stage and the rules say, and is not there for everybody yet", () => {
    expect(hasFeature("roadmap", { ...trying, stage: "groundwork" })).toBe(true);
    const no = { feature: "roadmap", kind: "everybody", name: "", state: "off" } as const;
    expect(hasFeature("roadmap", { ...trying, rules: [no] })).toBe(true);
    expect(isPreviewTo("roadmap", trying)).toBe(true);
    expect(isPreviewTo("roadmap", { ...trying, stage: "early" })).toBe(false);
  });

  test("is left by saying no to it, and ends for everybody when the feature is shut", () => {
    expect(hasFeature("roadmap", { ...trying, choices: new Map([["roadmap", "out"]]) })).toBe(false);
    expect(hasFeature("roadmap", { ...trying, killed: new Set(["roadmap"]) })).toBe(false);
  });
});

describe("of a feature, whatever the rules", () => {
  test("nobody has what is shut, the team included", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const key of facts.killed) expect(featuresOf(facts)).not.toContain(key);
      }),
    );
  });

  test("one's own choice goes before the rule, both ways, and gives nothing that is not offered", () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...FEATURE_KEYS), (facts, key) => {
        const offered = offeredTo(key, facts);
        const choosing = (choice: "in" | "out") => hasFeature(key, { ...facts, choices: new Map([[key, choice]]) });
        expect(choosing("out")).toBe(false);
        expect(choosing("in")).toBe(offered !== "off");
        expect(hasFeature(key, { ...facts, choices: new Map() })).toBe(offered === "on");
      }),
    );
  });

  test("a later stage never closes what an earlier one opened", () => {
    for (const key of FEATURE_KEYS) {
      const states = STAGES.map((stage) => FEATURE_STATES.indexOf(stateByStage(key, stage)));
      expect(states).toEqual([...states].sort((a, b) => a - b));
      expect(states.at(-1)).toBe(2);
    }
  });
});
