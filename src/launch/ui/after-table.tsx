import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { Table } from "@/ui/table";
import type { HistoryView } from "../views";

type AfterTableProps = { t: Words; format: Formats; flip: HistoryView };

/** What came of a flip after a week and after four: how many came in, and how many of them on another day again. */
export function AfterTable({ t, format, flip }: AfterTableProps) {
  const { after, effect } = flip;
  if (effect.gained === 0 || flip.undoneAt !== null || flip.undoes !== null) return null;
  const spans = [
    { days: 7, span: after?.week ?? null },
    { days: 28, span: after?.month ?? null },
  ];
  const figure = (value: number | undefined) => (value === undefined ? t("launch.after.early") : format.number(value));
  const isPart = after !== null && after.looked < effect.gained;
  return (
    <>
      <Table
        caption={t("launch.after.caption")}
        rows={spans}
        rowKey={({ days }) => String(days)}
        columns={[
          { key: "days", label: t("launch.after.span"), cell: ({ days }) => t("launch.after.days", { days }) },
          { key: "came", label: t("launch.after.came"), numeric: true, cell: ({ span }) => figure(span?.came) },
          { key: "back", label: t("launch.after.back"), numeric: true, cell: ({ span }) => figure(span?.back) },
        ]}
      />
      {isPart ? <p className="quiet fine">{t("launch.after.part", { count: after.looked })}</p> : null}
    </>
  );
}
