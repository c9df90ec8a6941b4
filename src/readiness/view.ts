import { DAY } from "@/platform/durations";
import { type Calendar, countedBack, merged, type Span, within } from "./calendar/spans";
import { foundersAt, type History } from "./history";

/** A time on the team. Who leaves it counts as a member only 56 days later. */
export type TeamSpan = { readonly person: string; readonly since: number; readonly until: number | null };

export const NOBODY = 0;
export const TEAM = 1;
export const MEMBER = 2;

/** After this the window of eight weeks holds nothing that was written on the team. */
const AFTER_TEAM = 56 * DAY;
/** How long after an event its visitors do not yet count as voices. */
const AFTER_EVENT = 7 * DAY;

/** The history as it stood at one moment, with everything that several gates ask. */
export type View = {
  readonly history: History;
  readonly at: number;
  readonly calendar: Calendar;
  readonly leave: readonly Span[];
  /** The first place at or after the moment: everything from here on is the future. */
  readonly end: number;
  /** 1 for each person on the team. */
  readonly onTeam: Uint8Array;
  /** Everybody on the team and every bot, also those who have not written yet. */
  readonly team: ReadonlySet<string>;
  readonly base: number;
  readonly voices: Uint8Array;
  readonly away: Uint8Array;
  /** People whose only contributions of the last 28 days followed an event. */
  readonly visitors: ReadonlySet<number>;
};

/**
 * Looks at a history at one moment. What comes later, what was removed by then, bots and leave are left out here, once.
 * @param team who was on the team when; null where no role is known
 */
export function viewOf(history: History, at: number, team: readonly TeamSpan[] | null, calendar: Calendar): View {
  const leave = merged(calendar.leave);
  const end = firstPlaceFrom(history, at);
  const base = firstPlaceFrom(history, countedBack(at, 84 * DAY, leave));
  const ids = teamAt(history, at, team);
  const onTeam = Uint8Array.from(history.people.ids, (id) => (ids.has(id) ? 1 : 0));
  const voices = new Uint8Array(end - base);
  const away = new Uint8Array(end - base);
  for (let place = base; place < end; place++) {
    const author = history.author[place] ?? -1;
    if (history.people.bot[author] || (history.removedAt[place] ?? 0) < at) continue;
    voices[place - base] = onTeam[author] ? TEAM : MEMBER;
    if (leave.length > 0 && within(history.at[place] ?? 0, leave)) away[place - base] = 1;
  }
  const everybody = new Set([...ids, ...history.people.ids.filter((_, person) => history.people.bot[person])]);
  const view = {
    history,
    at,
    calendar,
    leave,
    end,
    onTeam,
    team: everybody,
    base,
    voices,
    away,
    visitors: new Set<number>(),
  };
  return { ...view, visitors: visitorsOf(view) };
}

/** The first place whose moment is `at` or later (binary search). */
export function firstPlaceFrom(history: History, at: number): number {
  let low = 0;
  let high = history.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((history.at[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place at which the window of the last `days` counted days begins. */
export function since(view: View, days: number): number {
  return firstPlaceFrom(view.history, momentBefore(view, days));
}

/** The moment `days` counted days before the view's own. */
export function momentBefore(view: View, days: number): number {
  return countedBack(view.at, days * DAY, view.leave);
}

/** NOBODY for a bot's or a removed contribution, else TEAM or MEMBER. */
export function voiceAt(view: View, place: number): number {
  return view.voices[place - view.base] ?? NOBODY;
}

/** True when a member contributed here in counted time. */
export function memberAt(view: View, place: number): boolean {
  return voiceAt(view, place) === MEMBER && view.away[place - view.base] === 0;
}

/** True when a human answered another here, in counted time. */
export function isEdge(view: View, place: number): boolean {
  const answered = view.history.answered[place] ?? -1;
  return (
    answered >= 0 &&
    answered !== view.history.author[place] &&
    voiceAt(view, place) !== NOBODY &&
    view.away[place - view.base] === 0 &&
    !view.history.people.bot[answered]
  );
}

/** A(X): the distinct members who contributed from `days` to `until` days before the moment. */
export function membersIn(view: View, days: number, until = 0): Set<number> {
  const found = new Set<number>();
  const end = until === 0 ? view.end : since(view, until);
  for (let place = since(view, days); place < end; place++)
    if (memberAt(view, place)) found.add(view.history.author[place] ?? -1);
  return found;
}

function teamAt(history: History, at: number, team: readonly TeamSpan[] | null): Set<string> {
  if (team === null) return new Set(foundersAt(history, at).map((founder) => history.people.ids[founder] ?? ""));
  const current = team.filter((span) => span.since <= at && at < (span.until ?? at) + AFTER_TEAM);
  return new Set(current.map((span) => span.person));
}

function visitorsOf(view: Omit<View, "visitors"> & { visitors: Set<number> }): Set<number> {
  const events = view.calendar.events.filter((event) => event < view.at);
  if (events.length === 0) return new Set();
  const afterEvent = merged(events.map((from) => ({ from, until: from + AFTER_EVENT })));
  const visitors = membersIn(view, 28);
  for (let place = since(view, 28); place < view.end; place++) {
    if (memberAt(view, place) && !within(view.history.at[place] ?? 0, afterEvent))
      visitors.delete(view.history.author[place] ?? -1);
  }
  return visitors;
}
