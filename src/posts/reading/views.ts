import { z } from "zod";
import { personCard } from "@/members/views";
import { commentId } from "../shape";
import { commentView } from "../views";

const voice = personCard.pick({ id: true, displayName: true });

/** A comment in its place in a conversation. */
export const threadComment = commentView.extend({
  /** The comment that began its branch; itself when it answers the opening. */
  threadId: commentId,
  /** Whom it answers, when that is not who began the branch. */
  answers: z.object({ id: commentId, author: voice }).nullable(),
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
  under: z.object({ id: commentId, author: voice, removed: z.boolean() }).nullable(),
  /** How many comments are unread, counted up to a bound, and the first of them in the order of the page. */
  unread: z.object({ count: z.number().int(), first: commentId.nullable() }),
});
export type ThreadWindow = z.output<typeof threadWindow>;
