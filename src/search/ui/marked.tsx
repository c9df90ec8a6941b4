import type { Piece } from "../views";

/** A text with what was looked for marked in it. */
export function Marked({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ text, marked }, n) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces never move, their place is what they are
    marked ? <mark key={n}>{text}</mark> : text,
  );
}
