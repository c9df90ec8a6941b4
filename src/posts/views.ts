import { z } from "zod";
import { fileCard } from "@/members/files/views";
import { personCard } from "@/members/views";
import { pageOf } from "@/platform/database/page";
import { spaceId } from "@/spaces/shape";
import { spaceView } from "@/spaces/views";
import { COLD_REASONS } from "@/spaces/warmth";
import { answerView, eventView, pollView, seenView } from "./kinds/views";
import { reactionView } from "./marks/views";
import { ownReading } from "./reading/shape";
import { commentId, conversationId, LANGUAGES, POST_KINDS } from "./shape";

const words = z.object({ edit: z.boolean(), remove: z.boolean() });
const language = z.enum(LANGUAGES).nullable();
const spaceName = z.object({ id: spaceId, slug: z.string(), name: z.string() });

/** What of a conversation is new to the viewer: it itself, and answers, counted up to a bound, with their first voices. */
export const freshView = z.object({
  opening: z.boolean(),
  answers: z.number().int(),
  by: z.array(z.string()),
  /** How many more people answered than are named. */
  others: z.number().int(),
});
export type FreshView = z.output<typeof freshView>;

/** A post as a line of a list. */
export const postCard = z.object({
  id: conversationId,
  kind: z.enum(POST_KINDS),
  title: z.string(),
  excerpt: z.string(),
  author: personCard,
  space: spaceName,
  createdAt: z.date(),
  lastActivityAt: z.date(),
  commentCount: z.number().int(),
  /** Null when nothing in it is new; left out where lists do not tell. */
  fresh: freshView.nullish(),
  language,
  /** A question that has its answer. */
  answered: z.boolean(),
  locked: z.boolean(),
  pinned: z.boolean(),
});
export type PostCard = z.output<typeof postCard>;

/** A space as its own page shows it: its posts, where the viewer reads them, and for whoever runs it, what it lacks. */
export const roomView = z.object({
  space: spaceView,
  /** `pinned`: what stands first there, beside the first page. */
  posts: pageOf(postCard)
    .extend({ pinned: z.array(postCard) })
    .nullable(),
  /** Why newcomers of the next stage would find it empty; null when that is not the question. */
  cold: z.array(z.enum(COLD_REASONS)).nullable(),
});

/** A post to read. `body` is the Markdown, `bodyHtml` the sanitised rendering of it. */
export const postView = postCard.extend({
  body: z.string(),
  bodyHtml: z.string(),
  /** What stands below the words. */
  files: z.array(fileCard),
  editedAt: z.date().nullable(),
  /** What an edit starts from. */
  version: z.number().int(),
  imported: z.boolean(),
  own: ownReading,
  lockReason: z.string(),
  /** Whether the viewer keeps it for later. */
  saved: z.boolean(),
  reactions: z.array(reactionView),
  answer: answerView.nullable(),
  poll: pollView.nullable(),
  event: eventView.nullable(),
  /** Null where nobody is asked to say that they have read it. */
  seen: seenView.nullable(),
  may: words.extend({
    comment: z.boolean(),
    react: z.boolean(),
    accept: z.boolean(),
    vote: z.boolean(),
    /** While it is open, and again when it is closed. */
    closePoll: z.boolean(),
    reopenPoll: z.boolean(),
    lock: z.boolean(),
    pin: z.boolean(),
    move: z.boolean(),
    /** Within the minute after publishing. */
    takeBack: z.boolean(),
    /** Who has not read an announcement yet. */
    seeUnread: z.boolean(),
  }),
});
export type PostView = z.output<typeof postView>;

/** A comment to read. A removed one keeps its place without its words. */
export const commentView = z.object({
  id: commentId,
  parentId: commentId.nullable(),
  author: personCard,
  body: z.string(),
  bodyHtml: z.string(),
  files: z.array(fileCard),
  language,
  createdAt: z.date(),
  editedAt: z.date().nullable(),
  version: z.number().int(),
  removed: z.boolean(),
  /** Removed while hosts look at it: its author alone still has its words. */
  hidden: z.boolean(),
  imported: z.boolean(),
  reactions: z.array(reactionView),
  /** `takeBack` and `bringBack` within the minute after it was said or removed. */
  may: words.extend({ takeBack: z.boolean(), bringBack: z.boolean() }),
});
export type CommentView = z.output<typeof commentView>;

/** Where a post can go; with a place chosen, how many of its readers will not read it there, and how many newly will. */
export const moveView = z.object({
  targets: z.array(spaceName),
  chosen: spaceName.nullable(),
  effect: z.object({ losing: z.number().int(), gaining: z.number().int() }).nullable(),
});
export type MoveView = z.output<typeof moveView>;
