import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { Link } from "@/ui/link";
import { Table } from "@/ui/table";
import type { GraphView } from "../views";
import { Mark } from "./marks";

type Told = { t: Words; graph: GraphView };

/** What the marks stand for. Small departments are not told apart. */
export function GraphLegend({ t, graph }: Told) {
  const { shown, others } = graph.groups;
  const grouped = shown.reduce((sum, { count }) => sum + count, 0);
  const hasOthers = graph.people.some(({ group }) => group === null) || grouped === 0;
  return (
    <ul className="list my-3 flex flex-wrap gap-x-5 gap-y-1" aria-label={t("readiness.graph.legend")}>
      {shown.map(({ name, count }, index) => (
        <Entry key={name} group={index}>
          {t("readiness.graph.count", { name, count })}
        </Entry>
      ))}
      {hasOthers ? (
        <Entry group={null}>
          {others === null || others === 0
            ? t("readiness.graph.othersFew")
            : t("readiness.graph.count", { name: t("readiness.graph.others"), count: others })}
        </Entry>
      ) : null}
      <Entry group={null} hollow>
        {t("readiness.graph.alone")}
      </Entry>
    </ul>
  );
}

type EntryProps = { group: number | null; hollow?: boolean; children: string };

function Entry({ group, hollow, children }: EntryProps) {
  return (
    <li className="flex items-center gap-1.5">
      <svg viewBox="-9 -9 18 18" className="size-4 flex-none" aria-hidden="true">
        <Mark group={group} hollow={hollow ?? false} />
      </svg>
      {children}
    </li>
  );
}

type Row = GraphView["people"][number] & { strongest: readonly string[] };

/** The same as the picture, for reading: everybody with the people whom they answered or were answered by most. */
export function GraphTable({ t, graph, format }: Told & { format: Formats }) {
  const names = new Map(graph.people.map(({ id, displayName }) => [id as string, displayName]));
  const rows = graph.people
    .toSorted((a, b) => b.ties - a.ties || a.displayName.localeCompare(b.displayName, t.locale))
    .map((person): Row => ({ ...person, strongest: strongestOf(graph, person.id, names) }));
  return (
    <Table<Row>
      caption={t("readiness.graph.caption")}
      columns={[
        {
          key: "name",
          label: t("readiness.graph.name"),
          cell: ({ id, displayName }) => <Link href={paths.person(id)}>{displayName}</Link>,
        },
        { key: "department", label: t("readiness.graph.department"), cell: ({ group }) => group ?? "" },
        { key: "written", label: t("readiness.graph.written"), numeric: true, cell: ({ written }) => written },
        { key: "ties", label: t("readiness.graph.ties"), numeric: true, cell: ({ ties }) => ties },
        {
          key: "strongest",
          label: t("readiness.graph.strongest"),
          cell: ({ strongest }) => <span className="block min-w-48">{format.list(strongest)}</span>,
        },
      ]}
      rows={rows}
      rowKey={({ id }) => id}
    />
  );
}

/** The three with whom a person exchanged most answers. */
function strongestOf(graph: GraphView, id: string, names: ReadonlyMap<string, string>): string[] {
  return graph.ties
    .filter(({ a, b }) => a === id || b === id)
    .sort((one, other) => other.count - one.count)
    .slice(0, 3)
    .map(({ a, b }) => names.get(a === id ? b : a) ?? "");
}
