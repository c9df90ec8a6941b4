import { eq } from "drizzle-orm";
import { now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { databaseUrl } from "@/platform/env";
import { isRefusal } from "@/platform/errors";
import { storage } from "@/platform/storage/storage";
import { importRun } from "../schema";
import type { ImportRunId } from "../shape";
import { runToWork } from "./queries";
import { ideaImports, tableKey } from "./queue";
import { importIdeas } from "./run";

/**
 * Reads a table that was sent from a page. While another import works it is tried again later; a run that was cut off in
 * the middle reads the table once more, and brings what is missing.
 */
export async function workOnImport(data: unknown): Promise<void> {
  const { run } = ideaImports.shape.parse(data);
  const work = await runToWork(reader(), run);
  const chunks = work === null ? null : await storage().get(tableKey(run));
  if (work === null || chunks === null) {
    await giveUp(run);
    return;
  }
  const { board, fileName, isRehearsal, startedBy } = work;
  try {
    await importIdeas(databaseUrl(), { board, fileName, chunks, dryRun: isRehearsal, fallback: startedBy, run });
  } catch (error) {
    chunks.destroy();
    // A file that is no table stays one: the run has failed, and says so on its page.
    if (!isRefusal(error) || error.code === "conflict") throw error;
    await giveUp(run);
  }
  await storage().remove(tableKey(run));
}

async function giveUp(run: ImportRunId): Promise<void> {
  await transaction(async (tx) => {
    const [row] = await tx.select({ state: importRun.state }).from(importRun).where(eq(importRun.id, run));
    if (row?.state !== "running") return;
    await tx.update(importRun).set({ state: "failed", finishedAt: now() }).where(eq(importRun.id, run));
  });
}
