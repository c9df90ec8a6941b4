import { describe, expect, test } from "vitest";
import { render } from "./render";

const HOSTILE = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<details open ontoggle=alert(1)><summary class=fold>x</summary></details>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](java\tscript:alert(1))",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "[x](vbscript:msgbox)",
  "<javascript:alert(1)>",
  '[x](http://a.example/"onmouseover="alert(1))',
  '[x](http://a.example "t\\" onclick=alert(1)")',
  "![x](http://a.example/pixel.png)",
  '```x" onload="alert(1)\ncode\n```',
  "```language-js hidden fixed\ncode\n```",
  "[a]: javascript:alert(1)\n[a]",
  `> ${"long ".repeat(200)}<summary class="fold"></summary><blockquote>`,
  "| a |\n| :-: |\n| <b style=position:fixed>x</b> |",
];

/** Every tag that is written out, with its attributes. */
const tagsIn = (html: string) => html.match(/<[^>]*>/g) ?? [];

describe("what people write", () => {
  test.each(HOSTILE)("brings no script, no image and no address of another kind: %j", (text) => {
    for (const tag of tagsIn(render(text).bodyHtml)) {
      expect(tag).toMatch(
        /^<\/?(?:p|br|hr|h[3-6]|[uo]l|li|blockquote|pre|code|em|strong|s|a|table|thead|tbody|tr|t[hd]|details|summary)\b/,
      );
      expect(tag).not.toMatch(/\son\w+\s*=(?=[^"]*(?:"[^"]*"[^"]*)*>$)/i);
      expect(tag).not.toMatch(/href="(?!https?:|mailto:)/i);
      expect(tag).not.toMatch(/class="(?!language-[\w-]+"|fold")/);
      expect(tag).not.toMatch(/style="(?!text-align:(?:left|right|center)")/);
    }
  });

  test.each(["[", "![", "<a", "&", "http://", "a_", "**a ", "> ", "`", "| "])("is read in no time: %j", (part) => {
    const began = process.cpuUsage();
    render(part.repeat(40_000 / part.length));
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(3000);
  });

  test("is cut for lists between characters", () => {
    expect(render(`${"x".repeat(239)}${"🎉".repeat(100)}`).excerpt.isWellFormed()).toBe(true);
  });
});
