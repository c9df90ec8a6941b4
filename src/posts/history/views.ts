import { z } from "zod";
import { personName } from "@/members/views";

const difference = z.object({ kind: z.enum(["same", "added", "removed"]), text: z.string() });

/** One version of a text, with what it changed in the one before. */
export const versionView = z.object({
  version: z.number().int(),
  at: z.date(),
  /** True for the words as they were first written. */
  first: z.boolean(),
  /** Empty for a comment. */
  title: z.array(difference),
  body: z.array(difference),
});
export type VersionView = z.output<typeof versionView>;

/** A page of the history of a post or comment. */
export const historyView = z.object({
  /** What the post, or the one around the comment, is called. */
  title: z.string(),
  author: personName,
  items: z.array(versionView),
  next: z.string().nullable(),
});
export type HistoryView = z.output<typeof historyView>;
