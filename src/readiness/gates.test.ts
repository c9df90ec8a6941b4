import { describe, expect, it } from "vitest";
import { type EvaluateOptions, evaluate } from "./evaluate";
import { type Act, historyOf } from "./history";
import type { GateKey } from "./shape";

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** A Wednesday noon: the three days before hold no weekend. */
const T = Date.UTC(2026, 2, 4, 12);
const TEAM = [{ person: "host", since: 0, until: null }];
const OPTIONS: EvaluateOptions = { at: T, step: "founding", population: null, team: TEAM, stageSince: T - 200 * DAY };

let made = 0;
function opened(author: string, daysAgo: number, more: Partial<Act> = {}): Act {
  const id = `c${++made}`;
  return { id, kind: "conversation", author, at: T - daysAgo * DAY, conversation: id, words: 30, print: made, ...more };
}
function replied(to: Act, author: string, hours = 1, more: Partial<Act> = {}): Act {
  const { conversation, id, at } = to;
  return {
    id: `r${++made}`,
    kind: "reply",
    author,
    at: at + hours * HOUR,
    conversation,
    parent: id,
    words: 30,
    print: made,
    ...more,
  };
}
const many = <A>(n: number, make: (i: number) => A): A[] => Array.from({ length: n }, (_, i) => make(i));

function gate(key: GateKey, acts: readonly Act[], options: Partial<EvaluateOptions> = {}) {
  const found = evaluate(historyOf(acts), { ...OPTIONS, ...options }).gates.find((one) => one.key === key);
  if (!found) throw new Error(key);
  return { ...found, part: Object.fromEntries(found.parts.map((part) => [part.key, part])) };
}

describe("L1, living voices", () => {
  const eight = many(8, (i) => opened(`m${i}`, i + 0.5));
  it("counts the members of 28 days, once each", () => {
    const acts = [...eight, opened("m0", 2), opened("m8", 28.01), opened("host", 1)];
    expect(gate("L1", acts).part.people).toMatchObject({ value: 8, threshold: 8, holds: true });
    expect(gate("L1", acts.slice(1, 8)).verdict).toBe("notYet");
  });
  it("asks for a share of those with access, where that is known", () => {
    expect(gate("L1", eight, { population: 20 }).verdict).toBe("pass");
    expect(gate("L1", eight, { population: 21 }).part.share).toMatchObject({ n: 21, threshold: 0.4, holds: false });
  });
  it("asks fewer people of a small company, and never more", () => {
    expect(gate("L1", eight, { population: 12 }).part.people?.threshold).toBe(6);
    expect(gate("L1", eight, { population: 59 }).part.people?.threshold).toBe(8);
    expect(gate("L1", eight, { population: 50, step: "early" }).part.people?.threshold).toBe(13);
    expect(gate("L2", eight, { population: 50, step: "early" }).part.people?.threshold).toBe(6);
  });
  it("leaves out who came to an event and nothing else, bots, and what was removed by then", () => {
    const calendar = { leave: [], timeZone: "UTC", events: [T - 3.5 * DAY] };
    expect(gate("L1", eight, { calendar }).part.people?.value).toBe(4);
    expect(gate("L1", [...eight, opened("m0", 20)], { calendar }).part.people?.value).toBe(5);
    const removed = eight.map((act) => ({
      ...act,
      removedAt: act.author === "m1" ? T - 1 : act.author === "m2" ? T : null,
    }));
    expect(gate("L1", removed).part.people?.value).toBe(7);
    const history = historyOf(eight, [{ id: "m3", bot: true }]);
    expect(evaluate(history, OPTIONS).gates[0]?.parts[0]?.value).toBe(7);
  });
  it("looks further back over a leave, and does not hear who wrote in it", () => {
    const calendar = { events: [], timeZone: "UTC", leave: [{ from: T - 15 * DAY, until: T - 8 * DAY }] };
    const acts = [
      ...many(5, (i) => opened(`m${i}`, 1)),
      opened("away", 10),
      opened("before", 34),
      opened("long", 35.1),
    ];
    expect(gate("L1", acts, { calendar }).part.people?.value).toBe(6);
  });
  it("counts a person who leaves the team as a member 56 days later", () => {
    const left = (days: number) => [{ person: "m0", since: 0, until: T - days * DAY }];
    expect(gate("L1", eight, { team: left(55.9) }).part.people?.value).toBe(7);
    expect(gate("L1", eight, { team: left(56) }).part.people?.value).toBe(8);
    expect(gate("L1", eight, { team: [{ person: "m0", since: T + 1, until: null }] }).part.people?.value).toBe(8);
  });
});

