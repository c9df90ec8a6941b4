import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeBlock, type Edit, linkOver, nextLine, sign, table } from "./edits";

/** A text with its caret at `|`, or a selection between two of them. */
function at(marked: string): [string, number, number] {
  const from = marked.indexOf("|");
  const to = marked.lastIndexOf("|");
  return [marked.replaceAll("|", ""), from, to > from ? to - 1 : from];
}

function after(text: string, edit: Edit | null): string | null {
  return edit === null ? null : text.slice(0, edit.from) + edit.text + text.slice(edit.to);
}

describe("Enter", () => {
  test.each([
    ["- one|", "- one\n- "],
    ["  * one|", "  * one\n  * "],
    ["9. nine|", "9. nine\n10. "],
    ["- [x] done|", "- [x] done\n- [ ] "],
    ["> said|", "> said\n> "],
    ["> - said|", "> - said\n> - "],
    ["- one|two", "- one\n- two"],
    ["- one\n- |", "- one\n"],
    ["> said\n> |", "> said\n"],
  ])("goes on with a list, and ends it: %j", (marked, expected) => {
    const [text, from, to] = at(marked);
    expect(after(text, nextLine(text, from, to))).toBe(expected);
  });

  test.each(["words|", "|- one", "-not|", "```\n- one|", "# head|"])("is only Enter elsewhere: %j", (marked) => {
    expect(nextLine(...at(marked))).toBeNull();
  });
});

test("a block stands apart from what is around it", () => {
  const [text, from, to] = at("a|b|c");
  expect(after(text, codeBlock(text, from, to))).toBe("a\n\n```\nb\n```\n\nc");
  expect(after("", table("", 0, 0, "Column"))).toBe("| Column | Column |\n| --- | --- |\n|  |  |");
});

test("code with fences in it gets a longer one", () => {
  const inner = "````\nx\n````";
  expect(after(inner, codeBlock(inner, 0, inner.length))).toBe(`\`\`\`\`\`\n${inner}\n\`\`\`\`\``);
});

test("a sign stands apart from the word before it", () => {
  expect([
    after("a", sign("a", 1, 1, "@")),
    after("a ", sign("a ", 2, 2, "@")),
    after("", sign("", 0, 0, ":")),
  ]).toEqual(["a @", "a @", ":"]);
});

test("an address over words makes a link, and over an address does not", () => {
  const over = (words: string, pasted: string) => after(words, linkOver(words, 0, words.length, pasted));
  expect(over("the plan", "https://a.example/x_(1)")).toBe("[the plan](https://a.example/x_%281%29)");
  expect(over("https://b.example", "https://a.example")).toBeNull();
  expect(over("the plan", "no address")).toBeNull();
  expect(over("two\nlines", "https://a.example")).toBeNull();
});

test("no edit reaches outside of the text, whatever it is", () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), fc.nat(), (text, a, b) => {
      const [from = 0, to = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
      for (const edit of [nextLine(text, from, to), codeBlock(text, from, to), table(text, from, to, "C")]) {
        if (edit === null) continue;
        expect(edit.from).toBeGreaterThanOrEqual(0);
        expect(edit.to).toBeLessThanOrEqual(text.length);
        const done = after(text, edit) ?? "";
        if (edit.select) expect(edit.select[1]).toBeLessThanOrEqual(done.length);
      }
    }),
  );
});
