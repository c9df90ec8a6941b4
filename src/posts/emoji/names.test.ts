import { expect, test } from "vitest";
import { render } from "../render";
import names from "./names.json";

test("the emoji are those of the data that is installed", async () => {
  const path: string = "../../../scripts/emoji.mjs";
  const script: { emojiLines: () => string } = await import(path);
  expect(names.lines).toBe(script.emojiLines());
});

test.each([
  ["Bravo :tada:", "Bravo 🎉"],
  ["Bravo :cotillons:!", "Bravo 🎉!"],
  [":+1:", "👍️"],
  ["at 10:30:15, a:tada:b, :nothing:", "at 10:30:15, a:tada:b, :nothing:"],
])("a name becomes its emoji, and nothing else does: %s", (text, seen) => {
  expect(render(text).excerpt).toBe(seen);
  expect(render(`\`${text}\``).excerpt).toBe(text);
});
