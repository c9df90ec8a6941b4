import { address, displayName } from "@/members/shape";

/** One person as pasted: the line it stood on, counted from 1. */
export type Pasted = { readonly line: number; readonly address: string; readonly name: string };

export type ReadAddresses = { readonly found: readonly Pasted[]; readonly bad: readonly number[] };

const NAMED = /^"?([^"<>]*?)"?\s*<([^<>]+)>$/;

/**
 * Reads pasted addresses: one or several a line with commas or semicolons between them, each `ada@example.org` or
 * `Ada Martin <ada@example.org>` (RFC 5322 name-addr). Somebody pasted twice is one person.
 * @returns who was found, and the numbers of the lines that hold something else
 */
export function readAddresses(text: string): ReadAddresses {
  const found = new Map<string, Pasted>();
  const bad = new Set<number>();
  text.split(/\r\n|\r|\n/).forEach((content, index) => {
    for (const piece of piecesOf(content)) {
      const one = readOne(piece, index + 1);
      if (one === null) bad.add(index + 1);
      else if (!found.has(one.address)) found.set(one.address, one);
    }
  });
  return { found: [...found.values()], bad: [...bad] };
}

/** A comma between quotes, as in `"Martin, Ada" <ada@…>`, parts nothing. */
function piecesOf(line: string): string[] {
  const pieces = line.match(/(?:"[^"]*"|[^,;"]|"(?![^"]*"))+/g) ?? [];
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== "");
}

function readOne(piece: string, line: number): Pasted | null {
  const named = NAMED.exec(piece);
  const read = address.safeParse(named?.[2] ?? piece);
  if (!read.success) return null;
  const name = displayName.safeParse(named?.[1] ?? "");
  return { line, address: read.data, name: name.success ? name.data : nameFrom(read.data) };
}

/** "ada.martin@…" is called Ada Martin until she says otherwise. */
export function nameFrom(known: string): string {
  const local = known.slice(0, known.lastIndexOf("@")).replace(/\+.*$/, "");
  const words = local.split(/[._-]+/).filter((word) => word !== "" && !/^\d+$/.test(word));
  const name = words.map((word) => word.charAt(0).toLocaleUpperCase("en") + word.slice(1)).join(" ");
  return (name === "" ? known : name).slice(0, 120);
}
