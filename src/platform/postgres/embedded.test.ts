import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Embedded, startEmbedded } from "@/platform/postgres/embedded";
import { isAlive, isPostgres, readPostmaster, waitFor } from "@/platform/postgres/postmaster";

const password = "a password with / and @ in it";
let dataDir: string;
let last: Embedded | undefined;

async function start(withPassword = password): Promise<Embedded> {
  last = await startEmbedded({ dataDir, password: withPassword });
  return last;
}

async function ask(url: string): Promise<unknown> {
  const sql = postgres(url, { max: 1 });
  try {
    const [row] = await sql`select 'Brötchen' as bread, uuidv7() is not null as modern`;
    return row;
  } finally {
    await sql.end();
  }
}

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), "levain-postgres-"));
});

afterEach(async () => {
  await last?.stop();
  last = undefined;
  rmSync(dataDir, { recursive: true, force: true });
});

it("makes a server at the first start, and keeps what is in it", async () => {
  const first = await start();
  expect(first.adopted).toBe(false);
  expect(await ask(first.url)).toEqual({ bread: "Brötchen", modern: true });
  const sql = postgres(first.url, { max: 1, onnotice: () => {} });
  await sql`create table kept (word text)`;
  await sql.end();
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);
  const second = await start();
  const again = postgres(second.url, { max: 1 });
  expect(await again`select word from kept`).toHaveLength(0);
  await again.end();
});

it("adopts a server that was left behind, and counts who else uses it", async () => {
  const first = await start();
  const second = await start();
  expect(second).toMatchObject({ adopted: true, pid: first.pid, port: first.port });
  expect(await second.othersConnected()).toBe(0);
});

it("recovers after the server was killed", async () => {
  const first = await start();
  process.kill(first.pid, "SIGKILL");
  await waitFor(5000, () => (isPostgres(first.pid) ? undefined : true));
  const second = await start();
  expect(second.adopted).toBe(false);
  expect(await ask(second.url)).toMatchObject({ modern: true });
});

it("says what is wrong when the password was replaced", async () => {
  await start();
  await expect(startEmbedded({ dataDir, password: "another" })).rejects.toThrow("secrets.json");
});

it("sees no server where there is none", () => {
  expect(readPostmaster(dataDir)).toBeUndefined();
});
