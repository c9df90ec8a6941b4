import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import path from "node:path";
import { writeWorld } from "@/assembly/world/world";
import { throwAwayServer } from "@/cli/bench/throw-away";
import { aside, Failure } from "@/cli/output";
import { buildPagesWhenStale } from "@/cli/start/pages";
import { waitUntilReady } from "@/cli/start/ready";
import type { Stop } from "@/cli/start/stop-signal";
import { openSession } from "@/members/sessions/actions/open-session";
import { newToken } from "@/members/sessions/token";
import { closeDatabase, pool, transaction } from "@/platform/database/client";
import { migrate } from "@/platform/database/migrate";
import { inheritedEnv, provideEnv } from "@/platform/env";
import type { Id } from "@/platform/ids";

/** Everything here runs from dist/, which stands in the root. */
const DIST = import.meta.dirname;

export type Size = { readonly members: number; readonly posts: number; readonly spaces: number };

/** Somebody who is signed in, and a space in which they may write. */
export type Writer = { readonly token: string; readonly space: string };

/** A throw-away Levain under load. */
export type Stage = {
  readonly web: number;
  readonly floor: number;
  readonly metricsToken: string;
  readonly writers: readonly Writer[];
  /** A conversation of about thirty comments. */
  readonly post: string;
  /** How many posts there are now. */
  countPosts(): Promise<number>;
};

/**
 * Sets up a database of its own with a synthetic community, the web server on it and the floor beside it; `undo` is
 * filled with what takes all of that down again, last first.
 * @param people how many of them are signed in
 */
export async function setStage(size: Size, people: number, stop: Stop, undo: (() => unknown)[]): Promise<Stage> {
  await buildPagesWhenStale(path.resolve(DIST, ".."), stop.signal);
  const server = await throwAwayServer(undo);
  const web = await freePort();
  provideEnv({
    ...server.variables,
    HOST: "127.0.0.1",
    PORT: String(web),
    APP_URL: `http://127.0.0.1:${web}`,
    TRUST_PROXY: "0",
    // As in a deployment, a line is written for each request.
    LOG_LEVEL: "info",
  });
  undo.push(() => closeDatabase());
  await migrate(server.url);
  aside(`Writing ${size.posts} posts and comments by ${size.members} people …`);
  await writeWorld(server.url, { ...size, years: 3, seed: 1 });
  stop.signal.throwIfAborted();
  const writers = await signIn(people);
  const post = await typicalThread();
  startChild([path.join(DIST, "server.js")], stop, undo);
  const floor = await portOf(startChild([path.join(DIST, "levain.js"), "bench", "--floor"], stop, undo));
  await waitUntilReady("127.0.0.1", web, stop.signal);
  return { web, floor, metricsToken: server.metricsToken, writers, post, countPosts };
}

/** Signs people in as a sign-in does, those with the most spaces first: their feed costs the most. */
async function signIn(count: number): Promise<Writer[]> {
  const rows = await pool()<{ person: Id<"person">; space: string }[]>`
    select m.person_id as person, min(m.space_id::text) as space from space_member m
    group by m.person_id order by count(*) desc, m.person_id limit ${count}`;
  if (rows.length < count) throw new Failure(`The world has ${rows.length} people with a space; ${count} are needed.`);
  return transaction(async (tx) => {
    const writers: Writer[] = [];
    for (const { person, space } of rows) {
      const token = newToken();
      await openSession(tx, { personId: person, token, before: null, userAgent: "levain bench" });
      writers.push({ token, space });
    }
    return writers;
  });
}

const TYPICAL_COMMENTS = 30;

async function typicalThread(): Promise<string> {
  const [row] = await pool()<{ id: string }[]>`
    select c.id from conversation c join post p on p.id = c.id
    order by abs(c.comment_count - ${TYPICAL_COMMENTS}), c.id limit 1`;
  if (row === undefined) throw new Failure("The world has no thread.");
  return row.id;
}

async function countPosts(): Promise<number> {
  const [row] = await pool()<{ n: number }[]>`select count(*)::int as n from post`;
  return row?.n ?? 0;
}

/** Starts one of our bundles. Its log goes nowhere; its faults would show as answers of another status. */
function startChild(words: readonly string[], stop: Stop, undo: (() => unknown)[]): ChildProcess {
  const tether = path.join(DIST, "tether.js");
  const child = spawn(process.execPath, ["--enable-source-maps", "--import", tether, ...words], {
    env: inheritedEnv(),
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    // A session of its own: Ctrl-C reaches this process alone, which then stops the others in order.
    detached: process.platform !== "win32",
  });
  const leaving = { asked: false };
  const gone = new Promise<void>((resolve) => {
    child.once("exit", (code, signal) => {
      if (!leaving.asked) stop.because(`${words.join(" ")} ended (${signal ?? `status ${code}`}).`);
      resolve();
    });
  });
  undo.push(() => {
    leaving.asked = true;
    child.kill("SIGTERM");
    return gone;
  });
  return child;
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", () => reject(new Failure("The floor ended before it was ready.")));
    child.once("message", (said: { port: number }) => resolve(said.port));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === "object" && address !== null) resolve(address.port);
        else reject(new Failure("No port is free."));
      });
    });
  });
}
