import { z } from "zod";
import { personCard } from "@/members/views";
import { pageOf } from "@/platform/database/page";
import { spaceId } from "@/spaces/shape";
import { spaceView } from "@/spaces/views";
import { COLD_REASONS } from "@/spaces/warmth";
import { commentId, conversationId, POST_KINDS } from "./shape";

const words = z.object({ edit: z.boolean(), remove: z.boolean() });
const spaceName = z.object({ id: spaceId, slug: z.string(), name: z.string() });

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
});
export type PostCard = z.output<typeof postCard>;

/** A space as its own page shows it: its posts, where the viewer reads them, and for whoever runs it, what it lacks. */
export const roomView = z.object({
  space: spaceView,
  posts: pageOf(postCard).nullable(),
  /** Why newcomers of the next stage would find it empty; null when that is not the question. */
  cold: z.array(z.enum(COLD_REASONS)).nullable(),
});

/** A post to read. `body` is the Markdown, `bodyHtml` the sanitised rendering of it. */
export const postView = postCard.extend({
  body: z.string(),
  bodyHtml: z.string(),
  editedAt: z.date().nullable(),
  imported: z.boolean(),
  may: words.extend({ comment: z.boolean() }),
});
export type PostView = z.output<typeof postView>;

/** A comment to read. A removed one keeps its place without its words. */
export const commentView = z.object({
  id: commentId,
  parentId: commentId.nullable(),
  author: personCard,
  body: z.string(),
  bodyHtml: z.string(),
  createdAt: z.date(),
  editedAt: z.date().nullable(),
  removed: z.boolean(),
  imported: z.boolean(),
  may: words,
});
export type CommentView = z.output<typeof commentView>;
