import fc from "fast-check";
import { expect, it } from "vitest";
import { askedPeople, tellingWords } from "./people-asked";

const known = { sites: ["Lyon", "Leeds", "Saint-Étienne"], departments: ["R&D", "Production", "IT"] };

it.each([
  ["Who knows Kafka in Lyon?", ["kafka"], "Lyon", null],
  ["Qui connaît Kafka à Lyon ?", ["kafka"], "Lyon", null],
  ["qui peut aider avec la soudure à saint-etienne", ["soudure"], "Saint-Étienne", null],
  ["somebody in R&D who speaks German", ["german"], null, "R&D"],
  ["Ada Lovelace", ["ada", "lovelace"], null, null],
  ["C++ or C#", ["c++", "or", "c#"], null, null],
  ["Lyon", [], "Lyon", null],
  ['"Lyon"', ["lyon"], null, null],
  ["who", ["who"], null, null],
  ["", [], null, null],
])("%s asks for %j at %s, %s", (text, words, site, department) => {
  expect(askedPeople(text, known)).toEqual({ words, site, department });
});

it("takes anything for a question", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(askedPeople(text, known).words.length).toBeLessThanOrEqual(text.length);
      expect(tellingWords(text).every((word) => word !== "")).toBe(true);
    }),
  );
});
