import { scaleLinear } from "d3-scale";
import { useId } from "react";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { STAGES } from "@/stages/shape";
import { Section } from "@/ui/page-title";
import { Table } from "@/ui/table";
import { SEGMENTS, type Segment, type SegmentsView, type SplitView } from "../segments/views";

type Group = { readonly name: string; readonly count: number; readonly isOthers: boolean };

const ROW = 42;
const BAR = 12;
/** How much of the width the longest bar takes, in percent: its number stands behind it. */
const LONGEST = 86;
const WAYS = ["host-invitation", "member-invitation", "wave", "kept", "directory"] as const;

/** From where the votes on an idea come: one plot for each mark, with its table behind. */
export function Segments({ segments, t, format }: { segments: SegmentsView; t: Words; format: Formats }) {
  return SEGMENTS.map((segment) => (
    <Section key={segment} title={t(`feedback.segments.${segment}`)}>
      <Split segment={segment} split={segments.by[segment]} votes={segments.idea.voteCount} t={t} format={format} />
    </Section>
  ));
}

type SplitProps = { segment: Segment; split: SplitView; votes: number; t: Words; format: Formats };

function Split({ segment, split, votes, t, format }: SplitProps) {
  const title = t(`feedback.segments.${segment}`);
  const groups = groupsOf(segment, split, t);
  const [most] = groups;
  if (most === undefined || split.shown.length === 0) return <p className="quiet">{t("feedback.segments.few")}</p>;
  const summary = t("feedback.segments.summary", { votes, groups: groups.length, most: most.name });
  return (
    <>
      <Bars groups={groups} title={title} summary={summary} format={format} />
      <details className="mt-3">
        <summary>{t("feedback.segments.table")}</summary>
        <Table
          caption={title}
          captionHidden
          rows={groups}
          rowKey={({ name, isOthers }) => `${isOthers} ${name}`}
          columns={[
            { key: "group", label: t("feedback.segments.group"), cell: ({ name }) => name },
            { key: "votes", label: t("feedback.segments.votes"), numeric: true, cell: ({ count }) => count },
            {
              key: "share",
              label: t("feedback.segments.share"),
              numeric: true,
              cell: ({ count }) => format.percent(count / votes),
            },
          ]}
        />
      </details>
    </>
  );
}

type BarsProps = { groups: readonly Group[]; title: string; summary: string; format: Formats };

/** A bar for each group, its name above it. Lengths are shares of the width, so that words keep their size on a phone. */
function Bars({ groups, title, summary, format }: BarsProps) {
  const id = useId();
  const most = Math.max(...groups.map(({ count }) => count));
  const width = scaleLinear([0, most], [0, LONGEST]);
  return (
    <svg
      width="100%"
      height={groups.length * ROW}
      className="block max-w-160"
      role="img"
      aria-labelledby={`${id}t ${id}s`}
    >
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}s`}>{summary}</desc>
      {groups.map(({ name, count, isOthers }, at) => (
        <g key={`${isOthers} ${name}`} transform={`translate(0 ${at * ROW})`}>
          <text x={0} y={14} className="fill-ink text-[14px]">
            {name}
          </text>
          <rect
            x={0}
            y={21}
            width={`${width(count).toFixed(1)}%`}
            height={BAR}
            className={isOthers ? "fill-rye-strong" : "fill-crust"}
          />
          <text x={`${width(count).toFixed(1)}%`} dx={8} y={32} className="fill-ink-soft text-[14px] tabular-nums">
            {format.number(count)}
          </text>
        </g>
      ))}
    </svg>
  );
}

function groupsOf(segment: Segment, { shown, others }: SplitView, t: Words): Group[] {
  const named = shown.map(({ name, count }) => ({ name: nameOf(segment, name, t), count, isOthers: false }));
  const rest = others === null || others === 0 ? [] : [{ name: t("feedback.segments.others"), count: others }];
  return [...named, ...rest.map((one) => ({ ...one, isOthers: true }))];
}

function nameOf(segment: Segment, name: string, t: Words): string {
  const way = WAYS.find((one) => one === name);
  if (segment === "way" && way !== undefined) return t(`feedback.segments.ways.${way}`);
  const stage = STAGES.find((one) => one === name);
  return segment === "stage" && stage !== undefined ? t(`stages.name.${stage}`) : name;
}
