const COLOURS = 8;

/** One or two capitals for a name: the first letters of its first and last word. */
export function initials(name: string): string {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
  const first = words[0] ?? "?";
  const last = words.length > 1 ? words.at(-1) : undefined;
  const letter = (word: string): string => (word.match(/^.\p{M}*/u)?.[0] ?? "").toLocaleUpperCase("en");
  return letter(first) + (last === undefined ? "" : letter(last));
}

/** One of eight colours, always the same for the same identifier (FNV-1a, 32 bit). */
export function colourOf(id: string): number {
  let hash = 0x811c9dc5;
  for (const unit of id) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) % COLOURS;
}
