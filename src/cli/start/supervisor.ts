import path from "node:path";
import { provideSecrets } from "@/cli/database";
import { aside, Failure } from "@/cli/output";
import { Children, type Part } from "@/cli/start/children";
import { demoVariables, fillWhenEmpty, startDemoSignIn, whoCanSignIn } from "@/cli/start/demo";
import { keepDatabase } from "@/cli/start/keep-database";
import { buildPagesWhenStale } from "@/cli/start/pages";
import { assertPortFree } from "@/cli/start/port";
import { providePushKeys } from "@/cli/start/push-keys";
import { waitUntilReady } from "@/cli/start/ready";
import { leaveDataDir, noteChildren, takeDataDir } from "@/cli/start/running";
import { keepSecrets } from "@/cli/start/secrets";
import { onStopSignal, type Stop } from "@/cli/start/stop-signal";
import { watchBundles } from "@/cli/start/watch";
import { migrate } from "@/platform/database/migrate";
import { databaseUrl, type Env, env, inheritedEnv, provideEnv } from "@/platform/env";
import { startEmbedded } from "@/platform/postgres/embedded";

/** Everything here runs from dist/, which stands in the root. */
const DIST = import.meta.dirname;
const ROOT = path.resolve(DIST, "..");

type Undo = () => void | Promise<void>;

/**
 * Starts Levain and everything that it needs and that is not configured: the database, the demo community and its
 * sign-in, the web server and the worker. Returns when a signal asked it to stop and all has stopped, the application
 * first and the database last. Throws a `Failure` that says what to do when it cannot start.
 * @param options.only one part, where another supervisor (such as a compose file) looks after the rest
 */
export async function start(options: { only?: Part }): Promise<void> {
  const undo: Undo[] = [];
  const stop = onStopSignal();
  try {
    await startAll(env(), options, stop, undo);
    await stop.asked;
    aside("Stopping …");
  } catch (error) {
    // What a step throws because it was told to stop is no failure.
    if (!stop.signal.aborted) throw error;
  } finally {
    for (const step of undo.reverse()) await step();
    stop.done();
  }
  if (stop.reason) throw new Failure(stop.reason);
}

async function startAll(config: Env, options: { only?: Part }, stop: Stop, undo: Undo[]): Promise<void> {
  const { signal } = stop;
  const demo = config.OIDC_ISSUER === undefined;
  const secrets = keepSecrets(config.LEVAIN_DATA_DIR);
  provideSecrets();
  if (config.VAPID_PUBLIC_KEY === undefined) providePushKeys(config.LEVAIN_DATA_DIR);
  if (!options.only) {
    await takeDataDir(config.LEVAIN_DATA_DIR, config.APP_URL);
    undo.push(() => leaveDataDir(config.LEVAIN_DATA_DIR));
  }
  if (options.only !== "worker") {
    await assertPortFree(config.HOST, config.PORT, "PORT");
    if (demo) await assertPortFree("127.0.0.1", config.LEVAIN_IDP_PORT, "LEVAIN_IDP_PORT");
    if (!config.LEVAIN_DEV) await buildPagesWhenStale(ROOT, signal);
  }
  await startDatabase(config, secrets.databasePassword, signal, undo);
  if (demo) {
    await fillWhenEmpty(databaseUrl());
    const identity = await startDemoSignIn(config, secrets.oidcClientSecret);
    undo.push(() => identity.close());
    provideEnv(demoVariables(config, secrets.oidcClientSecret));
  }
  signal.throwIfAborted();
  await startChildren(config, options.only, stop, undo);
  announce(config, demo, options.only);
}

async function startDatabase(config: Env, password: string, signal: AbortSignal, undo: Undo[]): Promise<void> {
  if (!config.DATABASE_URL) {
    const server = await startEmbedded({ dataDir: config.LEVAIN_DATA_DIR, password });
    if (server.adopted) aside(`The database was still running (process ${server.pid}); going on with it.`);
    const kept = keepDatabase(server, { dataDir: config.LEVAIN_DATA_DIR, password });
    undo.push(() => kept.stop());
    provideEnv({ DATABASE_URL: server.url });
  }
  signal.throwIfAborted();
  await migrate(databaseUrl());
  signal.throwIfAborted();
}

async function startChildren(config: Env, only: Part | undefined, stop: Stop, undo: Undo[]): Promise<void> {
  const { HOST, PORT, APP_URL, LEVAIN_DATA_DIR, LEVAIN_DEV } = config;
  const note = (pids: number[]) => {
    if (!only) noteChildren(LEVAIN_DATA_DIR, APP_URL, pids);
  };
  const children = new Children(DIST, childVariables(config), stop.because, note);
  undo.push(() => children.stop());
  const parts: Part[] = only ? [only] : ["web", "worker"];
  for (const part of parts) children.start(part);
  if (LEVAIN_DEV) undo.push(watchBundles(DIST, parts, (part) => children.restart(part)));
  if (only !== "worker") await waitUntilReady(HOST, PORT, stop.signal);
}

/** The children get the whole environment, so that they never have to guess what was left unset. */
function childVariables({ APP_URL, HOST, PORT, LEVAIN_DATA_DIR, LEVAIN_DEV, OIDC_ISSUER }: Env): NodeJS.ProcessEnv {
  const given = inheritedEnv();
  return {
    ...given,
    NODE_ENV: LEVAIN_DEV ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    APP_URL,
    HOST,
    PORT: String(PORT),
    LEVAIN_DATA_DIR,
    // Somebody who tries the demo looks at the pages, not at a line of log for each of them.
    LOG_LEVEL: given.LOG_LEVEL || (OIDC_ISSUER ? "info" : "warn"),
  };
}

function announce({ APP_URL, LEVAIN_DATA_DIR }: Env, demo: boolean, only: Part | undefined): void {
  const lines = only === "worker" ? ["The worker runs."] : ["", `Levain is ready: ${APP_URL}`, ""];
  if (demo) {
    lines.push("This is a demo: sign in, and choose whom to be. Among others", ...whoCanSignIn(), "");
    lines.push(`Its data is in ${LEVAIN_DATA_DIR}. To use your own sign-in, database or mail, see .env.example.`);
  }
  if (!only) lines.push("Press Ctrl-C to stop.");
  process.stdout.write(`${lines.join("\n")}\n`);
}