describe("L2, returning contributors", () => {
  const earlier = many(8, (i) => opened(`m${i}`, 40));
  it("asks for people and for a share, from eight people on", () => {
    expect(gate("L2", [...earlier, ...many(4, (i) => opened(`m${i}`, 5))]).verdict).toBe("pass");
    expect(gate("L2", [...earlier, ...many(3, (i) => opened(`m${i}`, 5))])).toMatchObject({ verdict: "notYet" });
    const seven = gate("L2", [...earlier.slice(1), ...many(8, (i) => opened(`m${i}`, 5))]);
    expect([seven.verdict, seven.part.share?.value, seven.part.share?.n]).toEqual(["tooEarly", null, 7]);
  });
  it("does not take two messages around the border for a return", () => {
    const border = many(8, (i) => [opened(`m${i}`, 29), opened(`m${i}`, 27)]).flat();
    expect(gate("L2", border).part.people?.value).toBe(0);
    expect(gate("L2", [...border, opened("m0", 22)]).part.people?.value).toBe(1);
  });
});

describe("L3, staying power", () => {
  const weekly = (voices: readonly number[]) =>
    voices.flatMap((count, week) => many(count, (i) => opened(`m${i}`, 7 * week + 3)));
  it("compares the medians of four weeks and four weeks", () => {
    const steady = gate("L3", weekly([4, 20, 4, 4, 8, 8, 8, 1]));
    expect(steady.part.ratio).toMatchObject({ value: 0.5, holds: true, target: 0.75 });
    expect(steady.part.weekly).toMatchObject({ value: 4, holds: true });
    expect(gate("L3", weekly([4, 3, 4, 4, 9, 9, 9, 1])).verdict).toBe("notYet");
  });
  it("does not speak before eight weeks, and asks twelve where the stage opened with an event", () => {
    const acts = weekly([5, 5, 5, 5, 5, 5, 5, 5]);
    expect(gate("L3", acts, { stageSince: T - 55 * DAY }).verdict).toBe("tooEarly");
    expect(gate("L3", acts, { stageSince: T - 56 * DAY }).verdict).toBe("pass");
    const calendar = { leave: [], timeZone: "UTC", events: [T - 59 * DAY] };
    expect(gate("L3", acts, { stageSince: T - 60 * DAY, calendar }).verdict).toBe("notYet");
    expect(gate("L3", acts, { stageSince: T - 60 * DAY, step: "early" }).part.age?.holds).toBe(false);
  });
  it("has no ratio where there was nobody before", () => {
    expect(gate("L3", weekly([5, 5, 5, 5, 0, 0, 0, 0])).part.ratio).toMatchObject({ value: null, holds: false });
  });
});

describe("L4, conversation without the team", () => {
  const between = (n: number, a: string, b: string) =>
    many(n, (i) => [opened(a, i / 2 + 1)].flatMap((c) => [c, replied(c, b)])).flat();
  it("counts the replies whose two ends are members", () => {
    const half = gate("L4", [...between(20, "m1", "m2"), ...between(10, "host", "m1"), ...between(10, "m2", "host")]);
    expect(half).toMatchObject({ verdict: "pass", part: { share: { value: 0.5, n: 40 } } });
    expect(gate("L4", [...between(10, "m1", "m2"), ...between(31, "host", "m1")]).verdict).toBe("notYet");
  });
  it("counts no answer to oneself, and none of a bot or to one", () => {
    const acts = [
      ...between(20, "m1", "m2"),
      ...between(5, "m1", "m1"),
      ...between(5, "bot", "m1"),
      ...between(5, "m1", "bot"),
    ];
    const found = evaluate(historyOf(acts, [{ id: "bot", bot: true }]), OPTIONS).gates[3];
    expect(found?.parts[0]).toMatchObject({ value: 1, n: 20 });
  });
  it("is not carried over its minimum sample by the team", () => {
    expect(gate("L4", between(19, "m1", "m2")).verdict).toBe("tooEarly");
    expect(
      gate("L4", [...between(19, "m1", "m2"), ...between(1, "host", "admin"), ...between(1, "host", "m1")]),
    ).toMatchObject({ verdict: "tooEarly", part: { share: { value: null } } });
  });
});

