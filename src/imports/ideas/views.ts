import { z } from "zod";
import { IMPORT_STATES, importRunId } from "../shape";
import { LINE_REASONS } from "./shape";

/** A reading of a table as the board's page shows it. */
export const runView = z.object({
  run: importRunId,
  fileName: z.string(),
  state: z.enum(IMPORT_STATES),
  isRehearsal: z.boolean(),
  startedAt: z.date(),
  finishedAt: z.date().nullable(),
  read: z.number().int(),
  imported: z.number().int(),
  duplicates: z.number().int(),
  bad: z.number().int(),
  people: z.number().int(),
  /** Whether it is over and left anything behind, read to its end or not. */
  mayUndo: z.boolean(),
  said: z
    .object({
      tool: z.string(),
      ignored: z.array(z.string()).readonly(),
      unknownStatuses: z.array(z.string()).readonly(),
      votes: z.number().int(),
      importedVotes: z.number().int(),
    })
    .nullable(),
});
export type RunView = z.output<typeof runView>;

export const badLine = z.object({ line: z.number().int(), column: z.string(), reason: z.enum(LINE_REASONS) });
