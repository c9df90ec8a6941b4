import { COMMUNITY_END, communityOf, type Manners, some } from "@tests/support/communities";
import { describe, expect, it } from "vitest";
import { type Evaluation, evaluate, evaluationMoments, heldOftenEnough } from "./evaluate";
import { historyOf } from "./history";
import type { Step } from "./rules";
import type { GateKey } from "./shape";

const TEAM = ["host", "admin"].map((person) => ({ person, since: 0, until: null }));

function judge(manners: Manners, step: Step = "founding", population = 30, at = COMMUNITY_END): Evaluation {
  return evaluate(historyOf(communityOf(manners)), { at, step, population, team: TEAM, stageSince: null });
}

function verdict(evaluation: Evaluation, key: GateKey): string | undefined {
  return evaluation.gates.find((gate) => gate.key === key)?.verdict;
}

const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

const healthy = (seed: number): Manners => ({
  seed,
  present: (week, chance) => some(Math.min(24, 8 + week), 0.6, chance),
});

describe("a healthy community", () => {
  it.each(seeds)("is ready to leave the founding circle (seed %i)", (seed) => {
    const evaluation = judge(healthy(seed));
    expect(evaluation.blocking).toEqual([]);
    expect(evaluation.gates.filter((gate) => gate.role === "core").map((gate) => gate.verdict)).toEqual(
      Array.from({ length: 5 }, () => "pass"),
    );
  });
  it("was ready two weeks before too, which is what the rule asks", () => {
    const history = historyOf(communityOf(healthy(1)));
    const options = { step: "founding" as const, population: 30, team: TEAM, stageSince: null };
    const evaluations = evaluationMoments(COMMUNITY_END, "founding").map((at) => evaluate(history, { ...options, at }));
    expect(heldOftenEnough(evaluations, "founding")).toBe(true);
    expect(heldOftenEnough([...evaluations.slice(0, 2), { ...judge(healthy(1)), holds: false }], "founding")).toBe(
      false,
    );
  });
  it.each(seeds)("that is large enough is ready for the general launch (seed %i)", (seed) => {
    const large: Manners = {
      seed,
      present: (_week, chance) => some(120, 0.5, chance),
      byMembers: 0.95,
      answered: 0.97,
    };
    expect(judge(large, "pilot", 500).blocking).toEqual([]);
  });
});

describe("a sick community fails for its own reason:", () => {
  const sick: readonly [string, GateKey, Manners, readonly GateKey[]][] = [
    [
      "a monologue: the host opens, the host answers, members do not meet",
      "L4",
      {
        present: (_week, chance) => some(20, 0.6, chance),
        hostOpens: 8,
        opens: 1,
        byMembers: 0.9,
        answerer: () => undefined,
      },
      ["L1", "L2", "L3"],
    ],
    ["a clique of four", "L1", { present: () => [0, 1, 2, 3], opens: 3 }, ["L4", "L5"]],
    [
      "a novelty spike: everybody came, and went",
      "L3",
      { present: (week, chance) => some(24, week < 22 ? 0.7 : 0.12, chance), opens: 1 },
      ["L4", "L5"],
    ],
    [
      "tourists: other people every month",
      "L2",
      {
        present: (week) =>
          Array.from({ length: 12 }, (_, n) => Math.floor((week + 2) / 4) * 40 + n + ((week + 2) % 4) * 3),
      },
      ["L1", "L3", "L4", "L5"],
    ],
    ["empty rooms", "L1", { present: (_week, chance) => some(3, 0.3, chance), opens: 0.5 }, []],
    [
      "questions that nobody answers",
      "L5",
      { present: (_week, chance) => some(20, 0.6, chance), answered: 0.4 },
      ["L1", "L2", "L3", "L4"],
    ],
    [
      "answers that come after a week and more",
      "L5",
      { present: (_week, chance) => some(20, 0.6, chance), hours: 24 * 14 },
      ["L1", "L2", "L3", "L4"],
    ],
    [
      "a host who answers everything herself",
      "L5",
      { present: (_week, chance) => some(20, 0.7, chance), answers: 1, byMembers: 0.1, answered: 1 },
      ["L1", "L2", "L3"],
    ],
  ];
  it.each(sick)("%s", (_name, reason, manners, others) => {
    for (const seed of seeds) {
      const evaluation = judge({ ...manners, seed });
      expect(evaluation.holds).toBe(false);
      expect(evaluation.blocking).toContain(reason);
      expect(verdict(evaluation, reason)).toBe("notYet");
      for (const other of others) expect([seed, other, verdict(evaluation, other)]).toEqual([seed, other, "pass"]);
    }
  });
  it("one loud voice among many quiet ones is no plurality", () => {
    const evaluation = judge({
      present: (_week, chance) => [...some(20, 0.5, chance), ...Array.from({ length: 60 }, () => 21)],
      opens: 0.5,
    });
    expect(verdict(evaluation, "L10")).toBe("notYet");
  });
  it("two circles that never meet are not one fabric", () => {
    const acts = ["a", "b", "c"].flatMap((circle) =>
      communityOf({ seed: 3, present: (_week, chance) => some(8, 0.8, chance), byMembers: 1, hostOpens: 0 }).map(
        (act) => ({
          ...act,
          id: circle + act.id,
          author: act.author + circle,
          conversation: `${circle}${act.conversation}`,
          parent: act.parent && circle + act.parent,
          print: 0,
        }),
      ),
    );
    const options = { at: COMMUNITY_END, step: "founding" as const, population: 30, team: TEAM, stageSince: null };
    const fabric = evaluate(historyOf(acts), options).gates.find((gate) => gate.key === "L9");
    expect(fabric?.verdict).toBe("notYet");
    expect(fabric?.parts[0]?.value).toBeCloseTo(1 / 3, 1);
  });
});

describe("what cannot be measured yet", () => {
  it("is shown, decides nothing and never holds a stage back", () => {
    const evaluation = judge(healthy(1));
    for (const key of ["L11", "L12", "L13", "L14"] as const) {
      const gate = evaluation.gates.find((one) => one.key === key);
      expect(gate).toEqual({ key, role: "info", parts: [], verdict: "notMeasured" });
    }
  });
});
