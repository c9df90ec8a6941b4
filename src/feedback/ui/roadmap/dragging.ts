import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from "@atlaskit/pragmatic-drag-and-drop/element/adapter";

/** A card that was let go of somewhere else, as the page names things. */
export type Dropped = {
  readonly card: string;
  readonly title: string;
  /** The column that it came from, and that it was dropped on. */
  readonly from: string;
  readonly column: string;
  readonly columnName: string;
  /** The card that it was dropped before; null for the end of the column. */
  readonly before: string | null;
  /** The day that is promised with it. */
  readonly promised: string;
};

/**
 * Lets the cards below an element be dragged. Cards and columns are named by data attributes, so that the page that the
 * server drew is what is dragged.
 * @returns ends it
 */
export function letDrag(root: HTMLElement, drop: (dropped: Dropped) => unknown): () => void {
  const ends: (() => void)[] = [];
  for (const card of root.querySelectorAll<HTMLElement>("[data-card]"))
    ends.push(
      draggable({
        element: card,
        canDrag: () => card.querySelector("form") === null,
        onDragStart: () => card.setAttribute("data-dragged", ""),
        onDrop: () => card.removeAttribute("data-dragged"),
      }),
    );
  for (const column of root.querySelectorAll<HTMLElement>("[data-column]"))
    ends.push(
      dropTargetForElements({
        element: column,
        onDragEnter: () => column.setAttribute("data-over", ""),
        onDragLeave: () => column.removeAttribute("data-over"),
        onDrop: () => column.removeAttribute("data-over"),
      }),
    );
  ends.push(
    monitorForElements({
      onDrop: ({ source, location }) => {
        const target = location.current.dropTargets[0]?.element;
        const dropped =
          target instanceof HTMLElement ? read(source.element, target, location.current.input.clientY) : null;
        if (dropped !== null) drop(dropped);
      },
    }),
  );
  return () => {
    for (const end of ends) end();
  };
}

function read(card: HTMLElement, column: HTMLElement, y: number): Dropped | null {
  const { card: id, title, promised = "" } = card.dataset;
  const from = card.closest<HTMLElement>("[data-column]")?.dataset.column;
  const { column: to, name } = column.dataset;
  if (id === undefined || title === undefined || from === undefined || to === undefined || name === undefined)
    return null;
  const others = [...column.querySelectorAll<HTMLElement>("[data-card]")];
  const next = others.find((one) => {
    const box = one.getBoundingClientRect();
    return y < box.top + box.height / 2;
  });
  // Let go of where it was.
  if (next === card || (from === to && next === card.nextElementSibling && next !== undefined)) return null;
  return { card: id, title, from, column: to, columnName: name, before: next?.dataset.card ?? null, promised };
}
