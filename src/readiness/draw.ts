import { scaleLinear, scaleUtc } from "d3-scale";
import { curveMonotoneX, line } from "d3-shape";
import { DAY } from "@/platform/durations";
import { type CurvePoint, readyStretches } from "./curve";
import type { GateKey } from "./shape";

const WIDTH = 960;
const BAND = 120;
const LEFT = 56;
const RIGHT = 16;
const TOP = 64;
const GAP = 34;

/** The figures that are drawn, one band each: gate, figure, colour. */
const BANDS: readonly { key: GateKey; part: string; colour: string }[] = [
  { key: "L1", part: "people", colour: "#8a4b12" },
  { key: "L2", part: "share", colour: "#3c6b4f" },
  { key: "L5", part: "answered", colour: "#3a5f8a" },
];

/** The words of the drawing. `bands` are the names of the gates by key; `summary` is the text in place of the picture. */
export type CurveWords = {
  readonly lang: string;
  readonly title: string;
  readonly summary: string;
  readonly ready: string;
  readonly bands: Readonly<Partial<Record<GateKey, string>>>;
};

/**
 * Draws a curve as a stand-alone SVG: three figures over time, each with its threshold, on the stretches in which the
 * rule held. Its title and description tell the same in words.
 */
export function drawCurve(curve: readonly CurvePoint[], words: CurveWords): string {
  const height = TOP + BANDS.length * (BAND + GAP) + 24;
  const first = curve[0]?.at ?? 0;
  const x = scaleUtc([first, curve.at(-1)?.at ?? first + DAY], [LEFT, WIDTH - RIGHT]);
  const stretches = readyStretches(curve).map(({ from, until }) => {
    const left = x(from - 15 * DAY);
    return `<rect x="${fixed(left)}" y="${TOP - 8}" width="${fixed(x(until + 15 * DAY) - left)}" height="${height - TOP - 24}"/>`;
  });
  const bands = BANDS.map((band, index) => drawBand(curve, band, { x, top: TOP + index * (BAND + GAP), words }));
  const ticks = x.ticks(8).map((tick) => {
    const label = tick.getUTCMonth() === 0 ? String(tick.getUTCFullYear()) : tick.toISOString().slice(0, 7);
    return `<text x="${fixed(x(tick))}" y="${height - 8}" text-anchor="middle">${label}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}"`,
    ` role="img" lang="${escaped(words.lang)}" aria-labelledby="curve-title curve-summary"`,
    ` font-family="ui-sans-serif, system-ui, sans-serif" font-size="12" fill="#3b322b">`,
    `<title id="curve-title">${escaped(words.title)}</title>`,
    `<desc id="curve-summary">${escaped(words.summary)}</desc>`,
    `<rect width="${WIDTH}" height="${height}" fill="#fbf8f2"/>`,
    `<text x="${LEFT}" y="24" font-size="16" font-family="ui-serif, Georgia, serif">${escaped(words.title)}</text>`,
    `<g fill="#dfe8d8">${stretches.join("")}<rect x="${LEFT}" y="34" width="12" height="12"/></g>`,
    `<text x="${LEFT + 18}" y="44">${escaped(words.ready)}</text>`,
    ...bands,
    ...ticks,
    "</svg>",
  ].join("");
}

type Frame = { x: (at: number) => number; top: number; words: CurveWords };

function drawBand(curve: readonly CurvePoint[], band: (typeof BANDS)[number], { x, top, words }: Frame): string {
  const points = curve.map((point) => ({ at: point.at, part: partOf(point, band.key, band.part) }));
  const percent = points.some(({ part }) => part?.unit === "share");
  const threshold = points.find(({ part }) => part)?.part?.threshold ?? 0;
  const most = percent ? 1 : Math.max(threshold * 1.2, 1, ...points.map(({ part }) => part?.value ?? 0));
  const y = scaleLinear([0, most], [top + BAND, top + 14]).nice(4);
  const path = line<(typeof points)[number]>()
    .defined(({ part }) => part?.value !== undefined && part.value !== null)
    .x(({ at }) => x(at))
    .y(({ part }) => y(part?.value ?? 0))
    .curve(curveMonotoneX)
    .digits(1)(points);
  const write = (value: number) => (percent ? `${Math.round(value * 100)}\u00a0%` : String(value));
  const grid = y
    .ticks(3)
    .map(
      (tick) =>
        `<path d="M${LEFT} ${fixed(y(tick))}H${WIDTH - RIGHT}" stroke="#e4dccf"/>` +
        `<text x="${LEFT - 8}" y="${fixed(y(tick) + 4)}" text-anchor="end">${write(tick)}</text>`,
    );
  return [
    `<text x="${LEFT}" y="${top + 4}" font-weight="600">${escaped(words.bands[band.key] ?? band.key)}</text>`,
    ...grid,
    `<path d="M${LEFT} ${fixed(y(threshold))}H${WIDTH - RIGHT}" stroke="#3b322b" stroke-dasharray="4 4"/>`,
    `<path d="${path ?? ""}" fill="none" stroke="${band.colour}" stroke-width="1.8"/>`,
  ].join("");
}

function partOf(point: CurvePoint, key: GateKey, part: string) {
  return point.gates.find((gate) => gate.key === key)?.parts.find((one) => one.key === part);
}

function fixed(value: number): string {
  return value.toFixed(1);
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
