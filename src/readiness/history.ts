import { DAY } from "@/platform/durations";

/**
 * What a person did. Only some of it is a contribution: reactions and visits never are, and are kept out here so that
 * no figure can meet them.
 */
export const CONTRIBUTION_KINDS = ["conversation", "notice", "idea", "reply", "vote"] as const;
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];
export type ActKind = ContributionKind | "reaction" | "visit";

/** One act. Ids are any strings that tell things apart; moments are milliseconds since 1970. */
export type Act = {
  readonly id: string;
  readonly kind: ActKind;
  readonly author: string;
  readonly at: number;
  /** The conversation that it opens or stands in; null for a vote. */
  readonly conversation: string | null;
  /** The act that it answers; for a reply without one, the opening of its conversation. */
  readonly parent?: string | null;
  /** The author of that act, where the act itself lies before the window that was read. */
  readonly parentAuthor?: string | null;
  /** Own words, quotes left out; null when not known. */
  readonly words?: number | null;
  /** A hash of the own words; 0 when not known. Equal texts have equal prints. */
  readonly print?: number;
  readonly removedAt?: number | null;
};

export type KnownPerson = { readonly id: string; readonly bot?: boolean; readonly firstAt?: number };

/**
 * A compact history in columns, ordered by time. `-1` stands for "none" in every index column.
 * A million contributions take about 50 MB.
 */
export type History = {
  readonly length: number;
  readonly at: Float64Array;
  readonly removedAt: Float64Array;
  readonly author: Int32Array;
  readonly conversation: Int32Array;
  /** The place of the act that this one answers. */
  readonly answers: Int32Array;
  /** The person whom it answers. */
  readonly answered: Int32Array;
  readonly words: Int32Array;
  readonly print: Int32Array;
  /** Index into CONTRIBUTION_KINDS. */
  readonly kind: Uint8Array;
  readonly people: {
    readonly ids: readonly string[];
    readonly bot: Uint8Array;
    /** The first contribution ever, also when it lies before the window that was read. */
    readonly firstAt: Float64Array;
  };
  readonly conversations: number;
  /** The first contribution of all, or null for an empty history. */
  readonly began: number | null;
  /** Who stands for the team where no role is known; null when the acts hold the beginning: see `foundersAt`. */
  readonly founders: readonly number[] | null;
};

export const KIND = Object.fromEntries(CONTRIBUTION_KINDS.map((kind, index) => [kind, index])) as Readonly<
  Record<ContributionKind, number>
>;

const FOUNDING_DAYS = 30;
const FOUNDERS = 3;

type Known = { readonly began?: number | null; readonly founders?: readonly string[] };

/**
 * Builds a history from acts in any order. Reactions and visits are dropped; so is an act that repeats another
 * (same author, moment and text), and what answered the copy answers the original.
 * @param known facts that lie before the acts, when these are only the end of a longer history
 */
export function historyOf(acts: Iterable<Act>, people: Iterable<KnownPerson> = [], known: Known = {}): History {
  const { kept, parents, original } = withoutCopies(acts);
  const order = inOrder(kept, parents);
  const names = new Names();
  for (const person of people) names.of(person.id);
  const talks = new Names();
  const columns = emptyColumns(kept.length);
  const places = new Int32Array(kept.length);
  order.moments.forEach((at, place) => {
    const index = order.indexes[place] ?? 0;
    const act = kept[index];
    if (!act) return;
    places[index] = place;
    columns.at[place] = at;
    columns.removedAt[place] = act.removedAt ?? Number.POSITIVE_INFINITY;
    columns.author[place] = names.of(act.author);
    columns.conversation[place] = act.conversation === null ? -1 : talks.of(original(act.conversation));
    columns.words[place] = act.words ?? -1;
    columns.print[place] = act.print ?? 0;
    columns.kind[place] = KIND[act.kind];
  });
  kept.forEach((act, index) => {
    const place = places[index] ?? 0;
    const parent = parents[index] ?? -1;
    if (parent >= 0) columns.answers[place] = places[parent] ?? -1;
    const answered = kept[parent]?.author ?? act.parentAuthor;
    if (act.kind === "reply") columns.answered[place] = names.known(answered);
  });
  return {
    ...columns,
    length: kept.length,
    people: facesOf(columns, names, people),
    conversations: talks.size,
    began: known.began ?? columns.at[0] ?? null,
    founders: known.founders?.map((id) => names.of(id)) ?? null,
  };
}

type Contribution = Act & { readonly kind: ContributionKind };

/** The contributions without their copies, the index of what each answers (-1: none), and whom a copy's id stands for. */
type Kept = { kept: Contribution[]; parents: Int32Array; original: (id: string) => string };

