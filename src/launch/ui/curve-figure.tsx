import { scaleLinear, scaleUtc } from "d3-scale";
import { curveMonotoneX, line } from "d3-shape";
import { useId } from "react";

/** One moment of a curve; null where there is nothing to say, which leaves a gap. */
export type CurvePoint = { readonly at: Date; readonly value: number | null };

type CurveFigureProps = {
  title: string;
  /** The same in words, for those who do not see the drawing. */
  summary: string;
  points: readonly CurvePoint[];
  /** Where the scale ends at least; 1 for shares. */
  least: number;
  writeValue: (value: number) => string;
  writeDate: (at: Date) => string;
};

const WIDTH = 720;
const HEIGHT = 220;
const FRAME = { left: 72, right: 12, top: 14, bottom: 34 };
/** Words keep their size on a phone, where the drawing shrinks to half. */
const LABEL = "fill-ink-soft text-[12px] max-sm:text-[20px]";

/** A curve over time, drawn on the server, by day and by night. */
export function CurveFigure({ title, summary, points, least, writeValue, writeDate }: CurveFigureProps) {
  const id = useId();
  const first = points[0]?.at ?? new Date(0);
  const last = points.at(-1)?.at ?? first;
  const x = scaleUtc([first, last], [FRAME.left + 6, WIDTH - FRAME.right - 6]);
  const most = Math.max(least, ...points.map(({ value }) => value ?? 0));
  const y = scaleLinear([0, most], [HEIGHT - FRAME.bottom, FRAME.top]).nice(3);
  const whole = (value: number) => least === 1 || Number.isInteger(value);
  const path = line<CurvePoint>()
    .defined(({ value }) => value !== null)
    .x(({ at }) => x(at))
    .y(({ value }) => y(value ?? 0))
    .curve(curveMonotoneX)
    .digits(1)(points);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="block w-full max-w-[45rem]"
      role="img"
      aria-labelledby={`${id}t ${id}s`}
    >
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}s`}>{summary}</desc>
      {y
        .ticks(3)
        .filter(whole)
        .map((tick) => (
          <g key={tick}>
            <path d={`M${FRAME.left} ${y(tick).toFixed(1)}H${WIDTH - FRAME.right}`} className="stroke-rye" />
            <text x={FRAME.left - 8} y={y(tick) + 4} textAnchor="end" className={LABEL}>
              {writeValue(tick)}
            </text>
          </g>
        ))}
      {dateTicks(points).map(({ at }, index, all) => (
        <text
          key={at.getTime()}
          x={x(at)}
          y={HEIGHT - 8}
          textAnchor={index === 0 ? "start" : index === all.length - 1 ? "end" : "middle"}
          className={LABEL}
        >
          {writeDate(at)}
        </text>
      ))}
      <path d={path ?? ""} className="fill-none stroke-crust" strokeWidth={2.25} />
      {alone(points).map(({ at, value }) => (
        <circle key={at.getTime()} cx={x(at)} cy={y(value ?? 0)} r={3.5} className="fill-crust" />
      ))}
    </svg>
  );
}

/** The first week, the last, and two between them. */
function dateTicks(points: readonly CurvePoint[]): CurvePoint[] {
  const last = points.length - 1;
  const places = new Set([0, Math.round(last / 3), Math.round((2 * last) / 3), last]);
  return points.filter((_, index) => places.has(index) && (last >= 6 || index === 0 || index === last));
}

/** Points that no line reaches, for want of neighbours. */
function alone(points: readonly CurvePoint[]): CurvePoint[] {
  const isBare = (index: number) => (points[index]?.value ?? null) === null;
  return points.filter((_, index) => !isBare(index) && isBare(index - 1) && isBare(index + 1));
}
