import { z } from "zod";
import { personCard, personName } from "@/members/views";
import { pageOf } from "@/platform/database/page";
import { commentId } from "../shape";

/** The comment that answers a question, shown under it. */
export const answerView = z.object({
  id: commentId,
  author: personName,
  bodyHtml: z.string(),
  language: z.enum(["en", "fr"]).nullable(),
  createdAt: z.date(),
});
export type AnswerView = z.output<typeof answerView>;

/** A poll as far as its answers go. `names` are a few of those who chose an answer, where the poll shows names. */
export const pollView = z.object({
  several: z.boolean(),
  named: z.boolean(),
  closesAt: z.date().nullable(),
  open: z.boolean(),
  voters: z.number().int(),
  /** What the viewer chose; empty before they answered. */
  mine: z.array(z.number().int()),
  options: z.array(
    z.object({ position: z.number().int(), label: z.string(), votes: z.number().int(), names: z.array(z.string()) }),
  ),
});
export type PollView = z.output<typeof pollView>;

export const eventView = z.object({
  startsAt: z.date(),
  endsAt: z.date(),
  timeZone: z.string(),
  place: z.string(),
  link: z.string(),
});
export type EventView = z.output<typeof eventView>;

/** How an announcement that asks for it was read: how many have said so, and whether the viewer has. */
export const seenView = z.object({ count: z.number().int(), mine: z.boolean() });

/** Who may read an announcement and has not said that they have, for its author alone. */
export const unreadView = pageOf(personCard).extend({
  title: z.string(),
  readers: z.number().int(),
  seen: z.number().int(),
});
