import { describe, expect, it } from "vitest";
import { ICON_SHAPES, ICON_SOURCES } from "@/ui/icon-shapes";

type Attributes = Readonly<Record<string, string>>;
type Drawing = { readonly __iconData: { readonly node: readonly (readonly [string, Attributes])[] } };

/** A relative first move is absolute only at the very start, so its points after the first must become lines. */
function fromTheStart(d: string): string {
  const move = /^m\s*(-?[\d.]+)[\s,]*(-?[\d.]+)\s*(.*)$/s.exec(d);
  if (!move) return d;
  const [, x, y, rest = ""] = move;
  return `M${x} ${y}${/^[-.\d]/.test(rest) ? "l" : ""}${rest}`;
}

/** One SVG element of the icon set as path data (SVG 2, chapter 10: each basic shape has an equivalent path). */
function pathOf([tag, a]: readonly [string, Attributes]): string {
  const at = (name: string): number => Number(a[name] ?? 0);
  const points = (a.points ?? "").trim().replaceAll(/\s+/g, " ");
  switch (tag) {
    case "path":
      return fromTheStart(a.d ?? "");
    case "line":
      return `M${at("x1")} ${at("y1")}L${at("x2")} ${at("y2")}`;
    case "polyline":
      return `M${points}`;
    case "polygon":
      return `M${points}z`;
    case "circle": {
      const r = at("r");
      return `M${at("cx") - r} ${at("cy")}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
    }
    case "rect": {
      const [w, h, r] = [at("width"), at("height"), a.rx === undefined ? at("ry") : at("rx")];
      const corner = (dx: number, dy: number) => (r === 0 ? "" : `a${r} ${r} 0 0 1 ${dx * r} ${dy * r}`);
      return (
        `M${at("x") + r} ${at("y")}h${w - 2 * r}${corner(1, 1)}v${h - 2 * r}${corner(-1, 1)}` +
        `h${2 * r - w}${corner(-1, -1)}v${2 * r - h}${corner(1, -1)}z`
      );
    }
    default:
      throw new Error(`no path for <${tag}>`);
  }
}

describe("icons", () => {
  it.each(Object.entries(ICON_SOURCES))("%s is the drawing of the icon set that is installed", async (name, source) => {
    const drawing: Drawing = await import(`../../node_modules/lucide-react/dist/esm/icons/${source}.mjs`);
    const shape = new Map<string, string>(Object.entries(ICON_SHAPES)).get(name);
    expect(shape).toBe(drawing.__iconData.node.map(pathOf).join(""));
  });
});
