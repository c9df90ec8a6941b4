import type { Piece } from "./views";

/** Characters that nobody types: around what is marked, and for the sign that PostgreSQL would take for a tag's. */
export const SIGNS = { open: "\u0001", close: "\u0002", less: "\u0003" } as const;

/** A text as the database marked it, in pieces: every second one is marked. */
export function piecesOf(text: string): Piece[] {
  return text
    .replaceAll(SIGNS.less, "<")
    .replaceAll(SIGNS.close, SIGNS.open)
    .split(SIGNS.open)
    .flatMap((piece, n) => (piece === "" ? [] : [{ text: piece, marked: n % 2 === 1 }]));
}
