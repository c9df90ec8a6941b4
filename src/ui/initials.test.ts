import { expect, it } from "vitest";
import { colourOf, initials } from "@/ui/initials";

it.each([
  ["Chloé Marchand", "CM"],
  ["Jean-Baptiste de la Tour", "JT"],
  ["émile", "É"],
  ["E\u0301mile Zola", "E\u0301Z"],
  ["  ", "?"],
  ["<b>", "B"],
  ["李 小龍", "李小"],
  ["R2 D2", "RD"],
])("the initials of %j are %s", (name, said) => {
  expect(initials(name)).toBe(said);
});

it("a person keeps one colour, and all eight are used", () => {
  expect(colourOf("018f-a")).toBe(colourOf("018f-a"));
  const used = new Set(Array.from({ length: 200 }, (_, index) => colourOf(`person-${index}`)));
  expect([...used].toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});
