import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "@tests/support/free-port";
import { afterEach, expect, test } from "vitest";

const WITHIN_MS = 240_000;

type Run = { process: ChildProcess; said: () => string; ended: Promise<number | null> };

const runs: Run[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const run of runs.splice(0)) {
    run.process.kill("SIGTERM");
    await run.ended;
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A data folder of its own, with ports that nobody holds. */
async function place(): Promise<NodeJS.ProcessEnv> {
  const folder = mkdtempSync(path.join(tmpdir(), "levain-fault-"));
  folders.push(folder);
  const ports = { PORT: String(await freePort()), LEVAIN_IDP_PORT: String(await freePort()) };
  const { PATH, HOME } = process.env;
  return { PATH, HOME, NODE_ENV: "production", LEVAIN_DATA_DIR: folder, ...ports };
}

function start(env: NodeJS.ProcessEnv): Run {
  const child = spawn(process.execPath, ["dist/levain.js", "start"], { env, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  const hear = (chunk: Buffer) => {
    text += chunk.toString();
  };
  child.stdout?.on("data", hear);
  child.stderr?.on("data", hear);
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  const run = { process: child, said: () => text, ended };
  runs.push(run);
  return run;
}

/** Resolves when the run says it is ready; rejects, with all that it said, when it ends before. */
function ready(run: Run): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => run.said().includes("Levain is ready") && resolve();
    run.process.stdout?.on("data", look);
    look();
    void run.ended.then((code) => reject(new Error(`ended with ${code}:\n${run.said()}`)));
  });
}

async function ask(env: NodeJS.ProcessEnv): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${env.PORT}/api/ready`);
  return answer.status;
}

test(
  "a start recovers from kill -9, a second one says who runs, and a stop leaves nothing behind",
  async () => {
    const env = await place();
    const first = start(env);
    await ready(first);
    expect(await ask(env)).toBe(200);

    const second = start(env);
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain(`process ${first.process.pid}`);

    first.process.kill("SIGKILL");
    await first.ended;
    const third = start(env);
    await ready(third);
    expect(await ask(env)).toBe(200);

    third.process.kill("SIGTERM");
    expect(await third.ended).toBe(0);
    await expect(ask(env)).rejects.toThrow();
  },
  WITHIN_MS,
);

test(
  "a port that somebody else holds is named, and nothing is left running",
  async () => {
    const env = await place();
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(Number(env.PORT), "127.0.0.1", resolve));
    const run = start(env);
    expect(await run.ended).toBe(1);
    expect(run.said()).toContain(String(env.PORT));
    await new Promise((resolve) => holder.close(resolve));
  },
  WITHIN_MS,
);

test(
  "every wrong variable is named at once, with what to do about it",
  async () => {
    const env = {
      ...(await place()),
      DATABASE_URL: "mysql://nowhere",
      OIDC_ISSUER: "https://sso.example.com",
      PORT: "x",
    };
    const run = start(env);
    expect(await run.ended).toBe(1);
    for (const name of ["DATABASE_URL", "OIDC_CLIENT_ID", "PORT"]) expect(run.said()).toContain(name);
  },
  WITHIN_MS,
);

test(
  "secrets are made once and only their owner reads them",
  async () => {
    const env = await place();
    const run = start(env);
    await ready(run);
    const file = path.join(env.LEVAIN_DATA_DIR ?? "", "secrets.json");
    expect(statSync(file).mode & 0o077).toBe(0);
    const before = readFileSync(file, "utf8");
    run.process.kill("SIGTERM");
    await run.ended;
    const again = start(env);
    await ready(again);
    expect(readFileSync(file, "utf8")).toBe(before);
  },
  WITHIN_MS,
);
