import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY } from "@/platform/durations";
import { Forest } from "./thread";

type Mail = { key: string; day: number; subject?: string; answers?: string[] };

/** The threads of some mails: each mail's opening and parent, by key. */
function threads(mails: readonly Mail[]): Record<string, { root: string; parent: string | null }> {
  const forest = new Forest();
  const keys: string[] = [];
  for (const { key, day, subject = "", answers = [] } of mails) {
    if (forest.add({ key, sentAt: new Date(day * DAY), subject, answers }) !== null) keys.push(key);
  }
  forest.resolve();
  return Object.fromEntries(
    keys.map((key, number) => {
      const { root, parent } = forest.place(number);
      return [key, { root: keys[root] ?? "?", parent: keys[parent] ?? null }];
    }),
  );
}

describe("joining mails into threads", () => {
  it("follows In-Reply-To, then the nearest known reference", () => {
    const result = threads([
      { key: "a", day: 1 },
      { key: "b", day: 2, answers: ["a"] },
      { key: "c", day: 3, answers: ["lost", "b", "a"] },
    ]);
    expect(result).toEqual({
      a: { root: "a", parent: null },
      b: { root: "a", parent: "a" },
      c: { root: "a", parent: "b" },
    });
  });

  it("joins an answer that stands before what it answers", () => {
    expect(
      threads([
        { key: "b", day: 2, answers: ["a"] },
        { key: "a", day: 1 },
      ]).b,
    ).toEqual({ root: "a", parent: "a" });
  });

  it("falls back to the subject within 45 days of its last use, and not later", () => {
    const result = threads([
      { key: "a", day: 1, subject: "s" },
      { key: "b", day: 40, subject: "s" },
      { key: "c", day: 80, subject: "s" },
      { key: "d", day: 126, subject: "s" },
      { key: "e", day: 127, subject: "" },
      { key: "f", day: 128, subject: "" },
    ]);
    expect(result.c).toEqual({ root: "a", parent: "b" });
    expect(result.d).toEqual({ root: "d", parent: null });
    expect(result.f).toEqual({ root: "f", parent: null });
  });

  it("cuts loops in the headers, also of one mail with itself", () => {
    const result = threads([
      { key: "a", day: 1, answers: ["b"] },
      { key: "b", day: 2, answers: ["a"] },
      { key: "c", day: 3, answers: ["c"] },
    ]);
    expect(result.b?.root).toBe(result.a?.root);
    expect(result.c).toEqual({ root: "c", parent: null });
  });

  it("leaves what already stands elsewhere in its place", () => {
    const forest = new Forest();
    forest.add({ key: "old", sentAt: new Date(5 * DAY), subject: "s", answers: [] }, true);
    forest.add({ key: "new", sentAt: new Date(1 * DAY), subject: "s", answers: [] });
    forest.add({ key: "reply", sentAt: new Date(9 * DAY), subject: "t", answers: ["old"] });
    expect([...forest.missing()]).toEqual([]);
    forest.resolve();
    expect(forest.place(0)).toEqual({ root: 0, parent: -1 });
    expect(forest.place(2)).toEqual({ root: 0, parent: 0 });
  });

  const mails = fc
    .array(
      fc.record({
        day: fc.integer({ min: 0, max: 120 }),
        subject: fc.constantFrom("", "s", "t"),
        answers: fc.array(fc.integer({ min: 0, max: 14 }), { maxLength: 3 }),
      }),
      { maxLength: 14 },
    )
    .map((list) =>
      list.map((mail, index) => ({ ...mail, key: `m${index}`, answers: mail.answers.map((n) => `m${n}`) })),
    );

  it("loses no mail and makes no loop", () => {
    fc.assert(
      fc.property(mails, (list) => {
        const result = threads(list);
        expect(Object.keys(result)).toHaveLength(list.length);
        for (const key of Object.keys(result)) {
          let walk: string = key;
          for (let steps = 0; ; steps += 1) {
            expect(steps).toBeLessThanOrEqual(list.length);
            const parent = result[walk]?.parent;
            if (parent === null || parent === undefined) break;
            walk = parent;
          }
          expect(result[key]?.root).toBe(walk);
        }
      }),
    );
  });

  it("does not depend on the order of arrival", () => {
    fc.assert(
      fc.property(
        mails.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          expect(threads(shuffled)).toEqual(threads(list));
        },
      ),
    );
  });
});
