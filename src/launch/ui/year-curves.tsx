import { formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import type { CurvesView } from "@/readiness/views";
import { Section } from "@/ui/page-title";
import { type Column, Table } from "@/ui/table";
import { CurveFigure, type CurvePoint } from "./curve-figure";

type Week = CurvesView["weeks"][number];
type Told = { t: Words; curves: CurvesView };

/** The three curves, each with the sentence of its latest week and the table behind it. Weeks are read in UTC. */
export function YearCurves({ t, curves }: Told) {
  const format = formats(t.locale, "UTC", curves.at);
  const { weeks } = curves;
  const last = weeks.at(-1);
  const told = weeks.findLast((week) => shareOf(week) !== null);
  if (last === undefined) return null;
  const date = format.shortDate(last.from);
  const number = { least: 4, write: (value: number) => format.number(value) };
  const answers =
    told === undefined
      ? t("readiness.curves.answersNone")
      : t("readiness.curves.answersText", {
          answered: told.answered ?? 0,
          opened: told.opened,
          date: format.shortDate(told.from),
        });
  return (
    <>
      <Curve
        {...{ t, curves, ...number }}
        title={t("readiness.curves.voicesTitle")}
        text={t("readiness.curves.voicesText", { value: last.voices, date })}
        figureOf={(week) => week.voices}
        columns={[{ key: "value", label: t("readiness.curves.voices"), numeric: true, cell: (week) => week.voices }]}
      />
      <Curve
        {...{ t, curves, ...number }}
        title={t("readiness.curves.returningTitle")}
        text={t("readiness.curves.returningText", { value: last.returning, date })}
        figureOf={(week) => week.returning}
        columns={[
          { key: "value", label: t("readiness.curves.returning"), numeric: true, cell: (week) => week.returning },
          { key: "of", label: t("readiness.curves.voices"), numeric: true, cell: (week) => week.voices },
        ]}
      />
      <Curve
        {...{ t, curves }}
        least={1}
        write={(value) => format.percent(value)}
        title={t("readiness.curves.answersTitle")}
        text={answers}
        figureOf={shareOf}
        columns={[
          {
            key: "value",
            label: t("readiness.curves.answeredInTime"),
            numeric: true,
            cell: ({ answered }) => answered ?? t("readiness.curves.soon"),
          },
          { key: "of", label: t("readiness.curves.opened"), numeric: true, cell: (week) => week.opened },
        ]}
      />
    </>
  );
}

/** The share of a week's conversations that were answered in time; null where that cannot be told. */
function shareOf({ opened, answered }: Week): number | null {
  return answered === null || opened === 0 ? null : answered / opened;
}

type CurveProps = Told & {
  title: string;
  text: string;
  least: number;
  write: (value: number) => string;
  figureOf: (week: Week) => number | null;
  columns: readonly Column<Week>[];
};

function Curve({ t, curves, title, text, least, write, figureOf, columns }: CurveProps) {
  const format = formats(t.locale, "UTC", curves.at);
  const points = curves.weeks.map((week): CurvePoint => ({ at: week.from, value: figureOf(week) }));
  const week: Column<Week> = {
    key: "week",
    label: t("readiness.curves.week"),
    cell: ({ from }) => <time dateTime={from.toISOString().slice(0, 10)}>{format.shortDate(from)}</time>,
  };
  return (
    <Section title={title}>
      <p className="mb-3 max-w-read font-serif text-read">{text}</p>
      <CurveFigure
        title={title}
        summary={summaryOf(t, points, { write, date: (at) => format.date(at) })}
        points={points}
        least={least}
        writeValue={write}
        writeDate={(at) => format.shortDate(at)}
      />
      <details className="mt-3">
        <summary>{t("readiness.curves.table")}</summary>
        <Table
          caption={title}
          captionHidden
          columns={[week, ...columns]}
          rows={curves.weeks.toReversed()}
          rowKey={({ from }) => from.toISOString()}
        />
      </details>
    </Section>
  );
}

type Writers = { write: (value: number) => string; date: (at: Date) => string };

function summaryOf(t: Words, points: readonly CurvePoint[], { write, date }: Writers): string {
  const told = points.flatMap(({ at, value }) => (value === null ? [] : [{ at, value }]));
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined) return t("readiness.curves.answersNone");
  const values = told.map(({ value }) => value);
  return t("readiness.curves.summary", {
    count: told.length,
    first: date(first.at),
    last: date(last.at),
    least: write(Math.min(...values)),
    most: write(Math.max(...values)),
    latest: write(last.value),
  });
}