/** Exact copies come from two archives of one list, or from a mail that went to two addresses. */
function withoutCopies(acts: Iterable<Act>): Kept {
  const byPrint = new Map<number, Contribution[]>();
  const copies = new Map<string, string>();
  const indexes = new Map<string, number>();
  const kept: Contribution[] = [];
  for (const act of acts) {
    if (!isContribution(act)) continue;
    const twins = act.print ? byPrint.get(act.print) : undefined;
    const twin = twins?.find((one) => one.author === act.author && one.at === act.at);
    if (twin) {
      copies.set(act.id, twin.id);
      continue;
    }
    if (twins) twins.push(act);
    else if (act.print) byPrint.set(act.print, [act]);
    indexes.set(act.id, kept.push(act) - 1);
  }
  const original = (id: string) => copies.get(id) ?? id;
  const parents = Int32Array.from(kept, (act) =>
    act.kind === "reply" ? (indexes.get(original(act.parent ?? act.conversation ?? "")) ?? -1) : -1,
  );
  return { kept, parents, original };
}

function isContribution(act: Act): act is Contribution {
  return act.kind !== "reaction" && act.kind !== "visit";
}

/** By time, and a reply never before what it answers: clocks of mail programs are sometimes wrong. */
function inOrder(kept: readonly Contribution[], parents: Int32Array): { indexes: Int32Array; moments: Float64Array } {
  const depthMax = 1000;
  const moments = Float64Array.from(kept, (act) => act.at);
  const settled = moments.map((own, index) => {
    let at = own;
    let up = parents[index] ?? -1;
    for (let depth = 0; up >= 0 && depth < depthMax; depth++) {
      at = Math.max(at, moments[up] ?? 0);
      up = parents[up] ?? -1;
    }
    return at;
  });
  const late = (index: number) => Number(kept[index]?.kind === "reply");
  const indexes = Int32Array.from(kept.keys()).sort(
    (a, b) => (settled[a] ?? 0) - (settled[b] ?? 0) || late(a) - late(b),
  );
  return { indexes, moments: Float64Array.from(indexes, (index) => settled[index] ?? 0) };
}

/** Numbers for strings, in the order in which they are met. */
class Names {
  readonly ids: string[] = [];
  private readonly places = new Map<string, number>();
  of(id: string): number {
    const known = this.places.get(id);
    if (known !== undefined) return known;
    this.places.set(id, this.ids.length);
    return this.ids.push(id) - 1;
  }
  known(id: string | null | undefined): number {
    return id === null || id === undefined ? -1 : this.of(id);
  }
  get size(): number {
    return this.ids.length;
  }
}

function emptyColumns(length: number) {
  return {
    at: new Float64Array(length),
    removedAt: new Float64Array(length),
    author: new Int32Array(length),
    conversation: new Int32Array(length).fill(-1),
    answers: new Int32Array(length).fill(-1),
    answered: new Int32Array(length).fill(-1),
    words: new Int32Array(length).fill(-1),
    print: new Int32Array(length),
    kind: new Uint8Array(length),
  };
}

type Columns = ReturnType<typeof emptyColumns>;

function facesOf(history: Columns, names: Names, people: Iterable<KnownPerson>): History["people"] {
  const bot = new Uint8Array(names.size);
  const firstAt = new Float64Array(names.size).fill(Number.POSITIVE_INFINITY);
  for (const person of people) {
    const place = names.of(person.id);
    if (person.bot) bot[place] = 1;
    if (person.firstAt !== undefined) firstAt[place] = person.firstAt;
  }
  history.author.forEach((author, place) => {
    if (history.kind[place] !== KIND.vote) firstAt[author] = Math.min(firstAt[author] ?? 0, history.at[place] ?? 0);
  });
  return { ids: names.ids, bot, firstAt };
}

/**
 * The team of a history without roles: the author of the first contribution and the most active of the first 30 days,
 * three people in all, as far as that was known at `at`.
 */
export function foundersAt(history: History, at: number): readonly number[] {
  if (history.founders) return history.founders;
  const counts = new Map<number, number>();
  const end = Math.min(at, (history.began ?? 0) + FOUNDING_DAYS * DAY);
  for (const [place, author] of history.author.entries()) {
    if ((history.at[place] ?? end) >= end) break;
    if (!history.people.bot[author]) counts.set(author, (counts.get(author) ?? 0) + 1);
  }
  const first = [...counts.keys()].slice(0, 1);
  const active = [...counts].sort((a, b) => b[1] - a[1]).map(([author]) => author);
  return [...new Set([...first, ...active])].slice(0, FOUNDERS);
}
