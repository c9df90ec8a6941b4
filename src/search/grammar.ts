/** What one may look for by `kind:`. */
export const SEARCH_KINDS = ["post", "question", "announcement", "idea", "comment", "person", "space"] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** A word, or several in quotes that must stand in a row; `not` for one that must not occur. */
export type SearchWord = { readonly text: string; readonly phrase: boolean; readonly not: boolean };

/** A search as it was understood. Dates are days, `2026-03-01`. */
export type Asked = {
  readonly words: readonly SearchWord[];
  readonly in: string | null;
  readonly from: string | null;
  readonly kind: SearchKind | null;
  readonly after: string | null;
  readonly before: string | null;
  readonly has: "answer" | null;
  readonly is: "open" | null;
};
export type Filter = Exclude<keyof Asked, "words">;

/** The filters in the order in which they are written. */
export const FILTERS = ["in", "from", "kind", "after", "before", "has", "is"] as const satisfies readonly Filter[];

export const NOTHING_ASKED: Asked = {
  words: [],
  in: null,
  from: null,
  kind: null,
  after: null,
  before: null,
  has: null,
  is: null,
};

/** Each name that a filter goes by, in either language, without accents. */
const NAMES: Readonly<Record<string, Filter>> = {
  in: "in",
  dans: "in",
  from: "from",
  de: "from",
  par: "from",
  kind: "kind",
  type: "kind",
  genre: "kind",
  after: "after",
  since: "after",
  apres: "after",
  depuis: "after",
  before: "before",
  avant: "before",
  has: "has",
  avec: "has",
  is: "is",
  est: "is",
};

const KIND_NAMES: Readonly<Record<string, SearchKind>> = {
  ...Object.fromEntries(SEARCH_KINDS.map((kind) => [kind, kind])),
  message: "post",
  annonce: "announcement",
  idee: "idea",
  commentaire: "comment",
  people: "person",
  personne: "person",
  espace: "space",
};

const HAS_NAMES: Readonly<Record<string, "answer">> = { answer: "answer", reponse: "answer" };
const IS_NAMES: Readonly<Record<string, "open">> = { open: "open", ouvert: "open", ouverte: "open" };

/** A text in lower case and without accents, as names are compared. */
function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
}

const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

function nameIn(value: string): string | null {
  const name = value.replace(/^@+/, "").replace(/\s+/g, " ").trim();
  return SAYS_SOMETHING.test(name) ? name : null;
}

/** A day from `2026`, `2026-03`, `2026-03-01` or `1/3/2026`; null when there is no such day. */
function dayOf(value: string): string | null {
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(value);
  const spoken = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(value);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : [spoken?.[3], spoken?.[2], spoken?.[1]];
  if (year === undefined || Number(year) < 1900 || Number(year) > 2200) return null;
  const text = [year, (month ?? "1").padStart(2, "0"), (day ?? "1").padStart(2, "0")].join("-");
  const moment = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== text ? null : text;
}

const READ: { readonly [F in Filter]: (value: string) => Asked[F] } = {
  in: (value) => nameIn(value)?.toLowerCase() ?? null,
  from: nameIn,
  kind: (value) => KIND_NAMES[plain(value)] ?? null,
  after: dayOf,
  before: dayOf,
  has: (value) => HAS_NAMES[plain(value)] ?? null,
  is: (value) => IS_NAMES[plain(value)] ?? null,
};

/** Reads one piece at a time from a text; never fails, and each step goes on by at least one character. */
class Pieces {
  #at = 0;
  constructor(readonly text: string) {}

  /** Skips what stands between; true while there is more. */
  more(): boolean {
    while (/\s/.test(this.text.charAt(this.#at))) this.#at += 1;
    return this.#at < this.text.length;
  }

  /** Takes a sign if it is the next one and something follows it directly. */
  sign(sign: string): boolean {
    const next = this.text.charAt(this.#at + 1);
    if (this.text.charAt(this.#at) !== sign || next === "" || /\s/.test(next)) return false;
    this.#at += 1;
    return true;
  }

  /** Takes a filter with its value, if both are known. */
  filter(): { name: Filter; value: string } | null {
    const head = /^(?:(\p{L}{1,12}):|@)/u.exec(this.text.slice(this.#at, this.#at + 30));
    if (head === null) return null;
    const name = head[1] === undefined ? "from" : NAMES[plain(head[1])];
    if (name === undefined || !Object.hasOwn(READ, name)) return null;
    const from = this.#at;
    this.#at += head[0].length;
    const value = this.quoted() ?? this.run();
    if (READ[name](value) !== null) return { name, value };
    this.#at = from;
    return null;
  }

  /** Takes what stands in quotes, to the end of the text when they are never closed. */
  quoted(): string | null {
    const close = { '"': '"', "“": "”", "«": "»" }[this.text.charAt(this.#at)];
    if (close === undefined) return null;
    const end = this.text.indexOf(close, this.#at + 1);
    const inside = this.text.slice(this.#at + 1, end === -1 ? undefined : end);
    this.#at = end === -1 ? this.text.length : end + 1;
    return inside
      .replace(/["“”«»]/g, " ")
      .replace(/\s+/g, " ")
      .trim();
  }

  /** Takes what stands before the next space or quotation mark. */
  run(): string {
    const from = this.#at;
    while (this.#at < this.text.length && !/[\s"“”«»]/.test(this.text.charAt(this.#at))) this.#at += 1;
    return this.text.slice(from, this.#at);
  }

  step(): void {
    this.#at += 1;
  }
}

/**
 * Understands what somebody typed: words, "words in a row", -word, and filters in either language. Anything at all is a
 * search: what is no filter is words, and signs alone are nothing.
 */
export function parse(text: string): Asked {
  const pieces = new Pieces(text);
  const asked: { -readonly [K in keyof Asked]: Asked[K] } & { words: SearchWord[] } = { ...NOTHING_ASKED, words: [] };
  while (pieces.more()) {
    const not = pieces.sign("-");
    const filter = not ? null : pieces.filter();
    if (filter !== null) {
      Object.assign(asked, { [filter.name]: READ[filter.name](filter.value) });
      continue;
    }
    const phrase = pieces.quoted();
    const word = phrase ?? pieces.run();
    if (phrase === null && word === "") pieces.step();
    if (SAYS_SOMETHING.test(word)) asked.words.push({ text: word, phrase: phrase !== null, not });
  }
  return asked;
}

/** A value as it is written after its filter: in quotes where it has spaces or begins with one. */
function written(value: string): string {
  return /\s/.test(value) ? `"${value}"` : value;
}

/** Writes a search so that `parse` understands the same again. */
export function format(asked: Asked): string {
  const filters = FILTERS.flatMap((name) => {
    const value = asked[name];
    return value === null ? [] : [`${name}:${written(value)}`];
  });
  const words = asked.words.map(({ text, phrase, not }) => `${not ? "-" : ""}${phrase ? `"${text}"` : text}`);
  return [...words, ...filters].join(" ");
}

/** The same search with a filter changed; what the filter does not know takes it away. */
export function withFilter(asked: Asked, name: Filter, value: string): Asked {
  return { ...asked, [name]: READ[name](value) };
}

/** Whether nothing is looked for. */
export function isEmpty(asked: Asked): boolean {
  return asked.words.every((word) => word.not) && FILTERS.every((name) => asked[name] === null);
}
