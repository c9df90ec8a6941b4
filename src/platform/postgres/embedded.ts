import path from "node:path";
import postgres from "postgres";
import { findBinaries } from "@/platform/postgres/binaries";
import { type LaunchOptions, launchServer, makeCluster, SUPERUSER, stopServer } from "@/platform/postgres/cluster";
import { isPostgres, type Postmaster, readPostmaster, waitFor } from "@/platform/postgres/postmaster";
import { chooseRunAs, type RunAs } from "@/platform/postgres/run-as";

const DATABASE = "levain";
const SETTLE_WITHIN_MS = 30_000;
const STOP_WITHIN_MS = 15_000;

/** A PostgreSQL server of our own. */
export type Embedded = {
  /** The application's database, with the password in it. */
  readonly url: string;
  readonly pid: number;
  readonly port: number;
  /** True when it was already running: left behind by a process that was killed, or kept by another command. */
  readonly adopted: boolean;
  /** Stops the server (fast shutdown), within a few seconds. */
  stop(): Promise<void>;
  /** How many others are connected to it now. */
  othersConnected(): Promise<number>;
};

/** The folder of the server's data, the password of its superuser, and how to start it. */
export type EmbeddedOptions = LaunchOptions & { readonly dataDir: string; readonly password: string };

/**
 * Starts the embedded PostgreSQL on `dataDir/postgres`, making it at the first time, or adopts the one that still runs
 * on that folder. It listens on 127.0.0.1 alone, on a port of its own choice, and asks for the password (scram).
 * Its log is `dataDir/postgres.log`. Throws an error that says what to do when it cannot.
 */
export async function startEmbedded({ dataDir, password, ...how }: EmbeddedOptions): Promise<Embedded> {
  const runAs = chooseRunAs(findBinaries(), path.join(path.resolve(dataDir), "postgres"));
  const running = await findRunning(runAs);
  if (running) return handle(running, password, true);
  const logFile = path.join(path.resolve(dataDir), "postgres.log");
  await makeCluster(runAs, password, logFile);
  return handle(await launchServer(runAs, logFile, how), password, false);
}

/** The server that already holds the data folder. One that is just starting is waited for, one that is stopping too. */
async function findRunning(runAs: RunAs): Promise<Postmaster | undefined> {
  const settled = await waitFor(SETTLE_WITHIN_MS, () => {
    const postmaster = readPostmaster(runAs.dataFolder);
    if (!postmaster || !isPostgres(postmaster.pid)) return "none";
    return postmaster.ready ? postmaster : undefined;
  });
  if (settled === undefined) {
    const pid = readPostmaster(runAs.dataFolder)?.pid;
    throw new Error(`A PostgreSQL (process ${pid}) holds ${runAs.dataFolder} but does not get ready. Stop it first.`);
  }
  return settled === "none" ? undefined : settled;
}

async function handle({ pid, port }: Postmaster, password: string, adopted: boolean): Promise<Embedded> {
  const address = (database: string) => {
    const url = new URL(`postgres://127.0.0.1:${port}/${database}`);
    url.username = SUPERUSER;
    url.password = password;
    return url.href;
  };
  await createDatabase(address("postgres"), pid);
  return {
    url: address(DATABASE),
    pid,
    port,
    adopted,
    stop: () => stopServer(pid, STOP_WITHIN_MS),
    othersConnected: () => withClient(address("postgres"), countOthers),
  };
}

async function createDatabase(url: string, pid: number): Promise<void> {
  try {
    await withClient(url, async (sql) => {
      const existing = await sql`select 1 from pg_database where datname = ${DATABASE}`;
      if (existing.length === 0) await sql`create database ${sql(DATABASE)}`;
    });
  } catch (error) {
    if (!isPasswordRefused(error)) throw error;
    throw new Error(
      `The PostgreSQL that is running (process ${pid}) refuses the password in secrets.json. ` +
        "Was that file replaced? Put the old one back, or remove the data folder to begin anew.",
    );
  }
}

async function countOthers(sql: postgres.Sql): Promise<number> {
  const [row] = await sql<{ others: number }[]>`
    select count(*)::int as others from pg_stat_activity
    where backend_type = 'client backend' and pid <> pg_backend_pid()`;
  return row?.others ?? 0;
}

async function withClient<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** PostgreSQL's error 28P01, invalid_password. */
function isPasswordRefused(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "28P01";
}
