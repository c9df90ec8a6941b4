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

/** What the driver tells of a connection; it hands notifications on only to whoever asks for them here. */
export type ConnectionOptions = {
  readonly onnotify?: (channel: string, payload: string) => void;
  readonly onclose?: () => void;
  readonly idle_timeout?: number;
  readonly max_lifetime?: number | null;
};

/** Opens connections of one's own; the caller ends them. `max` is the size of the pool. */
export function connect(url: string, max: number, more: ConnectionOptions = {}): Sql {
  const prepare = !url.includes("pgbouncer=true");
  return postgres(url, {
    ...more,
    max,
    onnotice: () => {},
    prepare,
    // A statement is planned once a connection. Left to itself PostgreSQL plans the larger ones anew each time, which
    // takes several times what they take to run (docs/performance.md).
    connection: { application_name: "levain", ...(prepare ? { plan_cache_mode: "force_generic_plan" } : {}) },
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

/** Statements of Drizzle's, which says "do not prepare" unless each of them is named. */
type Speaking = { unsafe: Sql["unsafe"] };
type Beginning = (options: string, work: (tx: postgres.TransactionSql) => unknown) => Promise<unknown>;

/**
 * The client with statements prepared once a connection, which is the driver's own default: a statement then takes one
 * round trip instead of two, and is parsed and planned once. `connect` still decides whether that may be.
 */
function preparing<Client extends Speaking>(client: Client): Client {
  return new Proxy(client, {
    get: (target, key) => {
      if (key === "unsafe")
        return (...[text, values]: Parameters<Sql["unsafe"]>) => target.unsafe(text, values, { prepare: true });
      const value: unknown = Reflect.get(target, key);
      if (key !== "begin" && key !== "savepoint") return value;
      const open = value as Beginning;
      return (...words: unknown[]) => {
        const work = words.pop() as (tx: postgres.TransactionSql) => unknown;
        return Reflect.apply(open, target, [...words, (tx: postgres.TransactionSql) => work(preparing(tx))]);
      };
    },
  });
}

const handle: { db?: PostgresJsDatabase<NoSchema> } = {};

function database(): PostgresJsDatabase<NoSchema> {
  handle.db ??= drizzle(preparing(pool()));
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
  const db = drizzle(preparing(client));
  return { reader: db, transaction: (work) => db.transaction((tx) => work(tx as Tx)) };
}

/** Ends the pool: a process that stops calls it last. */
export async function closeDatabase(): Promise<void> {
  await pool().end({ timeout: 5 });
}
