import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";

const WIDTH = 96;
const HEIGHT = 20;

/** A small curve of a gate's first figure, week by week; the same in words for those who do not see it. */
export function Sparkline({ values, label }: { values: readonly number[]; label: string }) {
  if (values.length < 2) return null;
  const x = scaleLinear([0, values.length - 1], [2, WIDTH - 2]);
  const y = scaleLinear([Math.min(0, ...values), Math.max(...values, Number.EPSILON)], [HEIGHT - 2, 2]);
  const path = line<number>((_, index) => x(index), y).digits(1)([...values]);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} role="img" aria-label={label}>
      <path d={path ?? ""} className="fill-none stroke-crust" strokeWidth={1.5} />
    </svg>
  );
}