describe("L5, no one left unanswered", () => {
  const asked = many(10, (i) => opened(`m${i}`, 10 + i));
  const answer = (n: number, by: string, hours = 2, more: Partial<Act> = {}) =>
    asked.slice(0, n).map((act) => replied(act, by, hours, more));
  it("asks that conversations get an answer, some of them from members", () => {
    const good = gate("L5", [...asked, ...answer(8, "m99")]);
    expect(good).toMatchObject({
      verdict: "pass",
      part: { answered: { value: 0.8, n: 10 }, byMembers: { value: 1, n: 8 } },
    });
    expect(gate("L5", [...asked, ...answer(5, "m99")]).verdict).toBe("notYet");
    expect(gate("L5", [...asked, ...answer(10, "host"), ...answer(10, "m99", 3)]).part.byMembers?.value).toBe(0);
  });
  it("takes no answer of the author, of a bot, of one word, or that was removed", () => {
    for (const reply of [
      asked.map((act) => replied(act, act.author)),
      answer(10, "m99", 1, { words: 1 }),
      answer(10, "m99", 1, { removedAt: T - 1 }),
    ])
      expect(gate("L5", [...asked, ...reply]).part.answered?.value).toBe(0);
    expect(gate("L5", [...asked, ...answer(10, "m99", 1, { words: 2 })]).part.answered?.value).toBe(1);
  });
  it("stops the clock at the weekend, in the organisation's own time", () => {
    const friday = T - 5 * DAY;
    const ask = many(10, (i) => opened(`m${i}`, 0, { at: friday - i }));
    const within = (hours: number) =>
      gate("L5", [...ask, ...ask.map((act) => replied(act, "z", hours))]).part.answered?.value;
    expect(within(72 + 47)).toBe(1);
    expect(within(72 + 48.5)).toBe(0);
  });
  it("looks at the conversations of 59 to 3 days ago, and not at ideas and announcements", () => {
    const outside = [
      opened("a", 2.9),
      opened("b", 59.1),
      opened("c", 9, { kind: "idea" }),
      opened("d", 9, { kind: "notice" }),
    ];
    expect(gate("L5", [...asked, ...outside]).part.answered?.n).toBe(10);
    expect(gate("L5", asked.slice(1))).toMatchObject({ verdict: "tooEarly", part: { answered: { value: null } } });
  });
  it("leaves out who answered where the team is a guess", () => {
    expect(gate("L5", [...asked, ...answer(10, "m99")], { team: null }).parts.map((part) => part.key)).toEqual([
      "answered",
    ]);
  });
});

