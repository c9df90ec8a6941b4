import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { format, isEmpty, NOTHING_ASKED, parse, withFilter } from "./grammar";

const word = (text: string) => ({ text, phrase: false, not: false });

describe("a search", () => {
  it.each([
    ["oven seal", { words: [word("oven"), word("seal")] }],
    [
      '"door seal" -glass',
      {
        words: [
          { text: "door seal", phrase: true, not: false },
          { ...word("glass"), not: true },
        ],
      },
    ],
    ["in:oven-care seal", { in: "oven-care", words: [word("seal")] }],
    ["dans:Oven-Care", { in: "oven-care" }],
    ["from:@ada", { from: "ada" }],
    ["@ada", { from: "ada" }],
    ['de:"Ada Martin"', { from: "Ada Martin" }],
    ["type:idée", { kind: "idea" }],
    ["kind:Question", { kind: "question" }],
    ["avant:1/3/2026 après:2025", { before: "2026-03-01", after: "2025-01-01" }],
    ["before:2026-02", { before: "2026-02-01" }],
    ["avec:réponse", { has: "answer" }],
    ["is:open est:ouvert", { is: "open" }],
    ["« à la main »", { words: [{ text: "à la main", phrase: true, not: false }] }],
  ])("understands %s", (text, wish) => {
    expect(parse(text)).toEqual({ ...NOTHING_ASKED, ...wish });
  });

  it.each([
    ["color:red", ["color:red"]],
    ["before:2026-02-30", ["before:2026-02-30"]],
    ["kind:unicorn", ["kind:unicorn"]],
    ["in: seal", ["in:", "seal"]],
    ["10:30", ["10:30"]],
    ["constructor:x __proto__:y", ["constructor:x", "__proto__:y"]],
    ['"never closed', ["never closed"]],
    ["C++ & Kafka!", ["C++", "Kafka!"]],
    ["-", []],
    ["!!! ???", []],
  ])("takes what is no filter in %s for words", (text, words) => {
    const asked = parse(text);
    expect(asked.words.map((one) => one.text)).toEqual(words);
    expect({ ...asked, words: [] }).toEqual(NOTHING_ASKED);
  });

  it("keeps the last of a filter that is given twice", () => {
    expect(parse("kind:idea kind:question").kind).toBe("question");
  });

  it("changes one filter and nothing else", () => {
    const asked = parse("seal kind:idea from:ada");
    expect(withFilter(asked, "kind", "question")).toEqual({ ...asked, kind: "question" });
    expect(withFilter(asked, "from", "")).toEqual({ ...asked, from: null });
  });

  it("is empty when it only says what it does not want", () => {
    expect(isEmpty(parse("-seal"))).toBe(true);
    expect(isEmpty(parse("kind:idea"))).toBe(false);
  });
});

const piece = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom(
    '"',
    "-",
    "@",
    ":",
    " ",
    "«",
    "»",
    "in:",
    "from:",
    "de:",
    "kind:",
    "type:question",
    "before:2026-1-3",
  ),
);
const typed = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));

describe("whatever is typed", () => {
  it("is understood, and understood the same again when it is written out", () => {
    fc.assert(
      fc.property(typed, (text) => {
        const asked = parse(text);
        expect(parse(format(asked))).toEqual(asked);
      }),
      { numRuns: 3000 },
    );
  });

  it("takes no time to speak of, however long", () => {
    for (const sign of ['"', "-", "@", "a:", "in:", '"a', "« "]) expect(parse(sign.repeat(20_000))).toBeDefined();
  });
});
