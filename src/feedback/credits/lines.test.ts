import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PersonId } from "@/members/shape";
import { type Credited, creditLines, imaginedWith, initialOf } from "./lines";
import { CREDIT_ROLES, NAMES_ON_FEATURE, SHOWN_AS } from "./shape";

const one = (id: string, wish: Partial<Credited> = {}): Credited => ({
  id: id as PersonId,
  displayName: id,
  department: "Finance",
  role: "asked",
  words: "",
  shown: null,
  withWords: false,
  ...wish,
});

const anybody: fc.Arbitrary<Credited> = fc.record({
  id: fc.constantFrom(..."abcdefgh".split("")).map((id) => id as PersonId),
  displayName: fc.string({ minLength: 1, maxLength: 8 }).map((text) => `Secret${text}`),
  department: fc.constantFrom("Finance", ""),
  role: fc.constantFrom(...CREDIT_ROLES),
  words: fc.constantFrom("", "hush hush"),
  shown: fc.constantFrom(null, ...SHOWN_AS),
  withWords: fc.boolean(),
});

describe("who is told of", () => {
  test("is an initial and a unit until somebody says that it may be their name, in the order of the alphabet", () => {
    const credited = [
      one("Zoé", { shown: "name" }),
      one("Émile", { shown: "name", words: "Without gloves.", withWords: true }),
      one("Mona"),
      one("paul", { shown: "initial", department: "" }),
      one("Ida", { shown: "no", words: "Mine.", withWords: false }),
    ];
    expect(creditLines(credited)).toEqual([
      {
        role: "asked",
        named: [
          { id: "Émile", displayName: "Émile", words: "Without gloves." },
          { id: "Zoé", displayName: "Zoé", words: "" },
        ],
        initials: [
          { initial: "M", unit: "Finance", words: "" },
          { initial: "P", unit: "", words: "" },
        ],
        others: 1,
      },
    ]);
  });

  test("never is a name, an id or a sentence that somebody did not give", () => {
    fc.assert(
      fc.property(fc.array(anybody), (credited) => {
        for (const line of creditLines(credited)) {
          const those = credited.filter((who) => who.role === line.role);
          for (const told of line.named)
            expect(those.some((who) => who.id === told.id && who.shown === "name")).toBe(true);
          const unsaid = JSON.stringify(line.initials);
          expect(unsaid).not.toContain("Secret");
          if (those.every((who) => !who.withWords)) expect(JSON.stringify(line)).not.toContain("hush");
          expect(line.named.length + line.initials.length + line.others).toBe(new Set(those.map((who) => who.id)).size);
        }
      }),
    );
  });

  test("is on the feature itself a few names and how many others, everybody counted once", () => {
    fc.assert(
      fc.property(fc.array(anybody), (credited) => {
        const { names, others } = imaginedWith(credited);
        expect(names.length).toBeLessThanOrEqual(NAMES_ON_FEATURE);
        expect(names.length + others).toBe(new Set(credited.map((who) => who.id)).size);
      }),
    );
  });

  test("has an initial whatever the name begins with", () => {
    expect([initialOf("élodie"), initialOf(" Max"), initialOf("𝒜da")]).toEqual(["É", "M", "𝒜"]);
  });
});
