"use client";
import type { Words } from "@/i18n/words";
import { Table } from "@/ui/table";
import type { Gates } from "./data";
import { useReader } from "./reader";

type Part = Gates["gates"][number]["parts"][number];

/** Every figure of a gate: what it is, of how many, its lower bound, what is asked and what would be better. */
export function GateFigures({ name, parts, at }: { name: string; parts: readonly Part[]; at: string }) {
  const { t, format } = useReader(at);
  const write = (part: Part, value: number | null) => {
    if (value === null) return "–";
    return part.unit === "share" || part.unit === "ratio"
      ? format.percent(value)
      : format.number(value, value % 1 ? 1 : 0);
  };
  return (
    <details className="mt-1">
      <summary className="fine">{t("launch.gates.figures")}</summary>
      <Table
        caption={name}
        captionHidden
        rows={parts}
        rowKey={({ key }) => key}
        columns={[
          { key: "figure", label: t("launch.gates.figure"), cell: ({ key }) => partName(t, key) },
          {
            key: "value",
            label: t("launch.gates.value"),
            numeric: true,
            cell: (part) => (part.value === null ? t("launch.gates.none") : write(part, part.value)),
          },
          {
            key: "n",
            label: t("launch.gates.sample"),
            numeric: true,
            cell: ({ n }) => (n === null ? "–" : format.number(n)),
          },
          { key: "low", label: t("launch.gates.low"), numeric: true, cell: (part) => write(part, part.low) },
          {
            key: "asked",
            label: t("launch.gates.threshold"),
            numeric: true,
            cell: (part) => write(part, part.threshold),
          },
          { key: "target", label: t("launch.gates.target"), numeric: true, cell: (part) => write(part, part.target) },
        ]}
      />
    </details>
  );
}

function partName(t: Words, key: string): string {
  const path = `launch.gates.parts.${key}`;
  return t.has(path) ? t(path) : key;
}
