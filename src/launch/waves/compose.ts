/** With so many insiders whom one knows, one does not arrive alone. */
export const ACQUAINTANCES = 2;

/** Somebody who waits, as the rule sees them: nothing of what they wrote but the words that topics are looked for in. */
export type Waiting = {
  readonly id: string;
  readonly department: string;
  readonly site: string;
  /** In milliseconds since 1970. */
  readonly askedAt: number;
  readonly vouched: boolean;
  /** How many insiders share their department and site. */
  readonly insiders: number;
  /** How many insiders they know: exchanged words with, or share a department and a site with. */
  readonly knows: number;
  readonly words: string;
  /** The hosts who said that they will expect this person. */
  readonly expectedBy: readonly string[];
};

/** Somebody who agreed to expect newcomers, with the places that are still free. */
export type Expecting = {
  readonly id: string;
  readonly free: number;
  readonly department: string;
  readonly site: string;
  readonly topics: readonly string[];
};

/** One newcomer of a wave: by which rule they come now, with whom, and who expects them. */
export type Place = {
  readonly id: string;
  readonly because: "vouched" | "hole" | "turn";
  readonly company: "acquaintances" | "colleague" | "host" | "nobody";
  /** The colleague in the same wave, where that is their company. */
  readonly colleague: string | null;
  /** The host whose place they take; null where none is free. */
  readonly host: string | null;
};

/**
 * Composes a wave of at most `size`. Whoever is vouched for comes first. Among equals, holes in the matrix of
 * departments and sites are filled first, then the cells take turns, and within a cell it is first come, first served.
 * The places of hosts go to those who would be alone without one, then to the others. The same people give the same
 * wave in whatever order they are told.
 */
export function compose(waiting: readonly Waiting[], hosts: readonly Expecting[], size: number): Place[] {
  const chosen = choose(waiting, size);
  const cells = Map.groupBy(chosen, ({ one }) => cellOf(one));
  const come = chosen.map(({ one, because }) => {
    const colleague = isPlaced(one) ? cells.get(cellOf(one))?.find((other) => other.one.id !== one.id) : undefined;
    return { one, because, colleague: one.knows >= ACQUAINTANCES ? null : (colleague?.one.id ?? null) };
  });
  const needs = ({ one, colleague }: (typeof come)[number]) => one.knows < ACQUAINTANCES && colleague === null;
  const expecting = new Map<string, string>();
  const free = new Map(hosts.map((host) => [host.id, host.free]));
  for (const { one } of [...come.filter(needs), ...come.filter((some) => !needs(some))]) {
    const host = hostFor(one, hosts, free);
    if (host === null) continue;
    expecting.set(one.id, host);
    free.set(host, (free.get(host) ?? 0) - 1);
  }
  return come.map((some) => {
    const { one, because, colleague } = some;
    const host = expecting.get(one.id) ?? null;
    const known = one.knows >= ACQUAINTANCES ? "acquaintances" : "colleague";
    const company = needs(some) ? (host === null ? "nobody" : "host") : known;
    return { id: one.id, because, company, colleague, host };
  });
}

type Chosen = { readonly one: Waiting; readonly because: Place["because"] };

function choose(waiting: readonly Waiting[], size: number): Chosen[] {
  const left = [...waiting].sort(byTurn);
  const taken = new Map<string, number>();
  const chosen: Chosen[] = [];
  while (chosen.length < size && left.length > 0) {
    const ranks = left.map((one) => rank(one, taken.get(cellOf(one)) ?? 0));
    // The first of the best: `left` stands in the order of asking.
    const best = ranks.reduce((at, one, index) => (before(one, ranks[at] ?? one) ? index : at), 0);
    const [one] = left.splice(best, 1);
    if (one === undefined) break;
    const cell = cellOf(one);
    chosen.push({ one, because: one.vouched ? "vouched" : ranks[best]?.[1] === 0 ? "hole" : "turn" });
    taken.set(cell, (taken.get(cell) ?? 0) + 1);
  }
  return chosen;
}

/** Vouched for, in a hole, and how many of the cell come already: smaller is sooner. */
type Rank = readonly [number, number, number];

function rank(one: Waiting, taken: number): Rank {
  // Of somebody whose place is not known nobody can say that it is empty.
  const hole = isPlaced(one) && one.insiders + taken < ACQUAINTANCES;
  return [one.vouched ? 0 : 1, hole ? 0 : 1, taken];
}

function before(a: Rank, b: Rank): boolean {
  return a[0] - b[0] < 0 || (a[0] === b[0] && (a[1] - b[1] < 0 || (a[1] === b[1] && a[2] < b[2])));
}

function byTurn(a: Waiting, b: Waiting): number {
  return a.askedAt - b.askedAt || (a.id < b.id ? -1 : 1);
}

function cellOf({ department, site }: { department: string; site: string }): string {
  return JSON.stringify([department, site]);
}

function isPlaced({ department, site }: Waiting): boolean {
  return department !== "" && site !== "";
}

/** The host with a free place who said yes to this person, then who has most in common, then with most places, or null. */
function hostFor(one: Waiting, hosts: readonly Expecting[], free: ReadonlyMap<string, number>): string | null {
  const words = one.words.toLocaleLowerCase("en");
  const common = ({ id, topics, department, site }: Expecting) =>
    (one.expectedBy.includes(id) ? 8 : 0) +
    (topics.some((topic) => topic !== "" && words.includes(topic.toLocaleLowerCase("en"))) ? 2 : 0) +
    (isPlaced(one) && department === one.department ? 1 : 0) +
    (isPlaced(one) && site === one.site ? 1 : 0);
  const placesOf = ({ id }: Expecting) => free.get(id) ?? 0;
  const [best] = hosts
    .filter((host) => placesOf(host) > 0)
    .sort((a, b) => common(b) - common(a) || placesOf(b) - placesOf(a) || (a.id < b.id ? -1 : 1));
  return best?.id ?? null;
}
