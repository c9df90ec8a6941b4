import { z } from "zod";
import { fileCard } from "@/members/files/views";
import { personCard } from "@/members/views";
import { conversationId } from "@/posts/shape";
import { creditLine } from "../credits/views";
import { ideaStatus } from "../shape";
import { entryId } from "./shape";

const named = z.object({ id: personCard.shape.id, displayName: z.string() });
const linked = z.object({
  id: conversationId,
  title: z.string(),
  board: z.object({ slug: z.string(), name: z.string() }),
  status: ideaStatus,
  voteCount: z.number().int(),
});

/** An entry to read: only the ideas that the reader sees, and who shaped those. */
export const entryView = z.object({
  id: entryId,
  title: z.string(),
  bodyHtml: z.string(),
  excerpt: z.string(),
  files: z.array(fileCard),
  by: named.nullable(),
  publishedAt: z.date(),
  ideas: z.array(linked),
  /** How many people asked for it. */
  votes: z.number().int(),
  credits: z.array(creditLine),
  /** Published since the reader last looked. */
  fresh: z.boolean(),
  may: z.object({ edit: z.boolean() }),
});
export type EntryView = z.output<typeof entryView>;

/** An entry as hosts work on it. */
export const deskEntry = z.object({
  id: entryId,
  title: z.string(),
  body: z.string(),
  files: z.array(fileCard),
  by: named.nullable(),
  proposed: z.boolean(),
  createdAt: z.date(),
  publishedAt: z.date().nullable(),
  state: z.enum(["draft", "scheduled", "published"]),
  ideas: z.array(linked),
});
export type DeskEntry = z.output<typeof deskEntry>;

/** An idea that an entry may tell of. */
export const linkable = linked.extend({ inEntry: z.boolean() });
export type Linkable = z.output<typeof linkable>;
