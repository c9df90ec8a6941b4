import { performance } from "node:perf_hooks";
import type { BoardId } from "@/feedback/shape";
import type { PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import { connect, type Sql, transaction } from "@/platform/database/client";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import { ideasRead } from "../events";
import type { ImportRunId, RunSaid } from "../shape";
import { type Columns, columnsOf } from "./columns";
import { type IdeaLine, lineOf } from "./line";
import { linesIn } from "./read";
import { BAD_LINES_MAX, type BadLine, type IdeasReport, UNKNOWN_MAX } from "./shape";
import { type Counted, prepareSeen, writeIdeas } from "./write";

export type IdeasOptions = {
  readonly board: string;
  readonly fileName: string;
  readonly chunks: AsyncIterable<Buffer>;
  /** Counts everything and writes no idea. */
  readonly dryRun: boolean;
  /** Who speaks for lines that name nobody; without one they are left out. */
  readonly fallback: PersonId | null;
  /** A run that was written down when the file came in; without one the run writes itself down, unless it rehearses. */
  readonly run: ImportRunId | null;
  readonly onProgress?: (read: number) => void;
};

/** Key of the advisory lock of imports, shared with mail archives: two at once could seed the same person twice. */
const LOCK = 0x6d626f78;
/** Lines that are written together. */
const BATCH = 500;

/**
 * Reads a table of ideas into a board, a few hundred lines at a time: what it takes of memory does not grow with the
 * file. Running it again brings only what is new.
 * @param url the database; the run works on a connection of its own
 * @throws Refusal `not-found` for an unknown board, `conflict` while another import works, `invalid` for no table
 */
export async function importIdeas(url: string, options: IdeasOptions): Promise<IdeasReport> {
  const session = connect(url, 1);
  try {
    const board = await lockBoard(session, options.board);
    return await new Work(session, board, options).run();
  } finally {
    await session`select pg_advisory_unlock_all()`.catch(() => {});
    await session.end({ timeout: 5 });
  }
}

async function lockBoard(session: Sql, slug: string): Promise<BoardId> {
  const [found] = await session<{ id: BoardId }[]>`select id from board where slug = ${slug}`;
  if (found === undefined) throw new Refusal("not-found", "boardUnknown", { board: slug });
  const [lock] = await session<{ held: boolean }[]>`select pg_try_advisory_lock(${LOCK}, 0) as held`;
  if (lock?.held !== true) throw new Refusal("conflict", "importRunning");
  return found.id;
}

class Work {
  private readonly started = performance.now();
  private readonly counts: Counted = { imported: 0, duplicates: 0, people: 0, votes: 0, importedVotes: 0 };
  private readonly unknown = new Set<string>();
  private readFromFile = 0;
  private bad = 0;
  private badWaiting: BadLine[] = [];
  private peak = 0;
  private runId: ImportRunId | null;

  constructor(
    private readonly session: Sql,
    private readonly board: BoardId,
    private readonly options: IdeasOptions,
  ) {
    this.runId = options.run;
  }

  async run(): Promise<IdeasReport> {
    await prepareSeen(this.session);
    const lines = linesIn(this.options.chunks);
    const first = await lines.next();
    const columns = first.done || first.value.cells === null ? null : columnsOf(first.value.cells);
    if (columns === null) {
      await this.fail();
      throw new Refusal("invalid", "notATable");
    }
    if (this.runId === null && !this.options.dryRun) this.runId = await this.begin();
    try {
      await this.readAll(columns, lines);
      return await this.end(columns);
    } catch (error) {
      await this.fail();
      throw error;
    }
  }

  private async readAll(columns: Columns, lines: ReturnType<typeof linesIn>): Promise<void> {
    let batch: IdeaLine[] = [];
    for await (const { line, cells } of lines) {
      this.readFromFile += 1;
      const idea =
        cells === null
          ? ({ line, column: "", reason: "unreadable" } as const)
          : lineOf(columns, cells, line, this.options.fallback === null);
      if ("reason" in idea) this.noteBad(idea);
      else batch.push(this.noteStatus(idea));
      if (batch.length < BATCH && this.badWaiting.length < BATCH) continue;
      await this.write(batch);
      batch = [];
    }
    await this.write(batch);
  }

  private noteBad(line: BadLine): void {
    this.bad += 1;
    if (this.bad <= BAD_LINES_MAX) this.badWaiting.push(line);
  }

  private noteStatus(line: IdeaLine): IdeaLine {
    if (line.unknownStatus !== null && this.unknown.size < UNKNOWN_MAX) this.unknown.add(line.unknownStatus);
    return line;
  }

  private async write(batch: readonly IdeaLine[]): Promise<void> {
    const { board, options, session } = this;
    const run = options.dryRun ? null : this.runId;
    const done = await writeIdeas(session, { board, run, fallback: options.fallback }, batch);
    this.counts.imported += done.imported;
    this.counts.duplicates += done.duplicates;
    this.counts.people += done.people;
    this.counts.votes += done.votes;
    this.counts.importedVotes += done.importedVotes;
    await this.note();
    this.peak = Math.max(this.peak, process.memoryUsage.rss());
    options.onProgress?.(this.readFromFile);
  }

  /** Writes down how far the run is, for whoever looks at it from a page. */
  private async note(): Promise<void> {
    const { runId, session, counts } = this;
    if (runId === null) return;
    const bad = this.badWaiting.map(({ line, column, reason }) => ({
      run_id: runId,
      line,
      column_name: column.slice(0, 200),
      reason,
    }));
    this.badWaiting = [];
    if (bad.length > 0) await session`insert into import_line ${session(bad)} on conflict do nothing`;
    await session`
      update import_run set read = ${this.readFromFile}, imported = ${counts.imported}, threads = ${counts.imported},
        people = ${counts.people}, duplicates = ${counts.duplicates}, refused = ${this.bad} where id = ${runId}`;
  }

  /** Whatever still says that it runs was killed: the lock is ours, so nobody is at work. */
  private async begin(): Promise<ImportRunId> {
    const id = newId<"import-run">();
    const moment = now().toISOString();
    await this.session`
      update import_run set state = 'failed', finished_at = ${moment}
      where board_id = ${this.board} and state = 'running' and started_by is null`;
    await this.session`
      insert into import_run (id, kind, board_id, file_name, state, started_at)
      values (${id}, 'ideas', ${this.board}, ${this.options.fileName.slice(0, 200)}, 'running', ${moment})`;
    return id;
  }

  private async end(columns: Columns): Promise<IdeasReport> {
    const { runId, counts, session } = this;
    const { tool } = columns;
    const ignored = columns.ignored.slice(0, UNKNOWN_MAX).map((name) => name.slice(0, 100));
    const unknownStatuses = [...this.unknown];
    const said: RunSaid = { tool, ignored, unknownStatuses, votes: counts.votes, importedVotes: counts.importedVotes };
    if (runId !== null) {
      await session`update import_run set state = 'done', finished_at = ${now().toISOString()},
        said = ${session.json(said)} where id = ${runId}`;
    }
    if (runId !== null && !this.options.dryRun) {
      const told = { boardId: this.board, ideas: counts.imported, people: counts.people };
      await transaction((tx) => record({ tx, actor: null, requestId: "" }, ideasRead, runId, told));
    }
    return {
      run: this.options.dryRun && this.options.run === null ? null : runId,
      board: this.options.board,
      tool,
      ignored,
      read: this.readFromFile,
      ...counts,
      bad: this.bad,
      unknownStatuses,
      seconds: Math.round(performance.now() - this.started) / 1000,
      peakRssBytes: this.peak,
    };
  }

  private async fail(): Promise<void> {
    if (this.runId === null) return;
    await this.session`
      update import_run set state = 'failed', finished_at = ${now().toISOString()} where id = ${this.runId}`;
  }
}
