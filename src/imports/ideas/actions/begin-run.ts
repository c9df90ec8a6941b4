import type { BoardId } from "@/feedback/shape";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { enqueue } from "@/platform/jobs/boss";
import { importRun } from "../../schema";
import type { ImportRunId } from "../../shape";
import { ideaImports } from "../queue";

type Sent = { readonly board: BoardId; readonly fileName: string; readonly isRehearsal: boolean };

/** Writes down that a table came in, and has it read. It lies in the storage already. */
export async function beginRun({ tx, actor }: Act, id: ImportRunId, sent: Sent): Promise<void> {
  const { board, fileName, isRehearsal } = sent;
  await tx.insert(importRun).values({
    id,
    kind: "ideas",
    boardId: board,
    fileName: fileName.slice(0, 200),
    state: "running",
    isRehearsal,
    startedBy: actor,
    startedAt: now(),
  });
  await enqueue(tx, ideaImports, { run: id });
}
