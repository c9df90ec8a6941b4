import { z } from "zod";
import { importRunId } from "../shape";
import { IDEA_TOOLS } from "./columns";

/** Why a line was left out. */
export const LINE_REASONS = [
  "unreadable",
  "no-title",
  "too-long",
  "no-author",
  "bad-address",
  "bad-date",
  "ambiguous-date",
  "bad-number",
  "characters",
] as const;
export type LineReason = (typeof LINE_REASONS)[number];

/** A line that was left out: where it begins in the file, in which column, and why. */
export type BadLine = { readonly line: number; readonly column: string; readonly reason: LineReason };

/** How many lines that were left out are kept by name; all of them are counted. */
export const BAD_LINES_MAX = 10_000;
/** How many a page and a screen name. */
export const BAD_LINES_SHOWN = 20;
/** How many statuses that nobody knows are named. */
export const UNKNOWN_MAX = 20;

/** What a run did: `read` is always `imported + duplicates + bad`. */
export const ideasReport = z.object({
  /** Null for a rehearsal on the command line, which leaves nothing behind. */
  run: importRunId.nullable(),
  board: z.string(),
  tool: z.enum(IDEA_TOOLS),
  ignored: z.array(z.string()),
  read: z.number().int(),
  imported: z.number().int(),
  duplicates: z.number().int(),
  bad: z.number().int(),
  people: z.number().int(),
  votes: z.number().int(),
  importedVotes: z.number().int(),
  /** Statuses that nobody knows here; their ideas are open. */
  unknownStatuses: z.array(z.string()),
  seconds: z.number(),
  peakRssBytes: z.number().int(),
});
export type IdeasReport = z.output<typeof ideasReport>;
