import { DAY } from "@/platform/durations";
import type { Arrival, Facts } from "../facts";
import { count, type Measured, share } from "../measure";
import { membersIn, momentBefore, since } from "../view";
import { isMemberEdge } from "./ties";
import type { Question } from "./voices";

/** A newcomer whom somebody brought has this long to take part. */
const SETTLED_WITHIN = 28 * DAY;
/** Of the people whom one member brings in a month, this many count. */
const BROUGHT_A_MONTH = 3;

/** L11, breadth: units with several living members, members outside of the largest, and replies between units. */
export function breadth({ view, rule, asked }: Question, facts: Facts): Measured {
  const unitOf = (person: number) => facts.units.get(view.history.people.ids[person] ?? "");
  const sizes = new Map<string, number>();
  for (const member of membersIn(view, 56)) {
    const unit = unitOf(member);
    if (unit !== undefined) sizes.set(unit, (sizes.get(unit) ?? 0) + 1);
  }
  const edges = { hits: 0, n: 0 };
  for (let place = since(view, 56); place < view.end; place++) {
    if (!isMemberEdge(view, place)) continue;
    const [from, to] = [view.history.author[place] ?? -1, view.history.answered[place] ?? -1].map(unitOf);
    if (from === undefined || to === undefined) continue;
    edges.n++;
    if (from !== to) edges.hits++;
  }
  const members = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const largest = Math.max(0, ...sizes.values());
  const lively = [...sizes.values()].filter((size) => size >= asked.unitMembers).length;
  const least = asked.halfOfUnits ? Math.max(asked.units, Math.ceil(facts.targeted / 2)) : asked.units;
  const early = edges.n < rule.least.L11;
  return {
    parts: [
      count("units", "units", lively, { threshold: least }),
      share("outside", { hits: members - largest, n: members }, { threshold: asked.outsideLargest }, rule),
      share("between", { ...edges, enough: !early }, { threshold: asked.betweenUnits }, rule),
    ],
    early,
  };
}

/** L14, word of mouth: of the newcomers who took part, those whom another member had wished for. */
export function wordOfMouth({ view, rule, asked }: Question, facts: Facts): Measured {
  const from = momentBefore(view, 56);
  const arrivals = new Map(facts.arrivals.filter(({ at }) => at < view.at).map((one) => [one.person, one]));
  const brought: Arrival[] = [];
  let n = 0;
  view.history.people.ids.forEach((id, person) => {
    const first = view.history.people.firstAt[person] ?? Number.POSITIVE_INFINITY;
    if (first < from || first >= view.at || view.onTeam[person] || view.history.people.bot[person]) return;
    n++;
    const arrival = arrivals.get(id);
    if (arrival && first - arrival.at <= SETTLED_WITHIN) brought.push(arrival);
  });
  const counted = withinMeasure(brought.filter(({ inviter }) => inviter !== null && !view.team.has(inviter)));
  const early = n < rule.least.L14;
  const inviters = new Set(counted.map(({ inviter }) => inviter)).size;
  return {
    parts: [
      share("share", { hits: counted.length, n, enough: !early }, { threshold: asked.invited }, rule),
      count("inviters", "people", inviters, { threshold: asked.inviters }),
    ],
    early,
  };
}

/**
 * At most three a month for each inviter, by when they asked: a dictated list of guests is nobody's word of mouth, and
 * whoever waited comes in with many others on the day that the door opens.
 */
function withinMeasure(brought: readonly Arrival[]): Arrival[] {
  const counted: Arrival[] = [];
  for (const one of [...brought].sort((a, b) => a.asked - b.asked)) {
    const recent = counted.filter(({ inviter, asked }) => inviter === one.inviter && one.asked - asked < 28 * DAY);
    if (recent.length < BROUGHT_A_MONTH) counted.push(one);
  }
  return counted;
}
