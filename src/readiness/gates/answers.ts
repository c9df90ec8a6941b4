import { HOUR } from "@/platform/durations";
import { closedHours, type Span, timeOutside } from "../calendar/spans";
import { KIND } from "../history";
import { type Measured, share } from "../measure";
import { firstPlaceFrom, MEMBER, momentBefore, NOBODY, since, type View, voiceAt } from "../view";
import type { Question } from "./voices";

const IN_TIME = 72 * HOUR;
/** The same words to more people than this are a form, not an answer. */
const CANNED = 3;

/** L5, no one left unanswered: members' conversations with an answer in 72 open hours, and who gave it. */
export function answered({ view, rule, asked, teamKnown }: Question): Measured {
  const closed = closedFor(view, 59);
  const opened = openedByMembers(view);
  const byMembers = { hits: 0, n: 0 };
  for (const [conversation, first] of firstAnswers(view, opened)) {
    const root = opened.get(conversation) ?? -1;
    if (!inTime(view, root, first, closed)) continue;
    byMembers.n++;
    if (voiceAt(view, first) === MEMBER) byMembers.hits++;
  }
  const early = opened.size < rule.least.L5;
  const figures = { hits: byMembers.n, n: opened.size, enough: !early };
  const parts = [share("answered", figures, { threshold: asked.answered, target: asked.answeredTarget }, rule)];
  if (teamKnown)
    parts.push(share("byMembers", { ...byMembers, enough: !early }, { threshold: asked.answeredByMembers }, rule));
  return { parts, early };
}

/** L6, newcomers answered: first messages of the last eight weeks, old enough to have had their 72 hours. */
export function newcomersAnswered({ view, rule, asked }: Question): Measured {
  const closed = closedFor(view, 56);
  const firsts = firstMessages(view);
  const canned = cannedPrints(view);
  const greeted = new Set<number>();
  for (let place = since(view, 56); place < view.end; place++) {
    const print = view.history.print[place] ?? 0;
    if (!isAnswer(view, place) || (print !== 0 && canned.has(print))) continue;
    for (const first of [view.history.answers[place] ?? -1, rootIn(firsts, view, place)]) {
      if (firsts.has(first) && !sameAuthor(view, first, place) && inTime(view, first, place, closed))
        greeted.add(first);
    }
  }
  const n = firsts.size;
  const early = n < rule.least.L6;
  const figures = { hits: greeted.size, n, enough: !early };
  return {
    parts: [share("share", figures, { threshold: asked.newcomersAnswered, target: asked.newcomersTarget }, rule)],
    early,
  };
}

/** Members' conversations of [T-59 d, T-3 d] by number, with the place of their opening. */
function openedByMembers(view: View): Map<number, number> {
  const opened = new Map<number, number>();
  const end = firstPlaceFrom(view.history, momentBefore(view, 3));
  for (let place = since(view, 59); place < end; place++)
    if (view.history.kind[place] === KIND.conversation && voiceAt(view, place) === MEMBER)
      opened.set(view.history.conversation[place] ?? -1, place);
  return opened;
}

/** The place of the first true answer by another human, for each of these conversations that has one. */
function firstAnswers(view: View, opened: ReadonlyMap<number, number>): Map<number, number> {
  const first = new Map<number, number>();
  for (let place = since(view, 59); place < view.end; place++) {
    const conversation = view.history.conversation[place] ?? -1;
    const root = opened.get(conversation);
    if (root === undefined || first.has(conversation)) continue;
    if (isAnswer(view, place) && !sameAuthor(view, root, place)) first.set(conversation, place);
  }
  return first;
}

/** A reply of a human with more than one word; of an unknown number of words, any. */
function isAnswer(view: View, place: number): boolean {
  const words = view.history.words[place] ?? -1;
  return view.history.kind[place] === KIND.reply && voiceAt(view, place) !== NOBODY && (words < 0 || words > 1);
}

function sameAuthor(view: View, a: number, b: number): boolean {
  return view.history.author[a] === view.history.author[b];
}

type Closed = (person: number) => readonly Span[];

function inTime(view: View, from: number, until: number, closed: Closed): boolean {
  const hours = closed(view.history.author[from] ?? -1);
  return timeOutside(view.history.at[from] ?? 0, view.history.at[until] ?? 0, hours) <= IN_TIME;
}

/** The hours in which a person need not be answered: everybody's, and those of their own site. */
function closedFor(view: View, days: number): Closed {
  const { siteLeave, siteOf } = view.calendar;
  const known = new Map<string, readonly Span[]>();
  return (person) => {
    const home = siteOf?.get(view.history.people.ids[person] ?? "") ?? "";
    const site = siteLeave?.has(home) ? home : "";
    const hours = known.get(site) ?? closedHours(momentBefore(view, days), view.at, view.calendar, site);
    known.set(site, hours);
    return hours;
  };
}

/** The places of newcomers' first messages. */
function firstMessages(view: View): Map<number, number> {
  const firsts = new Map<number, number>();
  const met = new Set<number>();
  const end = firstPlaceFrom(view.history, momentBefore(view, 3));
  for (let place = since(view, 56); place < end; place++) {
    const author = view.history.author[place] ?? -1;
    if (view.history.kind[place] === KIND.vote || voiceAt(view, place) !== MEMBER || met.has(author)) continue;
    met.add(author);
    const isFirst = view.history.people.firstAt[author] === view.history.at[place];
    if (isFirst) firsts.set(place, view.history.conversation[place] ?? -1);
  }
  return firsts;
}

/** When `place` stands in a conversation that a newcomer opened: the place of that opening. */
function rootIn(firsts: ReadonlyMap<number, number>, view: View, place: number): number {
  let up = view.history.answers[place] ?? -1;
  for (let depth = 0; up >= view.base && depth < 1000; depth++) {
    if (view.history.kind[up] !== KIND.reply) return firsts.has(up) ? up : -1;
    up = view.history.answers[up] ?? -1;
  }
  return -1;
}

/** Texts that went to more than three people. */
function cannedPrints(view: View): Set<number> {
  const to = new Map<number, Set<number>>();
  for (let place = view.base; place < view.end; place++) {
    const print = view.history.print[place] ?? 0;
    const person = view.history.answered[place] ?? -1;
    if (print === 0 || person < 0) continue;
    const people = to.get(print) ?? new Set();
    to.set(print, people.add(person));
  }
  return new Set([...to].filter(([, people]) => people.size > CANNED).map(([print]) => print));
}
