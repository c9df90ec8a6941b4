import { type ChildProcess, execFile, spawn } from "node:child_process";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { freePort } from "@tests/support/free-port";
import postgres from "postgres";

/** The rules that each page keeps. */
const ACCESSIBLE = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** A running Levain with the demo community, and a way into its database. */
export type Levain = {
  readonly url: string;
  readonly sql: postgres.Sql;
  /** The address of its database, for more processes on it. */
  readonly database: string;
  /** Runs a command of the command line on the same database; gives what it printed, fails when it failed. */
  readonly command: (...words: string[]) => Promise<string>;
};

const NODE = "node_modules/.bin/node";

type WorkerFixtures = {
  /** Files that name a house of their own share a Levain with nobody: what others write there is not in their way. */
  house: string;
  levain: Levain;
};
type TestFixtures = {
  /** Signs a demo person in on a context by inserting a session, as a sign-in would. */
  signInAs: (context: BrowserContext, email: string) => Promise<void>;
  /** Fails unless axe finds nothing against WCAG 2.2 A and AA on the page as it stands. */
  accessible: (page: Page) => Promise<void>;
};

export const test = base.extend<TestFixtures, WorkerFixtures>({
  house: ["", { option: true, scope: "worker" }],
  levain: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from this pattern
    async ({}, use) => {
      const running = await startLevain();
      await use(running.levain);
      await running.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: async ({ levain }, use) => use(levain.url),
  signInAs: async ({ levain }, use) => {
    await use((context, email) => signIn(levain, context, email));
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from this pattern
  accessible: async ({}, use) => {
    await use(async (page) => {
      // No frames of others here: one script in the page itself, and only what is wrong is written out.
      const found = await new AxeBuilder({ page })
        .options({ runOnly: { type: "tag", values: ACCESSIBLE }, resultTypes: ["violations"] })
        .setLegacyMode()
        .analyze();
      expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
    });
  },
  page: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on("console", (message) => {
      // A refused request is told to the page and logged by the browser; the tests of refusals look at the page.
      const isRefusal = /status of 4\d\d/.test(message.text());
      if (message.type() === "error" && !isRefusal) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await use(page);
    expect(complaints, "complaints in the browser's console").toEqual([]);
  },
});

export { expect };

async function startLevain(): Promise<{ levain: Levain; stop: () => Promise<void> }> {
  const admin = process.env.TEST_DATABASE_URL ?? "";
  const name = `journeys_${randomBytes(4).toString("hex")}`;
  const maker = postgres(admin, { max: 1, onnotice: () => {} });
  await maker.unsafe(`create database ${name}`);
  await maker.end();
  const database = new URL(admin);
  database.pathname = `/${name}`;
  const folder = mkdtempSync(path.join(tmpdir(), "levain-journey-"));
  const port = await freePort();
  const env: NodeJS.ProcessEnv = {
    NODE_ENV: "production",
    // What is said is mailed at once, so that nobody has to wait for it.
    MAIL_WAIT_SECONDS: "0",
    // Whoever is told things stands on this machine.
    WEBHOOK_LOCAL: "true",
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    PORT: String(port),
    LEVAIN_IDP_PORT: String(await freePort()),
    MAIL_IN_PORT: String(await freePort()),
    LEVAIN_DATA_DIR: folder,
    DATABASE_URL: database.toString(),
    DATABASE_POOL: "5",
  };
  const child = spawn(NODE, ["dist/levain.js", "start"], { env, stdio: ["ignore", "pipe", "pipe"] });
  await readyLine(child);
  const sql = postgres(database.toString(), { max: 2, onnotice: () => {} });
  return {
    levain: {
      url: `http://localhost:${port}`,
      sql,
      database: database.toString(),
      command: (...words) => run(words, env),
    },
    stop: async () => {
      await sql.end();
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
      const remover = postgres(admin, { max: 1, onnotice: () => {} });
      await remover.unsafe(`drop database if exists ${name} with (force)`);
      await remover.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function run(words: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const { stdout } = await promisify(execFile)(NODE, ["dist/levain.js", ...words], { env, timeout: 60_000 });
  return stdout;
}

function readyLine(child: ChildProcess): Promise<void> {
  let said = "";
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes("Levain is ready")) resolve();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", (code) => reject(new Error(`Levain ended with ${code} before it was ready:\n${said}`)));
  });
}

async function signIn({ sql, url }: Levain, context: BrowserContext, email: string): Promise<void> {
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest("base64url");
  const rows = await sql`
    insert into session (id, token_hash, person_id, created_at, last_seen_at, expires_at)
    select ${randomUUID()}, ${hash}, person_id, now(), now(), now() + interval '1 day'
    from person_address where address = ${email} returning id`;
  if (rows.length === 0) throw new Error(`nobody has the address ${email}`);
  await context.addCookies([{ name: "levain.session", value: token, url, httpOnly: true, sameSite: "Lax" }]);
}
