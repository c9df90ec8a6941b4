import postgres from "postgres";
import { afterAll, beforeAll, inject } from "vitest";
import { closeDatabase } from "@/platform/database/client";
import { provideEnv } from "@/platform/env";
import { closeSender } from "@/platform/jobs/boss";

/**
 * Each test file works in a database of its own, copied from the migrated one: call this once at its top.
 * @param pool how many connections; few where nothing happens at once, since each plans every statement anew
 */
export function withDatabase({ pool = 8 } = {}): { url: () => string } {
  const { admin, template } = inject("database");
  const name = `${template}_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  const url = new URL(admin);
  url.pathname = `/${name}`;

  beforeAll(async () => {
    const client = postgres(admin, { max: 1, onnotice: () => {} });
    await client.unsafe(`create database ${name} template ${template} strategy wal_log`);
    await client.end();
    provideEnv({
      DATABASE_URL: url.toString(),
      DATABASE_POOL: String(pool),
      LOG_LEVEL: "silent",
      SESSION_SECRET: "a secret that only tests know, long enough",
    });
  });

  afterAll(async () => {
    await closeSender();
    await closeDatabase();
    const client = postgres(admin, { max: 1, onnotice: () => {} });
    await client.unsafe(`drop database if exists ${name} with (force)`);
    await client.end();
  });

  return { url: () => url.toString() };
}
