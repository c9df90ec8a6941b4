import path from "node:path";
import { now } from "@/platform/clock";
import { connect, type Sql, transaction } from "@/platform/database/client";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import type { SpaceId } from "@/spaces/shape";
import { importFinished } from "../events";
import type { ImportReport, ImportRunId } from "../shape";
import { openArchive } from "./open";
import { castOf, seedCast } from "./people";
import { countPlaces, joinThreads, placements } from "./place";
import { Reading, type Stage } from "./read";
import { MAX_MESSAGE_BYTES, NotAnMbox, splitMbox } from "./split";
import { type Copying, copyInto, createStaging, indexStaging, PLACED, STAGED } from "./staging";
import { writeStaged } from "./write";

/** How far a run is: bytes of the file that were read, then mails that were written. */
export type Progress =
  | { readonly phase: "reading"; readonly done: number; readonly of: number; readonly messages: number }
  | { readonly phase: "writing"; readonly done: number; readonly of: number; readonly messages: number };

export type ImportOptions = {
  readonly file: string;
  readonly space: string;
  /** Reads and counts everything and writes nothing. */
  readonly dryRun?: boolean;
  readonly maxMessageBytes?: number;
  readonly onProgress?: (progress: Progress) => void;
};

/** Key of the advisory lock of imports: one at a time, because two at once could seed the same person twice. */
const LOCK = 0x6d626f78;

/**
 * Reads a mail archive into a space: people, conversations and comments, each with the author and the time of its mail.
 * Streams the file once; memory holds hashes, not words. Running it again brings only what is new.
 * @param url the database; the run works on connections of its own
 * @throws Refusal `not-found` for an unknown space, `conflict` while another import works in it, `invalid` when the
 *   file is no mailbox; errors of the file system as they are
 */
export async function importMbox(url: string, options: ImportOptions): Promise<ImportReport> {
  const session = connect(url, 1);
  const lookup = connect(url, 1);
  try {
    const space = await lockSpace(session, options.space);
    const work = new Work(session, lookup, space, options);
    return await work.run();
  } catch (error) {
    if (error instanceof NotAnMbox) throw new Refusal("invalid", "notAnMbox", { file: path.basename(options.file) });
    throw error;
  } finally {
    // Said aloud, because the server notices a closed connection only a moment later.
    await session`select pg_advisory_unlock_all()`.catch(() => {});
    await Promise.all([session.end({ timeout: 5 }), lookup.end({ timeout: 5 })]);
  }
}

/** Finds the space, and keeps other imports away for this connection: two at once do not see each other's people. */
export async function lockSpace(session: Sql, slug: string): Promise<SpaceId> {
  const [space] = await session<{ id: SpaceId }[]>`select id from space where slug = ${slug}`;
  if (space === undefined) throw new Refusal("not-found", "spaceUnknown", { space: slug });
  const [lock] = await session<{ held: boolean }[]>`
    select pg_try_advisory_lock(${LOCK}, 0) as held`;
  if (lock?.held !== true) throw new Refusal("conflict", "importRunning", { space: slug });
  return space.id;
}

class Work {
  private readonly started = performance.now();
  private peak = 0;
  constructor(
    private readonly session: Sql,
    private readonly lookup: Sql,
    private readonly space: SpaceId,
    private readonly options: ImportOptions,
  ) {}

  async run(): Promise<ImportReport> {
    const run = this.options.dryRun ? null : await this.begin();
    try {
      const reading = await this.read(run !== null);
      const standing = await joinThreads(this.lookup, this.space, reading);
      const cast = await castOf(this.lookup, reading);
      const counts = { ...countPlaces(reading), people: cast.people.length };
      if (run !== null) {
        await this.note(run, reading, counts.people);
        await seedCast(this.lookup, run, cast);
        await this.copy("mail_placed", PLACED, async (placed) => {
          for (const row of placements(reading, standing, cast)) await placed.write(row);
        });
        await indexStaging(this.session);
        await this.write(run, reading);
        await this.end(run, counts);
      }
      return this.report(run, reading, counts);
    } catch (error) {
      if (run !== null) await this.fail(run);
      throw error;
    }
  }

