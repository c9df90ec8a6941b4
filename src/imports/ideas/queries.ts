import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import { board } from "@/feedback/schema";
import type { BoardId } from "@/feedback/shape";
import { personAddress } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Reader } from "@/platform/database/client";
import { importLine, importRun } from "../schema";
import type { ImportRunId } from "../shape";
import type { BadLine } from "./shape";
import type { RunView } from "./views";

/** How many runs a board's page shows. */
const RUNS_SHOWN = 20;

/** The lines of a run that were left out, from one on, in the order of the file. */
export function badLinesOf(db: Reader, run: ImportRunId, after: number, take: number): Promise<BadLine[]> {
  return db
    .select({ line: importLine.line, column: importLine.column, reason: importLine.reason })
    .from(importLine)
    .where(and(eq(importLine.runId, run), gt(importLine.line, after)))
    .orderBy(asc(importLine.line))
    .limit(take);
}

const columns = {
  run: importRun.id,
  fileName: importRun.fileName,
  state: importRun.state,
  isRehearsal: importRun.isRehearsal,
  startedAt: importRun.startedAt,
  finishedAt: importRun.finishedAt,
  read: importRun.read,
  imported: importRun.imported,
  duplicates: importRun.duplicates,
  bad: importRun.refused,
  people: importRun.people,
  said: importRun.said,
  // The counts are of the last reading alone: one that was begun anew may have brought its ideas the first time.
  mayUndo: sql<boolean>`(import_run.state in ('done', 'failed')
    and exists (select from import_idea i where i.run_id = import_run.id))`,
};

/** What was read into a board, the latest first. */
export function runsInto(db: Reader, board: BoardId): Promise<RunView[]> {
  return db
    .select(columns)
    .from(importRun)
    .where(eq(importRun.boardId, board))
    .orderBy(desc(importRun.startedAt), desc(importRun.id))
    .limit(RUNS_SHOWN);
}

/** A run with the board that it read into, or null; mail archives have none. */
export async function ideasRunById(db: Reader, id: ImportRunId): Promise<(RunView & { board: BoardId }) | null> {
  const [row] = await db
    .select({ ...columns, board: importRun.boardId })
    .from(importRun)
    .where(eq(importRun.id, id));
  return row === undefined || row.board === null ? null : { ...row, board: row.board };
}

/** Whose address it is, or null. */
export async function personAt(db: Reader, address: string): Promise<PersonId | null> {
  const [row] = await db
    .select({ id: personAddress.personId })
    .from(personAddress)
    .where(eq(personAddress.address, address));
  return row?.id ?? null;
}

/** Which board a run was started for and by whom, while it waits or works; null for one that is over. */
export async function runToWork(
  db: Reader,
  id: ImportRunId,
): Promise<{ board: string; fileName: string; isRehearsal: boolean; startedBy: PersonId | null } | null> {
  const [row] = await db
    .select({
      board: board.slug,
      fileName: importRun.fileName,
      isRehearsal: importRun.isRehearsal,
      startedBy: importRun.startedBy,
    })
    .from(importRun)
    .innerJoin(board, eq(board.id, importRun.boardId))
    .where(and(eq(importRun.id, id), eq(importRun.state, "running")));
  return row ?? null;
}