describe("the guards", () => {
  it("L6: newcomers are greeted by people, not by a form", () => {
    const old = many(3, (i) => opened(`old${i}`, 80));
    const fresh = many(6, (i) => opened(`n${i}`, 20 + i));
    const greet = (print: (i: number) => number) => fresh.map((act, i) => replied(act, "old0", 2, { print: print(i) }));
    expect(gate("L6", [...old, ...fresh, ...greet((i) => 1000 + i)])).toMatchObject({
      verdict: "pass",
      part: { share: { n: 6 } },
    });
    expect(gate("L6", [...old, ...fresh, ...greet(() => 7777)]).part.share?.value).toBe(0);
    expect(gate("L6", [...old, ...fresh.slice(1)]).verdict).toBe("tooEarly");
  });
  it("L6: a newcomer who began with a reply is greeted by an answer to it", () => {
    const root = opened("old", 70);
    const replies = many(6, (i) => replied(root, `n${i}`, 24 * (30 + i)));
    expect(gate("L6", [root, ...replies]).part.share?.value).toBe(0);
    expect(gate("L6", [root, ...replies, ...replies.map((act) => replied(act, "old"))]).part.share?.value).toBe(1);
  });
  it("L7: counts living conversations by who opened them", () => {
    const alive = (n: number, by: string) =>
      many(n, (i) => [opened(by, 5 + i)].flatMap((c) => [c, replied(c, "x")])).flat();
    expect(gate("L7", [...alive(10, "m1"), ...alive(10, "host"), opened("m2", 9)]).part.share).toMatchObject({
      value: 0.5,
      n: 20,
    });
    expect(gate("L7", [...alive(9, "m1"), ...alive(3, "host")]).verdict).toBe("tooEarly");
  });
  it("L8: two thanks under one conversation are no tie", () => {
    const pair = (i: number, words: number) => {
      const c = opened(`a${i}`, 50);
      const r = replied(c, `b${i}`, 1, { words });
      return [c, r, replied(r, `a${i}`, 1, { words })];
    };
    expect(gate("L8", many(5, (i) => pair(i, 3)).flat()).part.pairs?.value).toBe(0);
    expect(gate("L8", many(5, (i) => pair(i, 20)).flat())).toMatchObject({
      verdict: "pass",
      part: { pairs: { value: 5 }, share: { value: 1 } },
    });
    const back = many(5, (i) => [opened(`b${i}`, 30)].flatMap((c) => [c, replied(c, `a${i}`, 1, { words: 3 })])).flat();
    expect(gate("L8", [...many(5, (i) => pair(i, 3)).flat(), ...back]).part.pairs?.value).toBe(5);
  });
  it("L9: takes the team away before it looks for the largest group", () => {
    const c = opened("host", 50);
    const star = [c, ...many(10, (i) => replied(c, `m${i}`))];
    expect(gate("L9", star).part.share).toMatchObject({ value: 0.1, n: 10 });
    const chain = many(5, (i) => [opened(`m${i}`, 20)].flatMap((o) => [o, replied(o, `m${i + 1}`)])).flat();
    expect(gate("L9", [...star, ...chain]).part.share?.value).toBe(0.6);
  });
  it("L10: counts voices by their weight, and an event never helps", () => {
    const equal = many(5, (p) => many(4, (i) => opened(`m${p}`, i + 1 + p / 10))).flat();
    expect(gate("L10", equal).part.voices).toMatchObject({ value: 5, n: 20 });
    expect(gate("L10", equal.slice(1)).verdict).toBe("tooEarly");
    const loud = many(60, (i) => opened("loud", 1 + i / 100));
    const calm = many(10, (p) => many(3, (i) => opened(`m${p}`, 10 + i))).flat();
    const calendar = { leave: [], timeZone: "UTC", events: [T - 3 * DAY] };
    const value = gate("L10", [...loud, ...calm]).part.voices?.value ?? 0;
    expect(gate("L10", [...loud, ...calm], { calendar }).part.voices?.value).toBe(value);
  });
});

describe("a history without roles", () => {
  it("takes the first author and the most active of the first 30 days for the team", () => {
    const acts = [
      opened("first", 100),
      ...many(3, () => opened("second", 90)),
      ...many(2, () => opened("third", 85)),
      opened("x", 84),
    ];
    const later = [
      ...acts,
      ...many(9, () => opened("late", 60)),
      ...["first", "second", "third", "x", "late"].map((who) => opened(who, 2)),
    ];
    expect(gate("L1", later, { team: null }).part.people?.value).toBe(2);
  });
  it("never lets a reply come before what it answers", () => {
    const c = opened("m1", 10);
    const early = replied(c, "m2", -5);
    expect(historyOf([early, c]).at[1]).toBe(c.at);
  });
});
