import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GRAPH, placesFor, type Tie } from "./graph-layout";

const graphs = fc
  .tuple(fc.integer({ min: 0, max: 25 }), fc.array(fc.tuple(fc.nat(24), fc.nat(24), fc.integer({ min: 1, max: 9 }))))
  .map(([size, pairs]) => {
    const ids = Array.from({ length: size }, (_, index) => `p${index}`);
    const ties = pairs
      .filter(([a, b]) => a < b && b < size)
      .map(([a, b, count]): Tie => ({ a: `p${a}`, b: `p${b}`, count }));
    return { ids, ties };
  });

describe("the places of a graph", () => {
  it("lie in the frame, one for each person, and are the same in whatever order people come", () => {
    fc.assert(
      fc.property(graphs, ({ ids, ties }) => {
        const places = placesFor(ids, ties);
        expect([...places.keys()].sort()).toEqual([...ids].sort());
        for (const { x, y } of places.values()) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(GRAPH.width);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(GRAPH.height);
        }
        expect(placesFor(ids.toReversed(), ties)).toEqual(places);
      }),
      { numRuns: 25 },
    );
  });

  it("put those who talk in the middle and those who are alone at the edge", () => {
    const ids = Array.from({ length: 12 }, (_, index) => `p${String(index).padStart(2, "0")}`);
    const talking = ids.slice(0, 10);
    const ties = talking.flatMap((a, index) => talking.slice(index + 1).map((b): Tie => ({ a, b, count: 3 })));
    const places = placesFor(ids, ties);
    const away = (id: string) => {
      const { x, y } = places.get(id) ?? { x: 0, y: 0 };
      return Math.hypot(x - GRAPH.width / 2, y - GRAPH.height / 2);
    };
    const farthest = Math.max(...talking.map(away));
    for (const alone of ids.slice(10)) expect(away(alone)).toBeGreaterThan(farthest);
  });
});
