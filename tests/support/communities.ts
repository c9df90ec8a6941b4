import type { Act } from "@/readiness/history";

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** A Tuesday, so that few answers run into a weekend by accident. */
export const COMMUNITY_END = Date.UTC(2026, 2, 3, 9);

/** How a generated community behaves. Members are `m0`, `m1`, …; the team is `host` and `admin`. */
export type Manners = {
  readonly seed?: number;
  readonly weeks?: number;
  /** Who of the members is there in a week, counted from the first. */
  readonly present: (week: number, chance: Chance) => readonly number[];
  /** Conversations that each present member opens in a week, on average. */
  readonly opens?: number;
  /** Conversations that the host opens in a week. */
  readonly hostOpens?: number;
  /** How likely a conversation gets answers at all. */
  readonly answered?: number;
  /** How likely an answer is a member's and not the host's. */
  readonly byMembers?: number;
  /** Answers to a conversation. */
  readonly answers?: number;
  /** How long the first answer takes, in hours. */
  readonly hours?: number;
  /** Who of those present answers; anybody by default. */
  readonly answerer?: (present: readonly number[], chance: Chance) => number | undefined;
};

export type Chance = () => number;

/** Mulberry32: the same community for the same seed. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Each of `many` members with the likelihood `share`, at least one of them. */
export function some(many: number, share: number, chance: Chance): number[] {
  const there = Array.from({ length: many }, (_, member) => member).filter(() => chance() < share);
  return there.length > 0 ? there : [0];
}

/** Writes down what a community did until COMMUNITY_END. */
export function communityOf(manners: Manners): Act[] {
  const { seed = 1, weeks = 26, opens = 0.5, hostOpens = 1 } = manners;
  const chance = chanceFrom(seed);
  const acts: Act[] = [];
  const begin = COMMUNITY_END - weeks * 7 * DAY;
  for (let week = 0; week < weeks; week++) {
    const present = manners.present(week, chance);
    const monday = begin + week * 7 * DAY;
    const openers = [
      ...Array.from({ length: hostOpens }, () => "host"),
      ...present.flatMap((member) => Array.from({ length: times(opens, chance) }, () => `m${member}`)),
    ];
    for (const author of openers) {
      const at = monday + chance() * 2 * DAY;
      converse(acts, { author, at, present, manners, chance });
    }
  }
  return acts.filter((act) => act.at < COMMUNITY_END);
}

function times(average: number, chance: Chance): number {
  return Math.floor(average) + (chance() < average % 1 ? 1 : 0);
}

type Opening = { author: string; at: number; present: readonly number[]; manners: Manners; chance: Chance };

function converse(acts: Act[], { author, at, present, manners, chance }: Opening): void {
  const { answered = 0.9, byMembers = 0.8, answers = 2, hours = 6, answerer = anybody } = manners;
  const id = `c${acts.length}`;
  const said = (kind: Act["kind"], who: string, when: number, parent: string | null): string => {
    const made = kind === "reply" ? `r${acts.length}` : id;
    acts.push({ id: made, kind, author: who, at: when, conversation: id, parent, words: 30, print: acts.length + 1 });
    return made;
  };
  said("conversation", author, at, null);
  if (chance() >= answered) return;
  let parent = id;
  let last = author;
  for (let n = 0; n < answers; n++) {
    const member = chance() < byMembers ? answerer(present, chance) : undefined;
    let who = member === undefined ? "host" : `m${member}`;
    if (who === last) who = last === author ? "host" : author;
    if (who === last) continue;
    parent = said("reply", who, at + (n + chance() * 0.9) * hours * HOUR, n === 0 ? id : parent);
    last = who;
  }
}

function anybody(present: readonly number[], chance: Chance): number | undefined {
  return present[Math.floor(chance() * present.length)];
}
