import { whoRuns } from "@/cli/start/running";
import { keepSecrets } from "@/cli/start/secrets";
import { closeDatabase } from "@/platform/database/client";
import { migrate } from "@/platform/database/migrate";
import { databaseUrl, env, provideEnv } from "@/platform/env";
import { closeSender } from "@/platform/jobs/boss";
import { type Embedded, startEmbedded } from "@/platform/postgres/embedded";

/** The exit status of a program that Ctrl-C ended, as shells have it. */
const INTERRUPTED = 130;

/**
 * Runs a command's work with a migrated database and a complete environment: the one that `DATABASE_URL` names, else
 * the embedded one, which is started when it does not run and stopped afterwards when nobody else uses it.
 * @param work takes the database's address; `reader()` and `transaction()` work inside
 * @param options.migrated false leaves the database at the version it has
 */
export async function withDatabase<T>(
  work: (url: string) => Promise<T>,
  options: { migrated?: boolean } = {},
): Promise<T> {
  const { DATABASE_URL: given, LEVAIN_DATA_DIR: dataDir } = env();
  provideSecrets();
  const prepare = options.migrated === false ? async () => {} : migrate;
  const server = given ? undefined : await startEmbedded({ dataDir, password: keepSecrets(dataDir).databasePassword });
  if (server) provideEnv({ DATABASE_URL: server.url });
  const url = databaseUrl();
  const forget = server ? stopOnSignal(server) : () => {};
  try {
    await prepare(url);
    return await work(url);
  } finally {
    forget();
    await closeSender();
    await closeDatabase();
    if (server && !(await isWanted(server, dataDir))) await server.stop();
  }
}

/** Whether the embedded server must go on: it ran before, or a supervisor or another command came to use it. */
async function isWanted(server: Embedded, dataDir: string): Promise<boolean> {
  return server.adopted || whoRuns(dataDir) !== undefined || (await server.othersConnected()) > 0;
}

/** A command that is told to stop does not leave its database behind. Gives the way to stop listening. */
function stopOnSignal(server: Embedded): () => void {
  const stop = () => {
    const done = server.adopted ? Promise.resolve() : server.stop();
    done.finally(() => process.exit(INTERRUPTED));
  };
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, stop);
  return () => {
    for (const signal of ["SIGINT", "SIGTERM"]) process.off(signal, stop);
  };
}

/** Gives the process the secrets that the operator left to Levain. */
export function provideSecrets(): void {
  const { SESSION_SECRET, METRICS_TOKEN, LEVAIN_DATA_DIR } = env();
  if (SESSION_SECRET && METRICS_TOKEN) return;
  const secrets = keepSecrets(LEVAIN_DATA_DIR);
  provideEnv({
    LEVAIN_DATA_DIR,
    SESSION_SECRET: SESSION_SECRET ?? secrets.sessionSecret,
    METRICS_TOKEN: METRICS_TOKEN ?? secrets.metricsToken,
  });
}
