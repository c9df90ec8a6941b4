import { KIND } from "../history";
import { count, type Measured, share } from "../measure";
import { scaled } from "../rules";
import { isEdge, MEMBER, memberAt, membersIn, NOBODY, since, type View, voiceAt } from "../view";
import type { Question } from "./voices";

/** Words from which a reply is more than a courtesy. */
const LONG = 20;

/** L4, conversation without the team: reply edges with neither end on the team. */
export function withoutTeam({ view, rule, asked }: Question): Measured {
  let n = 0;
  let hits = 0;
  for (let place = since(view, 56); place < view.end; place++) {
    if (!isEdge(view, place)) continue;
    n++;
    if (isMemberEdge(view, place)) hits++;
  }
  return ofMembers({ hits, n }, rule.least.L4, asked.withoutTeam, rule);
}

/** L7, started by members: among the conversations that live, those whose opening is a member's. */
export function startedByMembers({ view, rule, asked }: Question): Measured {
  const openings = new Map<number, number>();
  const alive = new Set<number>();
  for (let place = since(view, 56); place < view.end; place++) {
    if (voiceAt(view, place) === NOBODY || view.history.kind[place] === KIND.vote) continue;
    const conversation = view.history.conversation[place] ?? -1;
    if (view.history.kind[place] !== KIND.reply) openings.set(conversation, place);
    else {
      const opening = openings.get(conversation);
      if (opening !== undefined && view.history.author[opening] !== view.history.author[place]) alive.add(opening);
    }
  }
  const hits = [...alive].filter((opening) => voiceAt(view, opening) === MEMBER).length;
  return ofMembers({ hits, n: alive.size }, rule.least.L7, asked.startedByMembers, rule);
}

/** L8, ties both ways: members whom another member answered and who answered back, and how many such pairs. */
export function reciprocalTies({ view, rule, asked, population }: Question): Measured {
  const members = membersIn(view, 84);
  const tied = new Set<number>();
  let pairs = 0;
  const edges = edgesBetweenMembers(view);
  for (const there of edges.values()) {
    const back = edges.get(`${there.to}>${there.from}`);
    if (there.from > there.to || back === undefined || !isTie(there, back)) continue;
    pairs++;
    tied.add(there.from).add(there.to);
  }
  const early = members.size < rule.least.L8;
  const { factor } = scaled(asked, population);
  return {
    parts: [
      share("share", { hits: tied.size, n: members.size, enough: !early }, { threshold: asked.tied }, rule),
      count("pairs", "pairs", pairs, { threshold: Math.ceil(asked.tiedPairs * factor) }),
    ],
    early,
  };
}

/** L9, one fabric: the largest group of members who are joined by replies when the team is taken away. */
export function oneFabric({ view, rule, asked }: Question): Measured {
  const members = membersIn(view, 84);
  const parent = new Map<number, number>();
  const top = (person: number): number => {
    let at = person;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) {
      parent.set(at, parent.get(up) ?? up);
      at = up;
    }
    return at;
  };
  for (let place = view.base; place < view.end; place++) {
    if (!isMemberEdge(view, place)) continue;
    const to = view.history.answered[place] ?? -1;
    if (members.has(to)) parent.set(top(view.history.author[place] ?? -1), top(to));
  }
  const sizes = new Map<number, number>();
  for (const person of members) sizes.set(top(person), (sizes.get(top(person)) ?? 0) + 1);
  const hits = Math.max(0, ...sizes.values());
  const early = members.size < rule.least.L9;
  return {
    parts: [share("share", { hits, n: members.size, enough: !early }, { threshold: asked.fabric }, rule)],
    early,
  };
}

type Edge = { from: number; to: number; conversation: number; several: boolean; long: boolean };

function edgesBetweenMembers(view: View): Map<string, Edge> {
  const edges = new Map<string, Edge>();
  for (let place = view.base; place < view.end; place++) {
    if (!isMemberEdge(view, place)) continue;
    const from = view.history.author[place] ?? -1;
    const to = view.history.answered[place] ?? -1;
    const conversation = view.history.conversation[place] ?? -1;
    const long = (view.history.words[place] ?? -1) >= LONG;
    const edge = edges.get(`${from}>${to}`);
    if (edge) {
      edge.several ||= edge.conversation !== conversation;
      edge.long ||= long;
    } else edges.set(`${from}>${to}`, { from, to, conversation, several: false, long });
  }
  return edges;
}

/** Two thanks under one conversation are no tie: two conversations are, or twenty words each way. */
function isTie(there: Edge, back: Edge): boolean {
  return there.several || back.several || there.conversation !== back.conversation || (there.long && back.long);
}

/** True when a member answered another member here. */
export function isMemberEdge(view: View, place: number): boolean {
  return isEdge(view, place) && memberAt(view, place) && !view.onTeam[view.history.answered[place] ?? -1];
}

/**
 * A share among everybody, the team included. What the team writes among itself must not fill the minimum sample, so
 * a share that is high enough also needs that sample from members alone.
 */
function ofMembers(
  figures: { hits: number; n: number },
  least: number,
  threshold: number,
  rule: Question["rule"],
): Measured {
  const part = share("share", figures, { threshold }, rule);
  const early = figures.n < least || (part.holds && figures.hits < least);
  return { parts: [early ? { ...part, value: null, low: null, holds: false } : part], early };
}
