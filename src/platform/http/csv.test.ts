import { expect, it } from "vitest";
import { csv } from "./csv";

it("writes lines that any reader of CSV reads", () => {
  expect(
    csv([
      ["a", "b"],
      ["x, y", 'say "so"'],
      ["two\nlines", -3, null],
    ]),
  ).toBe('a,b\r\n"x, y","say ""so"""\r\n"two\nlines",-3,\r\n');
});

it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\r=1"])("keeps a spreadsheet from running %j", (text) => {
  expect(csv([[text]])).toContain(`'${text}`);
});
