import { withoutCode } from "./code";

/**
 * How people and spaces are named in a text. Whoever writes types `@Ruth Ndiaye`, `#oven-care` or `@space`; what is
 * kept is an ordinary Markdown link, `[@Ruth Ndiaye](…)`, which outlives a change of name and reads well in a
 * plain mail and in every other program.
 */
export type Spot =
  | {
      readonly kind: "person-link";
      readonly at: number;
      readonly end: number;
      readonly label: string;
      readonly id: string;
    }
  | {
      readonly kind: "space-link";
      readonly at: number;
      readonly end: number;
      readonly sign: string;
      readonly slug: string;
    }
  | { readonly kind: "person"; readonly at: number; readonly readings: readonly Reading[] }
  | { readonly kind: "space"; readonly at: number; readonly end: number; readonly slug: string };

/** One way to read what follows an `@`: as a name of one word, of two, … */
export type Reading = { readonly name: string; readonly end: number };

/** More than this in one text is no longer calling somebody. */
const SPOTS_MAX = 50;
const NAME_WORDS_MAX = 6;

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const SIGN = new RegExp(
  `\\[@([^\\]\\n]{1,200})\\]\\(/people/(${UUID})\\)` +
    "|\\[([@#])[^\\]\\n]{1,200}\\]\\(/spaces/([a-z0-9]+(?:-[a-z0-9]+)*)\\)" +
    "|(?<![\\p{L}\\p{N}_\\\\/\\[@#&.-])([@#])(?=[\\p{L}\\p{N}])",
  "gu",
);
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’_-]*/uy;
const SLUG = /[a-z0-9]+(?:-[a-z0-9]+)*(?![\p{L}\p{N}_])/uy;

/** Two spellings of one name: whatever the case, and whichever space stands between its words. */
export function nameKey(name: string): string {
  return name.toLowerCase().replace(/[\u00a0\u202f]/g, " ");
}

/** Every place of a text where somebody or something may be named, in order. Code is passed over. */
export function spotsIn(body: string): Spot[] {
  const text = withoutCode(body);
  const spots: Spot[] = [];
  for (const found of text.matchAll(SIGN)) {
    if (spots.length === SPOTS_MAX) break;
    const spot = spotAt(text, found);
    if (spot !== null) spots.push(spot);
  }
  return spots;
}

function spotAt(text: string, found: RegExpExecArray): Spot | null {
  const [all, label, id, linkSign, linkSlug, sign] = found;
  const at = found.index;
  const end = at + all.length;
  if (label !== undefined && id !== undefined) return { kind: "person-link", at, end, label, id };
  if (linkSlug !== undefined) return { kind: "space-link", at, end, sign: linkSign ?? "#", slug: linkSlug };
  if (sign === "@") return { kind: "person", at, readings: readingsAt(text, end) };
  SLUG.lastIndex = end;
  const slug = SLUG.exec(text)?.[0];
  return slug === undefined ? null : { kind: "space", at, end: end + slug.length, slug };
}

/** The names that may begin at a place, the longest first. */
function readingsAt(text: string, from: number): Reading[] {
  const readings: Reading[] = [];
  let at = from;
  for (let words = 0; words < NAME_WORDS_MAX; words += 1) {
    WORD.lastIndex = at;
    const word = WORD.exec(text)?.[0];
    if (word === undefined) break;
    // What ends a sentence, or says whose it is, may stand against a name without being a part of it.
    for (const part of new Set([word.replace(/['’]\p{L}*$/u, ""), word.replace(/[.'’_-]+$/, ""), word])) {
      const end = at + part.length;
      if (part !== "") readings.unshift({ name: nameKey(text.slice(from, end)), end });
    }
    at += word.length;
    if (!/[ \u00a0\u202f]/.test(text[at] ?? "")) break;
    at += 1;
  }
  return readings;
}

/** What calls everybody in a space, in both languages. */
const EVERYBODY = ["space", "espace"];

/** How a spot calls the whole space, if it does. */
export function callOf(spot: Spot): Reading | null {
  if (spot.kind !== "person") return null;
  return spot.readings.find((one) => EVERYBODY.includes(one.name)) ?? null;
}

/** What Markdown would read inside of a link's words is left out of a name there. */
function inLink(name: string): string {
  return name.replace(/[[\]\\`*_<>]/g, "");
}

export function personLink(person: { id: string; name: string }): string {
  return `[@${inLink(person.name)}](/people/${person.id})`;
}

export function spaceLink(sign: string, space: { slug: string; name: string }): string {
  return `[${sign}${inLink(space.name)}](/spaces/${space.slug})`;
}

/** Whether a name, typed after an `@`, is read as itself. */
export function isTypable(name: string): boolean {
  const [spot] = spotsIn(`@${name} `);
  return spot?.kind === "person" && spot.readings.some((one) => one.name === nameKey(name)) && inLink(name) === name;
}

/**
 * A kept text as it was typed: for the person who edits it, and for a mail without links. Where one name stands for two
 * people, both stay links.
 */
export function asTyped(body: string): string {
  const spots = spotsIn(body);
  const people = new Map<string, Set<string>>();
  for (const spot of spots) {
    if (spot.kind !== "person-link") continue;
    const key = nameKey(spot.label);
    people.set(key, (people.get(key) ?? new Set()).add(spot.id));
  }
  return replaced(body, spots, (spot) => {
    if (spot.kind === "person-link") {
      const isOne = people.get(nameKey(spot.label))?.size === 1 && isTypable(spot.label);
      return isOne ? { end: spot.end, text: `@${spot.label}` } : null;
    }
    if (spot.kind !== "space-link") return null;
    const label = body.slice(spot.at + 2, body.indexOf("]", spot.at));
    return { end: spot.end, text: spot.sign === "#" ? `#${spot.slug}` : `@${label}` };
  });
}

/** Writes something else in the place of some spots. */
export function replaced(
  body: string,
  spots: readonly Spot[],
  by: (spot: Spot) => { end: number; text: string } | null,
): string {
  let out = "";
  let kept = 0;
  for (const spot of spots) {
    if (spot.at < kept) continue;
    const other = by(spot);
    if (other === null) continue;
    out += body.slice(kept, spot.at) + other.text;
    kept = other.end;
  }
  return out + body.slice(kept);
}
