import fc from "fast-check";
import { expect, test } from "vitest";
import { K, suppress } from "./suppress";

const counts = fc.uniqueArray(
  fc.record({ name: fc.constantFrom("", "Sales", "R&D", "IT", "Production"), count: fc.integer({ min: 0, max: 12 }) }),
  { selector: ({ name }) => name },
);

test("no number tells on fewer than five people, and nobody is lost", () => {
  fc.assert(
    fc.property(counts, (given) => {
      const { shown, others } = suppress(given);
      for (const { name, count } of shown) {
        expect(name).not.toBe("");
        expect(count).toBeGreaterThanOrEqual(K);
      }
      const everybody = given.reduce((sum, { count }) => sum + count, 0);
      if (others === null) {
        expect(everybody).toBeLessThan(K);
        expect(shown).toEqual([]);
        return;
      }
      expect(others === 0 || others >= K).toBe(true);
      expect(shown.reduce((sum, { count }) => sum + count, others)).toBe(everybody);
    }),
  );
});

test("a single small group does not stand out by subtraction", () => {
  expect(
    suppress([
      { name: "Production", count: 20 },
      { name: "Sales", count: 6 },
      { name: "IT", count: 1 },
    ]),
  ).toEqual({ shown: [{ name: "Production", count: 20 }], others: 7 });
});
