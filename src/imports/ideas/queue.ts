import { z } from "zod";
import { queue } from "@/platform/jobs/boss";
import { importRunId } from "../shape";

/** A table that was sent from a page, to be read in peace. */
export const ideaImports = queue("ideas-import", z.object({ run: importRunId }));

/** Where the table of a run lies until it was read. */
export function tableKey(run: string): string {
  return `imports/${run}`;
}
