const SYLLABLES = ["ba", "ke", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "xo", "ja", "hu"];

/** Far apart in the alphabet of words, so that a slip of one is never a slip of another. */
const STRIDE = 1237;
const LAST = SYLLABLES.length ** 3;

/** A word that no language has, another for each number. */
export function wordOf(n: number): string {
  const at = (n * STRIDE + 611) % LAST;
  const syllable = (place: number) => SYLLABLES[Math.floor(at / SYLLABLES.length ** place) % SYLLABLES.length];
  return `z${syllable(2)}${syllable(0)}${syllable(1)}q`;
}

/** Words that nobody plants: their numbers are past those of every world. */
export const neverSaid = wordOf(LAST - 1);

/** The ways to ask for a word: as it is, its beginning, a slip of it, in quotes, and behind filters. */
export const WAYS: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => word.slice(0, -2),
  (word) => `${word.slice(0, 3)}${word.slice(4)}`,
  (word) => `${word.slice(0, 2)}${word.charAt(3)}${word.charAt(2)}${word.slice(4)}`,
  (word) => `"${word}"`,
  (word) => `kind:comment ${word}`,
  (word) => `kind:idea ${word}`,
  (word) => `kind:person ${word}`,
  (word) => `kind:space ${word}`,
  (word) => `is:open ${word}`,
];
