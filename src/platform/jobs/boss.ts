import { sql } from "drizzle-orm";
import { fromDrizzle, PgBoss } from "pg-boss";
import type { z } from "zod";
import { connect, type Sql, type Tx } from "@/platform/database/client";
import { env } from "@/platform/env";
import { log } from "@/platform/log";
import { already, once } from "@/platform/once";
import type { QueueName } from "./queues";

/** A kind of work: its name and what a piece of it carries. How patiently it is retried stands in queues.ts. */
export type Queue<S extends z.ZodType> = { readonly name: QueueName; readonly shape: S };

/** Declares a kind of work. Its handler stands elsewhere, so that whoever asks for work does not load it. */
export function queue<S extends z.ZodType>(name: QueueName, shape: S): Queue<S> {
  return { name, shape };
}

/**
 * The sender looks up its queues while the caller's transaction waits for it. On the process's own connections, as many
 * transactions as there are connections would wait for each other for ever: so it has one that no transaction takes.
 */
function lookups(): Sql {
  return once("jobs.lookups", () => {
    const { DATABASE_URL } = env();
    if (DATABASE_URL === undefined) throw new Error("DATABASE_URL is not set: `npm start` sets it for its processes");
    return connect(DATABASE_URL, 1);
  });
}

/** The pg-boss that sends; the worker has one that also fetches. */
function sender(): Promise<PgBoss> {
  return once("jobs.sender", async () => {
    const boss = new PgBoss({
      db: { executeSql: async (text, values) => ({ rows: await lookups().unsafe(text, (values ?? []) as never[]) }) },
      supervise: false,
      schedule: false,
      migrate: false,
    });
    boss.on("error", (error) => log().error({ err: error }, "job sender"));
    await boss.start();
    return boss;
  });
}

/**
 * Puts work on a queue inside the caller's transaction: a rollback leaves no job.
 * @param when the earliest moment to start, at once when left out
 */
export async function enqueue<S extends z.ZodType>(tx: Tx, to: Queue<S>, data: z.input<S>, when?: Date): Promise<void> {
  const boss = await sender();
  const options = { db: fromDrizzle(tx, sql), ...(when === undefined ? {} : { startAfter: when }) };
  await boss.send(to.name, to.shape.parse(data) as object, options);
}

/** Puts many pieces of one work on a queue with one statement, inside the caller's transaction. */
export async function enqueueAll<S extends z.ZodType>(tx: Tx, to: Queue<S>, all: readonly z.input<S>[]): Promise<void> {
  if (all.length === 0) return;
  const boss = await sender();
  const jobs = all.map((data) => ({ data: to.shape.parse(data) as object }));
  await boss.insert(to.name, jobs, { db: fromDrizzle(tx, sql) });
}

/** Stops sending, if anything was sent; pending transactions are not touched. */
export async function closeSender(): Promise<void> {
  const boss = await already<ReturnType<typeof sender>>("jobs.sender");
  if (boss === undefined) return;
  await boss.stop({ graceful: false });
  await lookups().end({ timeout: 5 });
}
