import { drizzle, type PostgresJsDatabase, type PostgresJsTransaction } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/platform/env";
import { once } from "@/platform/once";

type NoSchema = Record<string, never>;

/** A handle that reads. Queries take this, so that they serve inside and outside of a transaction. */
export type Reader = Pick<
  PostgresJsDatabase<NoSchema>,
  "select" | "selectDistinct" | "selectDistinctOn" | "execute" | "$with" | "with" | "$count"
>;

declare const writing: unique symbol;

/** The transaction that a write runs in. Only `writes` (and a job) hands one out; actions ask for it. */
export type Tx = PostgresJsTransaction<NoSchema, NoSchema> & { readonly [writing]: true };

export type Sql = postgres.Sql;

/** Opens connections of one's own; the caller ends them. `max` is the size of the pool. */
export function connect(url: string, max: number): Sql {
  return postgres(url, {
    max,
    onnotice: () => {},
    prepare: !url.includes("pgbouncer=true"),
    connection: { application_name: "levain" },
  });
}

/** The connections of this process. Only the database folder and what speaks plain SQL to it ask for them. */
export function pool(): Sql {
  return once("database.pool", () => {
    const { DATABASE_URL, DATABASE_POOL } = env();
    if (DATABASE_URL === undefined) throw new Error("DATABASE_URL is not set: `npm start` sets it for its processes");
    return connect(DATABASE_URL, DATABASE_POOL);
  });
}

const handle: { db?: PostgresJsDatabase<NoSchema> } = {};

function database(): PostgresJsDatabase<NoSchema> {
  handle.db ??= drizzle(pool());
  return handle.db;
}

/** The pool for reading. */
export function reader(): Reader {
  return database();
}

/** Runs `work` in one transaction; a failure rolls everything back and is thrown on. */
export function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return database().transaction((tx) => work(tx as Tx));
}

/** A database handle for one command or test on connections of its own. */
export function databaseOn(client: Sql): {
  reader: Reader;
  transaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
} {
  const db = drizzle(client);
  return { reader: db, transaction: (work) => db.transaction((tx) => work(tx as Tx)) };
}

/** Ends the pool: a process that stops calls it last. */
export async function closeDatabase(): Promise<void> {
  await pool().end({ timeout: 5 });
}
