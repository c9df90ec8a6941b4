import { readFileSync } from "node:fs";
import { contrast, hex, type Oklch } from "@tests/gallery/colour";
import { describe, expect, it } from "vitest";

const NUMBERS = String.raw`oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)`;
const PAIR = new RegExp(String.raw`(--[\w-]+): light-dark\(${NUMBERS}, ${NUMBERS}\)`, "g");

type Side = "day" | "night";
type Tokens = ReadonlyMap<string, Record<Side, Oklch>>;

function tokensOf(css: string): Tokens {
  const pairs = [...css.matchAll(PAIR)].map(([, name = "", ...numbers]) => {
    const [l = 0, c = 0, h = 0, l2 = 0, c2 = 0, h2 = 0] = numbers.map(Number);
    return [name, { day: [l, c, h], night: [l2, c2, h2] }] as [string, Record<Side, Oklch>];
  });
  return new Map(pairs);
}

const theme = readFileSync("src/ui/styles/theme.css", "utf8");
const tokens = tokensOf(theme);

function colour(name: string, side: Side): Oklch {
  const token = tokens.get(`--color-${name}`);
  if (!token) throw new Error(`no token ${name}`);
  return token[side];
}

const grounds = ["flour", "flour-deep", "flour-raised"];
const faint = ["crust-faint", "sage-faint", "beet-faint"];
const atLeast: readonly (readonly [number, string, readonly string[]])[] = [
  // Body text: AAA. Everything else that is read: AA. Edges of controls and focus rings: 3 to 1 (WCAG 1.4.11).
  [7, "ink", [...grounds, ...faint]],
  [4.5, "ink-soft", [...grounds, ...faint]],
  [4.5, "crust", [...grounds, "crust-faint"]],
  [4.5, "crust-strong", grounds],
  [4.5, "sage", [...grounds, "sage-faint"]],
  [4.5, "beet", [...grounds, "beet-faint"]],
  [4.5, "on-crust", ["crust", "crust-strong"]],
  [4.5, "on-beet", ["beet"]],
  [3, "rye-strong", grounds],
  [3, "crust", [...grounds, ...faint]],
];

describe.each(["day", "night"] as const)("the colours by %s", (side) => {
  it.each(atLeast.flatMap(([least, front, backs]) => backs.map((back) => ({ least, front, back }))))(
    "$front on $back has a contrast of $least to 1",
    ({ least, front, back }) => {
      expect(contrast(colour(front, side), colour(back, side))).toBeGreaterThanOrEqual(least);
    },
  );

  it("let initials be read on every face", () => {
    const rules = readFileSync("src/ui/styles/avatar.css", "utf8").split("[data-colour=").slice(1);
    expect(rules).toHaveLength(8);
    for (const rule of rules) {
      const pair = tokensOf(rule);
      const ground = pair.get("--avatar-ground");
      const ink = pair.get("--avatar-ink");
      if (!ground || !ink) throw new Error(`incomplete: ${rule}`);
      expect(contrast(ground[side], ink[side])).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe("the contrast of two colours", () => {
  it("is 21 for black on white and 1 for a colour on itself", () => {
    expect(contrast([0, 0, 0], [1, 0, 0])).toBeCloseTo(21, 3);
    expect(contrast([0.5, 0.1, 50], [0.5, 0.1, 50])).toBe(1);
  });
  it("is computed from the sRGB that a browser shows", () => {
    expect(hex([0.6279553606, 0.2576833077, 29.2338851923])).toBe("#ff0000");
    expect(hex([0.4520137184, 0.3132143719, 264.0520206381])).toBe("#0000ff");
  });
  it("is what the colour of the browser's own frame follows", () => {
    const layout = readFileSync("src/app/layout.tsx", "utf8");
    expect(layout).toContain(hex(colour("flour", "day")));
    expect(layout).toContain(hex(colour("flour", "night")));
  });
});
