import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceRadial,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from "d3-force";

/** Who answered whom, both ways together. */
export type Tie = { readonly a: string; readonly b: string; readonly count: number };

/** The frame of the drawing, in its own units. */
export const GRAPH = { width: 720, height: 540, margin: 24 } as const;

/** Enough for the picture to come to rest. */
const TICKS = 240;
const RING = 300;

type Node = SimulationNodeDatum & { id: string };

/**
 * Places people so that those who talk stand together and those whom nobody answered stand at the edge. The same
 * people and ties give the same picture: the simulation's random source is seeded, and they begin in order of their ids.
 * @returns a place in the frame for each id
 */
export function placesFor(ids: readonly string[], ties: readonly Tie[]): Map<string, { x: number; y: number }> {
  const tied = new Set(ties.flatMap(({ a, b }) => [a, b]));
  const nodes: Node[] = ids.toSorted().map((id) => ({ id }));
  const links: (SimulationLinkDatum<Node> & { count: number })[] = ties.map(({ a, b, count }) => ({
    source: a,
    target: b,
    count,
  }));
  const link = forceLink<Node, (typeof links)[number]>(links)
    .id((node) => node.id)
    .distance(({ count }) => 44 + 40 / count);
  const simulation = forceSimulation(nodes)
    .force("ties", link)
    .force("charge", forceManyBody<Node>().strength(-110).distanceMax(320))
    .force("room", forceCollide<Node>(11))
    .force("x", forceX<Node>().strength(0.04))
    .force("y", forceY<Node>().strength(0.06))
    .force(
      "edge",
      forceRadial<Node>(RING).strength(({ id }) => (tied.has(id) ? 0 : 0.5)),
    )
    .stop();
  simulation.tick(TICKS);
  return fitted(nodes);
}

/** Brings the picture into the frame, with the same measure along both axes where there is a choice. */
function fitted(nodes: readonly Node[]): Map<string, { x: number; y: number }> {
  const { width, height, margin } = GRAPH;
  const reach = (side: "x" | "y") => Math.max(1, ...nodes.map((node) => Math.abs(node[side] ?? 0)));
  const stretchX = (width / 2 - margin) / reach("x");
  const stretchY = (height / 2 - margin) / reach("y");
  const most = 1.6;
  return new Map(
    nodes.map(({ id, x = 0, y = 0 }) => [
      id,
      {
        x: rounded(width / 2 + x * Math.min(stretchX, most)),
        y: rounded(height / 2 + y * Math.min(stretchY, most)),
      },
    ]),
  );
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
