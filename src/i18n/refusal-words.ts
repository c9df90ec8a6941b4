import type { Words } from "@/i18n/words";

/** A refusal as it travels: structural, so that this room need not know where refusals come from. */
type Refused = {
  readonly code: string;
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly fields?: Readonly<Record<string, readonly string[]>>;
};

/** A refusal in a person's language, as forms and pages show it. */
export type RefusalWords = {
  readonly code: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, readonly string[]>>;
};

/**
 * Puts a refusal into words: its own sentence below `refusals.`, else the sentence of its code.
 * Field problems are keys below `refusals.` too, or pass as they are when they already are sentences.
 */
export function refusalWords(t: Words, refused: Refused): RefusalWords {
  const own = `refusals.${refused.key}`;
  const general = `refusals.${refused.code}`;
  const key = t.has(own) ? own : t.has(general) ? general : "refusals.invalid";
  const problem = (said: string): string => {
    const path = `refusals.${said}`;
    return said !== "" && t.has(path) ? t(path, refused.values) : said;
  };
  const fields = Object.entries(refused.fields ?? {}).map(([name, said]) => [name, said.map(problem)] as const);
  return { code: refused.code, message: t(key, refused.values), fields: Object.fromEntries(fields) };
}
