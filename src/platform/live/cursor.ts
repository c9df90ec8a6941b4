/**
 * How far somebody has heard: every transaction below `below` had ended, and what it announced was told. `at` is when
 * that was, in seconds, to know whether what came since is still kept.
 */
export type Cursor = { readonly below: bigint; readonly at: number };

/** The cursor as it travels: in the page, as the id of a message, and back in `last-event-id`. */
export function writeCursor({ below, at }: Cursor): string {
  return `${below}.${at}`;
}

/** A cursor that was written above, or null. */
export function readCursor(text: string | null | undefined): Cursor | null {
  const [, below, at] = /^(\d{1,19})\.(\d{1,11})$/.exec(text ?? "") ?? [];
  return below === undefined || at === undefined ? null : { below: BigInt(below), at: Number(at) };
}

/** The further of two. */
export function later(one: Cursor, other: Cursor): Cursor {
  const further = one.below < other.below ? other : one;
  return { below: further.below, at: Math.max(one.at, other.at) };
}
