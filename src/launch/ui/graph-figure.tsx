import { useId } from "react";
import type { Words } from "@/i18n/words";
import { GRAPH } from "../graph-layout";
import type { GraphView } from "../views";
import { Mark } from "./marks";

/** Words stand on lines: a seam of the ground around them keeps them readable. */
const NAME = "fill-ink stroke-flour text-[13px] [paint-order:stroke] max-sm:hidden";
/** As many names as still can be read. */
const NAMED_MAX = 24;

/** How much is in the picture, in one sentence. */
export function graphSummary(t: Words, { people, ties }: GraphView): string {
  const alone = people.filter((person) => person.ties === 0).length;
  return t("readiness.graph.summary", { people: people.length, ties: ties.length, alone });
}

/** Who answers whom, as a picture; its words and its table stand beside it. */
export function GraphFigure({ t, graph }: { t: Words; graph: GraphView }) {
  const id = useId();
  const places = new Map(graph.people.map((person) => [person.id as string, person]));
  const groups = graph.groups.shown.map(({ name }) => name);
  const named = new Set(
    graph.people
      .toSorted((a, b) => b.ties - a.ties)
      .slice(0, NAMED_MAX)
      .map((person) => person.id),
  );
  return (
    <svg
      viewBox={`0 0 ${GRAPH.width} ${GRAPH.height}`}
      className="block w-full max-w-[60rem]"
      role="img"
      aria-labelledby={`${id}t ${id}s`}
    >
      <title id={`${id}t`}>{t("readiness.graph.title")}</title>
      <desc id={`${id}s`}>{graphSummary(t, graph)}</desc>
      {graph.ties.map(({ a, b, count }) => {
        const [from, to] = [places.get(a), places.get(b)];
        return from && to ? (
          <path
            key={`${a}${b}`}
            d={`M${from.x} ${from.y}L${to.x} ${to.y}`}
            className="stroke-rye-strong"
            strokeOpacity={0.55}
            strokeWidth={Math.min(5, 0.6 + Math.sqrt(count) * 0.6)}
          />
        ) : null;
      })}
      {graph.people.map((person) => (
        <g key={person.id} transform={`translate(${person.x} ${person.y})`}>
          <title>{t("readiness.graph.person", { name: person.displayName, ties: person.ties })}</title>
          <Mark group={placeOf(groups, person.group)} hollow={person.ties === 0} />
        </g>
      ))}
      {graph.people
        .filter((person) => named.has(person.id))
        .map((person) => (
          <text
            key={person.id}
            x={person.x}
            y={person.y - 10}
            textAnchor={anchorAt(person.x)}
            strokeWidth={3}
            className={NAME}
          >
            {person.displayName}
          </text>
        ))}
    </svg>
  );
}

function placeOf(groups: readonly string[], group: string | null): number | null {
  return group === null ? null : groups.indexOf(group);
}

/** Names at the sides of the frame grow inwards. */
function anchorAt(x: number): "start" | "middle" | "end" {
  if (x < 80) return "start";
  return x > GRAPH.width - 80 ? "end" : "middle";
}
