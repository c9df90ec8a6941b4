import { z } from "zod";
import { idOf } from "@/platform/ids";

export const importRunId = idOf<"import-run">();
export type ImportRunId = z.infer<typeof importRunId>;

/** What a reading of a table says beside its counts. */
export type RunSaid = {
  readonly tool: string;
  readonly ignored: readonly string[];
  readonly unknownStatuses: readonly string[];
  readonly votes: number;
  readonly importedVotes: number;
};

export const IMPORT_STATES = ["running", "done", "failed", "undone"] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** Why a message of an archive was not taken. */
export const REFUSAL_REASONS = [
  "too-large",
  "unreadable",
  "no-author",
  "no-date",
  "implausible-date",
  "too-long-text",
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** A message that was not taken: its number and byte offset in the unpacked file, and why. */
export const refusedMessage = z.object({
  number: z.number().int().positive(),
  offset: z.number().int().nonnegative(),
  messageId: z.string().nullable(),
  reason: z.enum(REFUSAL_REASONS),
});
export type RefusedMessage = z.infer<typeof refusedMessage>;

/** What an import did; `read` is always `imported + duplicates + refused.length`. */
export const importReport = z.object({
  /** Null for a rehearsal, which leaves nothing behind. */
  run: importRunId.nullable(),
  file: z.string(),
  space: z.string(),
  read: z.number().int(),
  imported: z.number().int(),
  threads: z.number().int(),
  comments: z.number().int(),
  people: z.number().int(),
  duplicates: z.number().int(),
  refused: z.array(refusedMessage),
  seconds: z.number(),
  peakRssBytes: z.number().int(),
});
export type ImportReport = z.infer<typeof importReport>;
