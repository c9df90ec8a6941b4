import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyFolder } from "drizzle-orm/postgres-js/migrator";
import { installJobs } from "@/platform/jobs/install";
import { connect, type Sql } from "./client";

/** One number for the whole product: two processes that start at once migrate one after the other. */
const LOCK = 7_238_101;

/**
 * Brings a database to this version of Levain: the migrations under drizzle/ and the tables of the job library,
 * under an advisory lock.
 * @param url an account that may create tables
 * @returns the names of the migrations applied now, oldest first
 */
export async function migrate(url: string): Promise<{ applied: string[] }> {
  const client = connect(url, 1);
  try {
    await client`select pg_advisory_lock(${LOCK})`;
    const before = await appliedCount(client);
    await applyFolder(drizzle(client), { migrationsFolder: migrationsFolder() });
    await installJobs(url);
    const names = await migrationNames();
    return { applied: names.slice(before, await appliedCount(client)) };
  } finally {
    await client.end({ timeout: 5 });
  }
}

/** How many migrations a database lacks; 0 means ready. */
export async function pendingMigrations(client: Sql): Promise<number> {
  return (await migrationNames()).length - (await appliedCount(client));
}

async function appliedCount(client: Sql): Promise<number> {
  const [table] = await client<{ there: boolean }[]>`
    select to_regclass('drizzle.__drizzle_migrations') is not null as there`;
  if (!table?.there) return 0;
  const [row] = await client<{ n: number }[]>`select count(*)::int as n from drizzle.__drizzle_migrations`;
  return row?.n ?? 0;
}

async function migrationNames(): Promise<string[]> {
  const { readFile } = await import("node:fs/promises");
  const journal = JSON.parse(await readFile(`${migrationsFolder()}/meta/_journal.json`, "utf8")) as {
    entries: { tag: string }[];
  };
  return journal.entries.map((entry) => entry.tag);
}

/** drizzle/ stands beside dist/ in a build and three folders up in the source. */
function migrationsFolder(): string {
  const here = fileURLToPath(import.meta.url);
  const up = here.includes("/dist/") ? "../drizzle" : "../../../drizzle";
  return fileURLToPath(new URL(up, import.meta.url));
}
