import { z } from "zod";
import { fileCard } from "@/members/files/views";
import { personCard } from "@/members/views";
import { spaceId } from "@/spaces/shape";
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

/** A post to read. `body` is the Markdown, `bodyHtml` the sanitised rendering of it. */
export const postView = postCard.extend({
  body: z.string(),
  bodyHtml: z.string(),
  /** What stands below the words. */
  files: z.array(fileCard),
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
  files: z.array(fileCard),
  createdAt: z.date(),
  editedAt: z.date().nullable(),
  removed: z.boolean(),
  imported: z.boolean(),
  may: words,
});
export type CommentView = z.output<typeof commentView>;
