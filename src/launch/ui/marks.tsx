import {
  type SymbolType,
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
} from "d3-shape";

/** Shape and colour together tell departments apart, so that neither has to be seen alone. */
const MARKS: readonly { shape: SymbolType; look: string }[] = [
  { shape: symbolCircle, look: "fill-crust stroke-crust" },
  { shape: symbolSquare, look: "fill-sage stroke-sage" },
  { shape: symbolTriangle, look: "fill-beet stroke-beet" },
  { shape: symbolDiamond, look: "fill-ink stroke-ink" },
  { shape: symbolStar, look: "fill-crust stroke-crust" },
  { shape: symbolTriangle, look: "fill-sage stroke-sage" },
  { shape: symbolSquare, look: "fill-beet stroke-beet" },
  { shape: symbolCircle, look: "fill-ink stroke-ink" },
  { shape: symbolDiamond, look: "fill-sage stroke-sage" },
];
const OTHERS = { shape: symbolWye, look: "fill-rye-strong stroke-rye-strong" };

type MarkProps = {
  /** The place of the group in the legend; null for all others. */
  group: number | null;
  hollow?: boolean;
  /** The area that it covers, in units of the drawing. */
  area?: number;
};

/** The mark of a person, or of a group in the legend. More groups than marks share the mark of all others. */
export function Mark({ group, hollow = false, area = 110 }: MarkProps) {
  const { shape, look } = (group === null ? undefined : MARKS[group]) ?? OTHERS;
  const d = symbol(shape, area).digits(1)() ?? "";
  const filled = hollow ? look.replace(/^fill-\S+/, "fill-flour") : look;
  return <path d={d} className={filled} strokeWidth={hollow ? 2 : 1} />;
}
