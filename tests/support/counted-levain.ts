import { spawn } from "node:child_process";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "@tests/support/free-port";
import postgres from "postgres";
import { countingDatabase } from "./counting-database";

/** A page as it was answered, and the statements that it took. */
export type Shown = { readonly status: number; readonly html: string; readonly statements: readonly string[] };

/** A Levain with the demo community, without its worker: every statement is the web server's own. */
export type CountedLevain = {
  readonly url: string;
  readonly sql: postgres.Sql;
  /** Signs a person in by inserting a session; gives the cookie. */
  signIn(person: string): Promise<string>;
  /** Asks for a page and waits for all of it. */
  show(page: string, cookie?: string): Promise<Shown>;
  stop(): Promise<void>;
};

/** Starts one on a database of its own, on the server of TEST_DATABASE_URL. */
export async function startCountedLevain(): Promise<CountedLevain> {
  const admin = process.env.TEST_DATABASE_URL ?? "";
  const name = `counted_${randomBytes(4).toString("hex")}`;
  await once(admin, `create database ${name}`);
  const database = new URL(admin);
  database.pathname = `/${name}`;
  const counting = await countingDatabase(database.href);
  const folder = mkdtempSync(path.join(tmpdir(), "levain-counted-"));
  const port = await freePort();
  const child = spawn("node_modules/.bin/node", ["dist/levain.js", "start", "--only", "web"], {
    env: {
      NODE_ENV: "production",
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NEXT_DIST_DIR: process.env.NEXT_DIST_DIR,
      PORT: String(port),
      LEVAIN_IDP_PORT: String(await freePort()),
      LEVAIN_DATA_DIR: folder,
      DATABASE_URL: counting.url,
      DATABASE_POOL: "5",
    },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = `http://localhost:${port}`;
  await Promise.race([ready(url), ended.then(() => Promise.reject(new Error("Levain ended before it was ready")))]);
  const sql = postgres(database.href, { max: 1, onnotice: () => {} });
  return {
    url,
    sql,
    signIn: (person) => signIn(sql, person),
    show: async (page, cookie) => {
      // What the page before has noted beside itself is not what this one costs.
      await quiet(sql);
      counting.taken();
      const response = await fetch(`${url}${page}`, { headers: cookie ? { cookie } : {}, redirect: "manual" });
      return { status: response.status, html: await response.text(), statements: counting.taken() };
    },
    stop: async () => {
      await sql.end();
      child.kill("SIGTERM");
      await ended;
      await counting.close();
      await once(admin, `drop database if exists ${name} with (force)`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function once(url: string, statement: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  await client.unsafe(statement);
  await client.end();
}

async function ready(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(`${url}/api/ready`).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function signIn(sql: postgres.Sql, person: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest("base64url");
  await sql`
    insert into session (id, token_hash, person_id, created_at, last_seen_at, expires_at)
    values (${randomUUID()}, ${hash}, ${person}, now(), now(), now() + interval '1 day')`;
  return `levain.session=${token}`;
}

/** Waits until no connection to the database is at work or within a transaction. */
async function quiet(sql: postgres.Sql): Promise<void> {
  for (;;) {
    const busy = await sql`select 1 from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend' and state <> 'idle'`;
    if (busy.length === 0) return;
  }
}
