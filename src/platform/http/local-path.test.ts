import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filledPath, localPath } from "./local-path";

const APP = "https://levain.example.com";

const HOSTILE = [
  "",
  " ",
  "spaces",
  "?x=1",
  "#top",
  "//evil.example",
  "//evil.example/spaces",
  "///evil.example",
  "////evil.example",
  "/\\evil.example",
  "/\\/evil.example",
  "\\\\evil.example",
  "\\/evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/\r/evil.example",
  "/\r\nLocation: https://evil.example",
  "/spaces\r\nSet-Cookie: a=b",
  "\t//evil.example",
  " //evil.example",
  "/ /evil.example",
  "/\u0000/evil.example",
  "/\u00a0/evil.example",
  "/\u2028/evil.example",
  "/\ufeff/evil.example",
  "/\u007f",
  "http://evil.example",
  "https://evil.example/",
  "HTTPS://EVIL.EXAMPLE",
  "https:evil.example",
  "https:/evil.example",
  "https:\\\\evil.example",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:msgbox(1)",
  "blob:https://evil.example/1",
  "file:///etc/passwd",
  "mailto:a@b.example",
  "levain.example.com.evil.example",
  "@evil.example",
  "/.//evil.example",
  "/x/..//evil.example",
  "/..//evil.example",
  "/%2e//evil.example",
  "/a/../..//evil.example",
  `/${"a".repeat(3000)}`,
  null,
  undefined,
  7,
  ["/spaces"],
  { toString: () => "/spaces" },
];

describe("a path that came with a request", () => {
  test.each(HOSTILE)("leads nowhere: %j", (given) => {
    expect(localPath(given)).toBeNull();
  });

  test.each([
    "/",
    "/spaces",
    "/spaces/kitchen?x=1&y=%2F%2Fevil.example#c-2",
    "/search?q=caf%C3%A9+cr%C3%A8me",
    "/@someone",
    "/posts/1?back=https://evil.example/",
    "/a/b/",
  ])("is kept as it is: %s", (given) => {
    expect(localPath(given)).toBe(given);
  });

  test("is brought to its plain form", () => {
    expect(localPath("/spaces/../people")).toBe("/people");
    expect(localPath("/é")).toBe("/%C3%A9");
  });

  test("never leads off our origin, whatever it is", () => {
    const nasty = fc.string({
      unit: fc.constantFrom("/", "\\", ".", ":", "@", "%", "2", "f", "a", "\t", "\n", "?", "#", "é"),
    });
    fc.assert(
      fc.property(nasty, (tail) => {
        const path = localPath(`/${tail}`);
        if (path !== null) expect(new URL(path, APP).origin).toBe(APP);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a path with places to fill", () => {
  test("takes what a procedure answered, encoded", () => {
    expect(filledPath("/posts/{post}", { post: "a b/c" })).toBe("/posts/a%20b%2Fc");
    expect(filledPath("/page/{n}", { n: 3 })).toBe("/page/3");
  });

  test.each([
    ["/{post}", { post: "/evil.example" }, "/%2Fevil.example"],
    ["/{a}{b}", { a: "/", b: "/x" }, "/%2F%2Fx"],
    ["{post}", { post: "//evil.example" }, null],
    ["/posts/{missing}", { post: "1" }, null],
    ["/posts/{constructor}", { post: "1" }, null],
    ["/posts/{__proto__}", { post: "1" }, "/posts/{__proto__}"],
    ["/posts/{post}", null, null],
    ["/posts/{post}", { post: ["x"] }, null],
    [undefined, { post: "1" }, null],
  ])("%j with %j gives %j", (template, result, path) => {
    const given = filledPath(template, result);
    expect(given === null ? null : decodeURI(given)).toBe(path === null ? null : decodeURI(path));
  });
});
