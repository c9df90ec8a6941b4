import fc from "fast-check";
import { expect, test } from "vitest";
import { type Box, between, type Drawing, drawn, LEAST, NOTHING_DRAWN, type Step, stepOf } from "./boxes";

const SIZE = { width: 200, height: 100 };
const box = (x: number, y: number, w: number, h: number): Box => ({ x, y, w, h, kind: "black" });
const after = (...steps: Step[]): Drawing => steps.reduce((now, step) => drawn(SIZE, now, step), NOTHING_DRAWN);

const anyNumber = fc.double({ min: -500, max: 500, noNaN: true });
const anyKind = fc.constantFrom("mark" as const, "black" as const);
const anyBox = fc.record({ x: anyNumber, y: anyNumber, w: anyNumber, h: anyNumber, kind: anyKind });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant("add" as const), box: anyBox }),
  fc.record({ do: fc.constant("stretch" as const), box: anyBox }),
  fc.record({ do: fc.constant("choose" as const), at: fc.integer({ min: -1, max: 9 }) }),
  fc.record({ do: fc.constant("change" as const), dx: anyNumber, dy: anyNumber, dw: anyNumber, dh: anyNumber }),
  fc.record({ do: fc.constant("kind" as const), kind: anyKind }),
  fc.constant<Step>({ do: "remove" }),
  fc.constant<Step>({ do: "undo" }),
);

test("every box lies on whole pixels within the picture, whatever was done", () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 30 }), (steps) => {
      for (const { x, y, w, h } of after(...steps).boxes) {
        expect([x, y, w, h].every(Number.isInteger)).toBe(true);
        expect(x >= 0 && y >= 0 && w >= LEAST && h >= LEAST && x + w <= SIZE.width && y + h <= SIZE.height).toBe(true);
      }
    }),
  );
});

test("what was drawn can be undone to the first step", () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 30 }), (steps) => {
      let now = after(...steps);
      for (const _ of now.past) now = drawn(SIZE, now, { do: "undo" });
      expect(now.boxes).toEqual([]);
    }),
  );
});

test("a box is moved, sized, turned into the other kind and removed, and each step comes back", () => {
  const made = after({ do: "add", box: box(10, 10, 20, 20) }, { do: "change", dx: 5 }, { do: "change", dh: -5 });
  expect(made.boxes).toEqual([box(15, 10, 20, 15)]);
  const marked = drawn(SIZE, made, { do: "kind", kind: "mark" });
  expect(marked.boxes[0]?.kind).toBe("mark");
  const gone = drawn(SIZE, marked, { do: "remove" });
  expect(gone).toMatchObject({ boxes: [], chosen: -1 });
  expect(drawn(SIZE, gone, { do: "undo" }).boxes).toEqual(marked.boxes);
});

test("drawing a box with the pointer is one step", () => {
  const made = after(
    { do: "add", box: box(9, 9, 1, 1) },
    { do: "stretch", box: between({ x: 40, y: 30 }, { x: 9, y: 9 }, "black") },
  );
  expect(made.boxes).toEqual([box(9, 9, 31, 21)]);
  expect(drawn(SIZE, made, { do: "undo" }).boxes).toEqual([]);
});

test("keys do what is written beside them", () => {
  expect(stepOf("ArrowLeft", false, 3)).toEqual({ do: "change", dx: -3, dy: 0 });
  expect(stepOf("ArrowDown", true, 3)).toEqual({ do: "change", dw: 0, dh: 3 });
  expect(stepOf("Delete", false, 3)).toEqual({ do: "remove" });
  expect(stepOf("Tab", false, 3)).toBeNull();
});
