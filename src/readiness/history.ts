import { DAY } from "@/platform/clock";

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
  const kept = inOrder(withoutCopies(contributions(acts)));
  const names = new Names();
  for (const person of people) names.of(person.id);
  const talks = new Names();
  const places = new Map<string, number>();
  const length = kept.acts.length;
  const history = emptyColumns(length);
  kept.acts.forEach((act, place) => {
    places.set(act.id, place);
    history.at[place] = act.at;
    history.removedAt[place] = act.removedAt ?? Number.POSITIVE_INFINITY;
    history.author[place] = names.of(act.author);
    history.conversation[place] = act.conversation === null ? -1 : talks.of(kept.original(act.conversation));
    history.words[place] = act.words ?? -1;
    history.print[place] = act.print ?? 0;
    history.kind[place] = KIND[act.kind];
  });
  kept.acts.forEach((act, place) => {
    if (act.kind !== "reply") return;
    const parent = places.get(kept.original(act.parent ?? act.conversation ?? "")) ?? -1;
    history.answers[place] = parent;
    history.answered[place] = parent >= 0 ? (history.author[parent] ?? -1) : names.known(act.parentAuthor);
  });
  const facts = facesOf(history, names, people);
  const began = known.began ?? (length > 0 ? (history.at[0] ?? null) : null);
  const founders = known.founders?.map((id) => names.known(id)).filter((person) => person >= 0);
  return {
    ...history,
    length,
    people: facts,
    conversations: talks.size,
    began,
    founders: founders ?? null,
  };
}

type Contribution = Act & { readonly kind: ContributionKind };

function* contributions(acts: Iterable<Act>): Generator<Contribution> {
  for (const act of acts) if (act.kind !== "reaction" && act.kind !== "visit") yield act as Contribution;
}

type Kept = { acts: Contribution[]; original: (id: string) => string };

/** Exact copies come from two archives of one list, or from a mail that went to two addresses. */
function withoutCopies(acts: Iterable<Contribution>): Kept {
  const first = new Map<string, string>();
  const copies = new Map<string, string>();
  const kept: Contribution[] = [];
  for (const act of acts) {
    const face = `${act.author}\u0000${act.at}\u0000${act.print}`;
    const seen = act.print ? first.get(face) : undefined;
    if (seen !== undefined) {
      copies.set(act.id, seen);
      continue;
    }
    if (act.print) first.set(face, act.id);
    kept.push(act);
  }
  return { acts: kept, original: (id) => copies.get(id) ?? id };
}

/** By time, and a reply never before what it answers: clocks of mail programs are sometimes wrong. */
function inOrder(kept: Kept): Kept {
  const byId = new Map(kept.acts.map((act) => [act.id, act]));
  const depthMax = 1000;
  const settled = kept.acts.map((act) => {
    let at = act.at;
    let up = act.kind === "reply" ? byId.get(kept.original(act.parent ?? act.conversation ?? "")) : undefined;
    for (let depth = 0; up && depth < depthMax; depth++) {
      at = Math.max(at, up.at);
      up = up.kind === "reply" ? byId.get(kept.original(up.parent ?? up.conversation ?? "")) : undefined;
    }
    return at === act.at ? act : { ...act, at };
  });
  settled.sort((a, b) => a.at - b.at || Number(a.kind === "reply") - Number(b.kind === "reply"));
  return { acts: settled, original: kept.original };
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
