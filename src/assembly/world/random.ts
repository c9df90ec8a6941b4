/** A stream of numbers in [0, 1) that is the same for the same seed. */
export type Random = () => number;

/** Mulberry32 (Tommy Ettinger, public domain): small, fast, and good enough to scatter test data. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from 0 to `below` - 1. */
export function whole(random: Random, below: number): number {
  return Math.floor(random() * below);
}

/** One of the list. */
export function pick<T>(random: Random, list: readonly T[]): T {
  const chosen = list[whole(random, list.length)];
  if (chosen === undefined) throw new Error("nothing to pick from");
  return chosen;
}

/**
 * A place from 0 to `below` - 1 of which the first are far likelier, as activity is in communities: a power law with
 * density proportional to rank^-s, by inversion of its continuous form (s = 0.8).
 */
export function skewed(random: Random, below: number): number {
  return Math.min(below - 1, Math.floor(below * random() ** 5));
}

/** A UUID version 7 at a moment, from the stream. */
export function uuidAt(random: Random, moment: number): string {
  const time = Math.floor(moment).toString(16).padStart(12, "0");
  const rest = Array.from({ length: 4 }, () => whole(random, 0x1_0000).toString(16).padStart(4, "0"));
  const variant = (0x8000 | (Number.parseInt(rest[1] ?? "0", 16) & 0x3fff)).toString(16);
  const version = `7${(rest[0] ?? "000").slice(1)}`;
  const tail = `${rest[2]}${rest[3]}${whole(random, 0x1_0000).toString(16).padStart(4, "0")}`;
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${tail}`;
}
