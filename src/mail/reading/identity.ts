import { createHash } from "node:crypto";

/** First 128 bits of the SHA-256 of a text, base64url: short enough to hold a million of, long enough never to clash. */
export function shortHash(text: string): string {
  return createHash("sha256").update(text).digest().subarray(0, 16).toString("base64url");
}

/** The author of a mail as its header names them. */
export type Author = {
  /** As written, tidied; empty when the header has none. */
  readonly name: string;
  /** Readable address in lower case, or null when the archive masked it or it is the list's own. */
  readonly address: string | null;
  /** What stands in place of an address that the archive masked beyond repair, else null. */
  readonly mask: string | null;
};

const LETTERS = /[\p{L}\p{N}]+/gu;

/** The name's words without accents and case, sorted; null when there are fewer than two. */
export function nameKey(name: string): string | null {
  const bare = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const tokens = [...new Set(bare.match(LETTERS) ?? [])].sort();
  return tokens.length >= 2 ? tokens.join(" ") : null;
}

/** The traits by which mails of one author are recognised: the name if it has two words or more, and the address. */
export function traitsOf(author: Author): string[] {
  const key = nameKey(author.name);
  const traits = key === null ? [] : [`name:${key}`];
  if (author.address !== null) traits.push(`address:${author.address}`);
  if (author.mask !== null) traits.push(`mask:${author.mask}`);
  if (traits.length === 0 && author.name !== "") traits.push(`word:${author.name.toLowerCase()}`);
  return traits;
}

/** Everything an archive says about one person. */
export type Identity = {
  readonly displayName: string;
  /** Most used first. */
  readonly addresses: readonly string[];
  readonly traits: readonly string[];
};

type Known = { names: Map<string, number>; addresses: Map<string, number>; traits: string[] };

/**
 * Finds out who is who in an archive: two mails are of one person when they share a trait, directly or through
 * others. Memory grows with the number of people, not of mails.
 */
export class Identities {
  private readonly byTrait = new Map<string, number>();
  private readonly above: number[] = [];
  private readonly known: Known[] = [];

  /** Notes one mail's author; the number is stable, and `representative` of it names the person at the end. */
  note(author: Author): number {
    const traits = traitsOf(author);
    let mine: number | undefined;
    for (const trait of traits) {
      const found = this.byTrait.get(trait);
      if (found === undefined) continue;
      mine = mine === undefined ? this.representative(found) : this.join(mine, found);
    }
    const group = mine ?? this.add();
    const known = this.at(group);
    for (const trait of traits) {
      if (this.byTrait.has(trait)) continue;
      this.byTrait.set(trait, group);
      known.traits.push(trait);
    }
    if (author.name !== "") known.names.set(author.name, (known.names.get(author.name) ?? 0) + 1);
    if (author.address !== null) known.addresses.set(author.address, (known.addresses.get(author.address) ?? 0) + 1);
    return group;
  }

  /** The number under which the person behind `member` is kept now. */
  representative(member: number): number {
    let top = member;
    while (this.above[top] !== top) top = this.above[top] ?? top;
    let walk = member;
    while (walk !== top) {
      const next = this.above[walk] ?? top;
      this.above[walk] = top;
      walk = next;
    }
    return top;
  }

  /** The person behind a number that `note` gave. */
  identity(member: number): Identity {
    const { names, addresses, traits } = this.at(this.representative(member));
    const byUse = [...addresses].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([address]) => address);
    return { displayName: bestName(names, byUse[0], traits), addresses: byUse, traits };
  }

  private add(): number {
    this.known.push({ names: new Map(), addresses: new Map(), traits: [] });
    return this.above.push(this.above.length) - 1;
  }

  private at(member: number): Known {
    const known = this.known[member];
    if (known === undefined) throw new RangeError(`no author ${member}`);
    return known;
  }

  private join(one: number, other: number): number {
    const [a, b] = [this.representative(one), this.representative(other)];
    if (a === b) return a;
    const [into, from] = [this.at(a), this.at(b)];
    for (const [name, count] of from.names) into.names.set(name, (into.names.get(name) ?? 0) + count);
    for (const [address, count] of from.addresses)
      into.addresses.set(address, (into.addresses.get(address) ?? 0) + count);
    into.traits.push(...from.traits);
    this.known[b] = { names: new Map(), addresses: new Map(), traits: [] };
    this.above[b] = a;
    return a;
  }
}

const DAMAGED = /[?\uFFFD]/;
const SHOUTED_OR_MUMBLED = /^(?:[^\p{Lu}]*|[^\p{Ll}]*)$/u;

/**
 * The form used most; before that a whole one before a damaged one, two words before a single one, and capitals where
 * names have them. Never an address.
 */
function bestName(names: ReadonlyMap<string, number>, address: string | undefined, traits: readonly string[]): string {
  const rank = (name: string) =>
    (DAMAGED.test(name) ? 0 : 4) + (nameKey(name) === null ? 0 : 2) + (SHOUTED_OR_MUMBLED.test(name) ? 0 : 1);
  const sorted = [...names].sort((a, b) => rank(b[0]) - rank(a[0]) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const masked = traits.find((trait) => trait.startsWith("mask:"))?.slice("mask:".length);
  const name = sorted[0]?.[0] ?? address?.split("@")[0] ?? masked?.split(" ")[0] ?? "?";
  return [...name].slice(0, 120).join("").trim() || "?";
}
