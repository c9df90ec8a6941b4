/** What a box does to a picture: draws a line around something, or cuts it out. */
export type BoxKind = "mark" | "black";
export type Box = {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly kind: BoxKind;
};
export type Size = { readonly width: number; readonly height: number };

/** The boxes on a picture, which of them is chosen, and how it was before each step. */
export type Drawing = {
  readonly boxes: readonly Box[];
  readonly chosen: number;
  readonly past: readonly (readonly Box[])[];
};

export type Step =
  | { readonly do: "clear" }
  | { readonly do: "add"; readonly box: Box }
  | { readonly do: "stretch"; readonly box: Box }
  | { readonly do: "choose"; readonly at: number }
  | { readonly do: "change"; readonly dx?: number; readonly dy?: number; readonly dw?: number; readonly dh?: number }
  | { readonly do: "kind"; readonly kind: BoxKind }
  | { readonly do: "remove" }
  | { readonly do: "undo" };

export const NOTHING_DRAWN: Drawing = { boxes: [], chosen: -1, past: [] };
/** The smallest box, in pixels of the picture. */
export const LEAST = 4;

/** A box on whole pixels within the picture: half of a pixel would let through what lies under it. */
export function within(box: Box, { width, height }: Size): Box {
  const w = Math.min(width, Math.max(LEAST, Math.ceil(box.w)));
  const h = Math.min(height, Math.max(LEAST, Math.ceil(box.h)));
  const x = Math.min(width - w, Math.max(0, Math.floor(box.x)));
  const y = Math.min(height - h, Math.max(0, Math.floor(box.y)));
  return { x, y, w, h, kind: box.kind };
}

/** The box between two corners, in whatever order they were drawn. */
export function between(from: { x: number; y: number }, to: { x: number; y: number }, kind: BoxKind): Box {
  const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
  return { x, y, w: Math.max(from.x, to.x) - x, h: Math.max(from.y, to.y) - y, kind };
}

/** What a step makes of the chosen box; null for a step that is not about it. */
function changedBox(box: Box, step: Step): Box | null {
  if (step.do === "stretch") return step.box;
  if (step.do === "kind") return { ...box, kind: step.kind };
  if (step.do !== "change") return null;
  const { dx = 0, dy = 0, dw = 0, dh = 0 } = step;
  return { ...box, x: box.x + dx, y: box.y + dy, w: box.w + dw, h: box.h + dh };
}

/** The drawing without its last step. */
function undone(now: Drawing): Drawing {
  const before = now.past.at(-1);
  return before === undefined ? now : { boxes: before, chosen: before.length - 1, past: now.past.slice(0, -1) };
}

/** The next drawing. A step that finds no box to change changes nothing. */
export function drawn(size: Size, now: Drawing, step: Step): Drawing {
  if (step.do === "clear") return NOTHING_DRAWN;
  if (step.do === "undo") return undone(now);
  if (step.do === "choose") return { ...now, chosen: step.at };
  const past = [...now.past, now.boxes];
  if (step.do === "add") return { boxes: [...now.boxes, within(step.box, size)], chosen: now.boxes.length, past };
  const chosen = now.boxes[now.chosen];
  if (chosen === undefined) return now;
  const changed = changedBox(chosen, step);
  if (changed === null) {
    const boxes = now.boxes.filter((_, at) => at !== now.chosen);
    return { boxes, chosen: Math.min(now.chosen, boxes.length - 1), past };
  }
  // Stretching is part of the step that began the box.
  return {
    ...now,
    boxes: now.boxes.with(now.chosen, within(changed, size)),
    past: step.do === "stretch" ? now.past : past,
  };
}

/** What an arrow key does to the chosen box; null for any other key. */
export function stepOf(key: string, isSizing: boolean, by: number): Step | null {
  const across = key === "ArrowLeft" ? -by : key === "ArrowRight" ? by : 0;
  const down = key === "ArrowUp" ? -by : key === "ArrowDown" ? by : 0;
  if (across === 0 && down === 0) return key === "Delete" || key === "Backspace" ? { do: "remove" } : null;
  return isSizing ? { do: "change", dw: across, dh: down } : { do: "change", dx: across, dy: down };
}
