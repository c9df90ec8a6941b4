import { z } from "zod";
import { ideaStatus } from "@/feedback/shape";
import { personId } from "@/members/shape";
import { CONVERSATION_KINDS, commentId, conversationId } from "@/posts/shape";
import { slug } from "@/spaces/shape";
import { COUNT_MAX, NOTICE_KINDS, noticeId, REASONS } from "./shape";

/** How many things wait, up to `COUNT_MAX`. */
export const bellView = z.object({
  unread: z.number().int().min(0).max(COUNT_MAX),
  /** How many words wait for the viewer as a moderator, up to a bound. */
  cases: z.number().int(),
  /** How many entries of the changelog are new to them, up to a bound. */
  news: z.number().int(),
});
export type BellView = z.output<typeof bellView>;

/** One thing that a person is told, as a line of their list. */
export const noticeView = z.object({
  id: noticeId,
  kind: z.enum(NOTICE_KINDS),
  why: z.enum(REASONS.map(({ why }) => why)),
  /** Who did it, the latest first: three at most. */
  who: z.array(z.object({ id: personId, name: z.string() })),
  /** How many people that were. */
  whoCount: z.number().int(),
  conversation: z
    .object({ id: conversationId, kind: z.enum(CONVERSATION_KINDS), title: z.string(), place: z.string() })
    .nullable(),
  /** For what happened to a space itself. */
  space: z.object({ slug, name: z.string() }).nullable(),
  /** Where to begin to read. */
  commentId: commentId.nullable(),
  /** What one person wrote to the other, for thanks and for help; and on whose profile it stands. */
  words: z.string().nullable(),
  profile: personId.nullable(),
  /** Where an idea stands now. */
  status: ideaStatus.nullable(),
  lastAt: z.date(),
  unread: z.boolean(),
});
export type NoticeView = z.output<typeof noticeView>;
