import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { isAlive, type Postmaster, readPostmaster, waitFor } from "@/platform/postgres/postmaster";
import { giveFile, giveFolder, type RunAs } from "@/platform/postgres/run-as";

/** The superuser of the embedded server. */
export const SUPERUSER = "levain";

const INITDB_FLAGS = [
  "--encoding=UTF8",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--locale=C",
  "--auth=scram-sha-256",
  `--username=${SUPERUSER}`,
];

/** Only this machine's own TCP: without a socket file its folder's name can be as long as it likes. */
const SERVER_SETTINGS = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=120", "jit=off"];

/** For data that nobody misses when the machine stops: nothing is waited for until it is on the disk. */
const FLEETING_SETTINGS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/** Nothing of ours: not the secrets, and no language in which messages could not be searched for. */
const SERVER_VARIABLES = {
  LC_ALL: "C",
  TZ: "UTC",
  PATH: "/usr/sbin:/usr/bin:/sbin:/bin",
  NODE_ENV: "production",
} as const;

const READY_WITHIN_MS = 120_000;
const LOG_BYTES_MAX = 5_000_000;
const LOG_TAIL_LINES = 12;

/** Makes the cluster unless it exists. An interrupted attempt leaves nothing that looks like one. */
export async function makeCluster(runAs: RunAs, password: string, logFile: string): Promise<void> {
  const folder = runAs.dataFolder;
  if (existsSync(path.join(folder, "PG_VERSION"))) {
    giveFolder(folder, runAs);
    return;
  }
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  giveFolder(draft, runAs);
  const passwordFile = `${draft}.password`;
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    giveFile(passwordFile, runAs);
    await runInitdb(runAs, draft, passwordFile, logFile);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
}

export type LaunchOptions = {
  /** Any that is free unless said. */
  readonly port?: number | undefined;
  /** True where the data may be lost with the machine, as in tests. */
  readonly fleeting?: boolean | undefined;
};

/** Starts the server and waits until it takes connections. Throws with the end of its log when it does not. */
export async function launchServer(
  runAs: RunAs,
  logFile: string,
  { port: wished, fleeting = false }: LaunchOptions = {},
): Promise<Postmaster> {
  const folder = runAs.dataFolder;
  const port = wished ?? (await freePort());
  const settings = [...SERVER_SETTINGS, ...(fleeting ? FLEETING_SETTINGS : [])].flatMap((setting) => ["-c", setting]);
  const output = openLog(logFile);
  // A session of its own: Ctrl-C in the terminal must reach the application first, and the database last.
  const child = runAs.spawn(runAs.binaries.postgres, ["-D", folder, "-p", String(port), ...settings], {
    cwd: "/",
    detached: true,
    env: SERVER_VARIABLES,
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  const failure: { reason?: string } = {};
  child.once("error", (error) => {
    failure.reason = error.message;
  });
  child.once("exit", (code, signal) => {
    failure.reason ??= `it ended with ${signal ?? code}`;
  });
  child.unref();
  const seen = await waitFor(READY_WITHIN_MS, () => {
    const postmaster = readPostmaster(folder);
    return failure.reason || (postmaster?.ready && postmaster.pid === child.pid && postmaster) || undefined;
  });
  if (typeof seen === "object") return seen;
  throw new Error(`PostgreSQL did not start: ${seen ?? "it is not ready yet"}.\n${tail(logFile)}`);
}

/** Stops the server the fast way: open transactions are rolled back, everything committed is kept. */
export async function stopServer(pid: number, within: number): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, "SIGINT");
  const gone = await waitFor(within, () => (isAlive(pid) ? undefined : true));
  if (!gone) throw new Error(`PostgreSQL (process ${pid}) has not stopped within ${within / 1000} seconds.`);
}

function runInitdb(runAs: RunAs, folder: string, passwordFile: string, logFile: string): Promise<void> {
  const output = openLog(logFile);
  const child = runAs.spawn(runAs.binaries.initdb, ["-D", folder, `--pwfile=${passwordFile}`, ...INITDB_FLAGS], {
    cwd: "/",
    env: SERVER_VARIABLES,
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`PostgreSQL could not make its data folder ${folder}.\n${tail(logFile)}`));
    });
  });
}

function openLog(file: string): number {
  mkdirSync(path.dirname(file), { recursive: true });
  const full = existsSync(file) && statSync(file).size > LOG_BYTES_MAX;
  return openSync(file, full ? "w" : "a", 0o600);
}

function tail(file: string): string {
  return readFileSync(file, "utf8").trimEnd().split("\n").slice(-LOG_TAIL_LINES).join("\n");
}

/** A port that is free now. Another program can take it before the server does; the start then fails and says so. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
