import { PgBoss } from "pg-boss";
import type { z } from "zod";
import { log } from "@/platform/log";
import type { Queue } from "./boss";

/** A queue with whoever does its work; `handle` gets the data as it was put there, and throws to be tried again. */
export type Work = { readonly queue: Queue<z.ZodType>; readonly handle: (data: unknown) => Promise<void> };

/** Work that comes by the clock: a cron expression (five fields), read in UTC. */
export type Slot = { readonly queue: Queue<z.ZodType>; readonly cron: string };

/**
 * A notification wakes the worker within milliseconds; the polls are for what a lost connection missed. A full batch
 * fetches on without a pause, or a backlog would drain one batch a poll.
 */
const TUNING = {
  batchSize: 25,
  localConcurrency: 2,
  burstWhenBatchFull: true,
  pollingIntervalSeconds: 2,
  notifyPollingIntervalSeconds: 10,
  perJobResults: true,
} as const;

const CONNECTIONS = 4;
const FINISH_WITHIN_MS = 5000;

type JobResult = { id: string; status: "completed" | "failed"; output?: object };

/**
 * Takes work from the queues until stopped. Jobs of one batch run side by side and succeed or fail each for itself.
 * @param url the database, on connections of its own
 * @returns a function that takes no new work, waits up to five seconds for what is in hand, and leaves the rest to the
 * next worker
 */
export async function startWorking(
  url: string,
  works: readonly Work[],
  slots: readonly Slot[],
): Promise<() => Promise<void>> {
  const boss = new PgBoss({ connectionString: url, max: CONNECTIONS, migrate: false, useListenNotify: true });
  boss.on("error", (error) => log().error({ err: error }, "job library"));
  await boss.start();
  for (const { queue, cron } of slots) await boss.schedule(queue.name, cron, null, { tz: "UTC" });
  for (const work of works) {
    await boss.work<unknown, void, typeof TUNING>(work.queue.name, TUNING, (jobs) =>
      Promise.all(jobs.map((job) => attempt(work, job.id, job.data))),
    );
  }
  return () => boss.stop({ graceful: true, timeout: FINISH_WITHIN_MS });
}

async function attempt({ queue, handle }: Work, id: string, data: unknown): Promise<JobResult> {
  try {
    await handle(queue.shape.parse(data));
    return { id, status: "completed" };
  } catch (error) {
    log().error({ err: error, queue: queue.name, job: id }, "a job failed; it is tried again");
    return { id, status: "failed", output: { message: error instanceof Error ? error.message : String(error) } };
  }
}
