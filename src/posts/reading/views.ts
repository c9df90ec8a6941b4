import { z } from "zod";
import { personName } from "@/members/views";
import { pageOf } from "@/platform/database/page";
import { saidView } from "@/stages/announced/views";
import { commentId, conversationId } from "../shape";
import { commentView, postCard } from "../views";
import { hostLineView } from "./shape";

/** A comment in its place in a conversation. */
export const threadComment = commentView.extend({
  /** Where it was said: another conversation than the one at hand, when that was joined with it. */
  conversationId,
  /** The comment that began its branch; itself when it answers the opening. */
  threadId: commentId,
  /** Whom it answers, when that is not who began the branch. */
  answers: z.object({ id: commentId, author: personName }).nullable(),
  unread: z.boolean(),
});
export type ThreadComment = z.output<typeof threadComment>;

/** A part of a conversation, in the order of the page: answers stand under what they answer. */
export const threadWindow = z.object({
  items: z.array(threadComment),
  /** Whether there is more before and after it. */
  earlier: z.boolean(),
  later: z.boolean(),
  /** What began the branch in whose middle the part begins. */
  under: z.object({ id: commentId, author: personName, removed: z.boolean() }).nullable(),
  /** How many comments are unread, counted up to a bound, and the first of them in the order of the page. */
  unread: z.object({ count: z.number().int(), first: commentId.nullable() }),
});
export type ThreadWindow = z.output<typeof threadWindow>;

/** A question that somebody may be able to answer. */
export const waitingQuestion = z.object({
  id: conversationId,
  title: z.string(),
  at: z.date(),
  by: z.string(),
  answers: z.number().int(),
});
export type WaitingQuestion = z.output<typeof waitingQuestion>;

/** A conversation that somebody missed, with how many people took part in it meanwhile. */
export const missedThread = z.object({
  id: conversationId,
  title: z.string(),
  space: z.string(),
  people: z.number().int(),
  comments: z.number().int(),
  line: hostLineView.nullable(),
});
export type MissedThread = z.output<typeof missedThread>;

/** What is new for somebody. */
export const homeView = pageOf(postCard).extend({
  questions: z.array(waitingQuestion),
  missed: z.object({ since: z.date(), threads: z.array(missedThread) }).nullable(),
  /** What is said of the stage in its first days. */
  announced: saidView.nullable(),
  /** Whether all was marked as read a moment ago, which can be taken back. */
  mayUndo: z.boolean(),
});
export type HomeView = z.output<typeof homeView>;
