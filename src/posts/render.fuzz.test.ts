import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { render } from "./render";

/** What Markdown, HTML and browsers give a meaning to, and some words. */
const part = fc.constantFrom(
  ...[
    "# ",
    "## ",
    "###### ",
    "> ",
    "- ",
    "- [ ] ",
    "1. ",
    "```",
    "~~~js\n",
    "`",
    "**",
    "_",
    "~~",
    "|",
    "| a | b |\n| - | -: |\n",
  ],
  ...[
    "[",
    "](",
    ")",
    "![",
    "<",
    ">",
    "</",
    "script",
    "img src=x onerror=",
    "style=",
    "javascript:",
    "data:text/html,",
    "vbscript:",
  ],
  ...[
    "http://a.example/",
    "//a.example",
    "/people/",
    "/files/a/b.png",
    "/files/../x",
    '"',
    "'",
    "\\",
    "&#106;",
    "&lt;",
    ":tada:",
    "@",
    "#",
  ],
  ...["\n", "\n\n", "    ", "\t", " ", "word", "é", "🎉", "\u202e", "\u0000", "[a]: javascript:alert(1)\n"],
);
const text = fc
  .array(fc.oneof({ weight: 4, arbitrary: part }, fc.string({ maxLength: 8 })), { maxLength: 60 })
  .map((parts) => parts.join(""));

const TAG =
  /^<\/?(?:p|br|hr|h[3-6]|[uo]l|li|blockquote|pre|code|em|strong|s|a|img|table|thead|tbody|tr|t[hd]|details|summary)(?: (.*?))?(?: \/)?>$/s;
const ATTRIBUTE = new RegExp(
  [
    'href="(?:https?:|mailto:|/(?!/)|#|[^":]*")[^"]*"?',
    'rel="nofollow noopener ugc"',
    'class="(?:mention|task|fold)"',
    'src="/files/[^"]*"',
    'alt="[^"]*"',
    'loading="lazy"',
    'start="\\d+"',
    'tabindex="0"',
    'data-language="[\\w+#.-]{1,30}"',
    'style="text-align:(?:left|right|center)"',
  ]
    .map((one) => `(?:${one})`)
    .join("|"),
  "g",
);

describe("whatever somebody writes", () => {
  test("nothing comes out but known tags with known attributes", () => {
    fc.assert(
      fc.property(text, (body) => {
        const { bodyHtml } = render(body);
        for (const tag of bodyHtml.match(/<[^>]*>/g) ?? []) {
          const attributes = TAG.exec(tag)?.[1] ?? (TAG.test(tag) ? "" : `unknown ${tag}`);
          expect(attributes.replace(ATTRIBUTE, "").replace(/\/$/, "").trim(), tag).toBe("");
        }
        expect(bodyHtml).not.toMatch(/(?:href|src)="\s*(?:javascript|vbscript|data):/i);
      }),
      { numRuns: 400 },
    );
  });

  test("headings begin at the third level and leave none out", () => {
    const heading = fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom("", "> ", "- "))
      .map(([n, lead]) => `${lead}${"#".repeat(n)} x`);
    fc.assert(
      fc.property(fc.array(heading, { minLength: 1, maxLength: 12 }), (lines) => {
        const levels = [...render(lines.join("\n\n")).bodyHtml.matchAll(/<h(\d)>/g)].map((one) => Number(one[1]));
        expect(levels).toHaveLength(lines.length);
        levels.forEach((level, n) => {
          expect(level).toBeLessThanOrEqual(Math.min(6, (levels[n - 1] ?? 2) + 1));
          expect(level).toBeGreaterThanOrEqual(3);
        });
      }),
    );
  });
});

test.each([
  ["| a | b |\n| - | -: |\n| 1 | 2 |", '<td style="text-align:right">2</td>'],
  ["- [ ] one\n- [x] two", '<li class="task">☐ one</li>'],
  ["~~gone~~", "<s>gone</s>"],
  ["see https://a.example/x", '<a href="https://a.example/x" rel="nofollow noopener ugc">'],
  ["```ts\nconst a = 1;\n```", '<pre tabindex="0" data-language="ts"><code>const a = 1;\n</code></pre>'],
  ["![a plan](/files/abc/plan.png)", '<a href="/files/abc/plan.png">a plan</a>'],
  ["![far](https://a.example/x.png)", '<a href="https://a.example/x.png" rel="nofollow noopener ugc">far</a>'],
])("%j becomes %j", (body, html) => {
  expect(render(body).bodyHtml).toContain(html);
});
