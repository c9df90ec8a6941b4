"use client";
import type { Words } from "@/i18n/words";
import { K } from "@/platform/suppress";
import { Table } from "@/ui/table";
import type { Room } from "./data";

type Departments = Room["inside"]["departments"];

/** Counts by department; small ones stand together, so that nobody can be told apart. */
export function DepartmentTable({ t, departments, caption }: { t: Words; departments: Departments; caption: string }) {
  const { shown, others } = departments;
  if (others === null || shown.length === 0) return <p className="quiet">{t("launch.room.noDepartment", { k: K })}</p>;
  const rest = others > 0 ? [{ name: t("launch.room.others"), count: others }] : [];
  return (
    <Table
      caption={<span className="hidden-words">{caption}</span>}
      rows={[...shown, ...rest]}
      rowKey={({ name }) => name}
      columns={[
        { key: "name", label: t("launch.room.department"), cell: ({ name }) => name },
        { key: "count", label: t("launch.room.people"), numeric: true, cell: ({ count }) => count },
      ]}
    />
  );
}
