import { type Formats, formats } from "@/i18n/format";
import type { WordKey, Words } from "@/i18n/words";
import type { BadgeTone } from "@/ui/badge";
import type { IdeaOrder, IdeaStatus, Need, Shown } from "../shape";

/** What each status is called, and how its badge is coloured. */
export const STATUS_WORDS: Readonly<Record<IdeaStatus, { name: WordKey; tone: BadgeTone }>> = {
  open: { name: "feedback.status.open", tone: "plain" },
  "under-review": { name: "feedback.status.under-review", tone: "plain" },
  planned: { name: "feedback.status.planned", tone: "accent" },
  "in-progress": { name: "feedback.status.in-progress", tone: "accent" },
  "in-preview": { name: "feedback.status.in-preview", tone: "accent" },
  shipped: { name: "feedback.status.shipped", tone: "good" },
  "not-now": { name: "feedback.status.not-now", tone: "plain" },
  merged: { name: "feedback.status.merged", tone: "plain" },
};

const PROMISED: Readonly<Partial<Record<IdeaStatus, WordKey>>> = {
  "under-review": "feedback.promised.under-review",
  planned: "feedback.promised.planned",
  "in-progress": "feedback.promised.in-progress",
  "in-preview": "feedback.promised.in-preview",
};

export const NEED_WORDS: Readonly<Record<Need, { name: WordKey; hint: WordKey; voter: WordKey; tally: WordKey }>> = {
  like: {
    name: "feedback.need.like",
    hint: "feedback.need.likeHint",
    voter: "feedback.voter.like",
    tally: "feedback.votes.like",
  },
  need: {
    name: "feedback.need.need",
    hint: "feedback.need.needHint",
    voter: "feedback.voter.need",
    tally: "feedback.votes.need",
  },
  blocked: {
    name: "feedback.need.blocked",
    hint: "feedback.need.blockedHint",
    voter: "feedback.voter.blocked",
    tally: "feedback.votes.blocked",
  },
};

export const SHOWN_WORDS: Readonly<Record<Shown, WordKey>> = {
  current: "feedback.board.shown.current",
  waiting: "feedback.board.shown.waiting",
  coming: "feedback.board.shown.coming",
  shipped: "feedback.board.shown.shipped",
  "not-now": "feedback.board.shown.not-now",
  all: "feedback.board.shown.all",
};

export const ORDER_WORDS: Readonly<Record<IdeaOrder, WordKey>> = {
  need: "feedback.board.ordered.need",
  trend: "feedback.board.ordered.trend",
  votes: "feedback.board.ordered.votes",
  unanswered: "feedback.board.ordered.unanswered",
  newest: "feedback.board.ordered.newest",
};

/** A promised day in words. It is a day of the calendar and the same in every time zone, so it is read as one. */
export function dayWords(format: Formats, day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  return formats(format.locale, "UTC", at).date(at);
}

/** What is promised, and whether the day went by; null without a promise. */
export function promiseOf(
  t: Words,
  format: Formats,
  today: string,
  idea: { status: IdeaStatus; promisedFor: string | null },
): { words: string; late: boolean } | null {
  const key = PROMISED[idea.status];
  if (idea.promisedFor === null || key === undefined) return null;
  const day = dayWords(format, idea.promisedFor);
  const late = idea.promisedFor < today;
  return { words: late ? t("feedback.promised.late", { day }) : t(key, { day }), late };
}

/** The calendar day of an instant for a reader, as promised days are written: `2026-11-23`. */
export function dayOf(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  const part = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}`;
}