  /** Reads the archive to its end; the words go to the staging table, unless this is a rehearsal. */
  private async read(keep: boolean): Promise<Reading> {
    if (!keep) return this.readInto(null);
    await createStaging(this.session);
    return this.copy("mail_staged", STAGED, (copying) => this.readInto((row) => copying.write(row)));
  }

  private async readInto(stage: Stage | null): Promise<Reading> {
    const { file, maxMessageBytes = MAX_MESSAGE_BYTES, onProgress } = this.options;
    const archive = await openArchive(file);
    const reading = new Reading(this.lookup, this.space, stage);
    for await (const entry of splitMbox(archive.chunks, { maxMessageBytes })) {
      await reading.take(entry);
      if (reading.read % 200 !== 0) continue;
      this.measure();
      onProgress?.({ phase: "reading", done: archive.bytesRead(), of: archive.size, messages: reading.read });
    }
    await reading.finish();
    onProgress?.({ phase: "reading", done: archive.size, of: archive.size, messages: reading.read });
    return reading;
  }

  private async copy<T>(
    table: "mail_staged" | "mail_placed",
    columns: typeof STAGED | typeof PLACED,
    work: (copying: Copying) => Promise<T>,
  ): Promise<T> {
    const copying = await copyInto(this.session, table, columns);
    try {
      const result = await work(copying);
      await copying.end();
      return result;
    } catch (error) {
      await copying.abort();
      throw error;
    }
  }

  private async write(run: ImportRunId, reading: Reading): Promise<void> {
    const total = reading.authorOf.length;
    const to = { space: this.space, run, total, noiseTags: reading.noiseTags() };
    await writeStaged(this.session, to, (done) => {
      this.measure();
      this.options.onProgress?.({ phase: "writing", done, of: total, messages: reading.read });
    });
  }

  /** Whatever still says "running" in this space was killed: the lock is ours, so nobody is at work. */
  private async begin(): Promise<ImportRunId> {
    const id = newId<"import-run">();
    const moment = now().toISOString();
    await this.session`
      update import_run set state = 'failed', finished_at = ${moment}
      where space_id = ${this.space} and state = 'running'`;
    await this.session`
      insert into import_run (id, kind, space_id, file_name, state, started_at)
      values (${id}, 'mbox', ${this.space}, ${path.basename(this.options.file).slice(0, 200)}, 'running', ${moment})`;
    return id;
  }

  private async note(run: ImportRunId, reading: Reading, people: number): Promise<void> {
    await this.session`
      update import_run set read = ${reading.read}, duplicates = ${reading.duplicates}, people = ${people},
        refused = ${reading.refused.length}, refusals = ${this.session.json(reading.refused)}
      where id = ${run}`;
  }

  private async end(run: ImportRunId, counts: { threads: number; comments: number; people: number }): Promise<void> {
    await this.session`
      update import_run set state = 'done', finished_at = ${now().toISOString()} where id = ${run}`;
    await transaction((tx) =>
      record({ tx, actor: null, requestId: "" }, importFinished, run, { spaceId: this.space, ...counts }),
    );
  }

  /** A run that brought something before it failed stays on record; one that brought nothing leaves no trace. */
  private async fail(run: ImportRunId): Promise<void> {
    await this.lookup`
      delete from import_run r where r.id = ${run}
        and not exists (select from import_person p where p.run_id = r.id)
        and not exists (select from import_message m where m.run_id = r.id)`;
    await this.lookup`
      update import_run set state = 'failed', finished_at = ${now().toISOString()} where id = ${run}`;
  }

  private measure(): void {
    this.peak = Math.max(this.peak, process.memoryUsage.rss());
  }

  private report(
    run: ImportRunId | null,
    reading: Reading,
    counts: { threads: number; comments: number; people: number },
  ): ImportReport {
    this.measure();
    return {
      run,
      file: this.options.file,
      space: this.options.space,
      read: reading.read,
      imported: counts.threads + counts.comments,
      ...counts,
      duplicates: reading.duplicates,
      refused: reading.refused,
      seconds: Math.round(performance.now() - this.started) / 1000,
      peakRssBytes: this.peak,
    };
  }
}
