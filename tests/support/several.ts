import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "@tests/support/free-port";

/** A web process of several. */
export type WebProcess = { readonly url: string; readonly pid: number; kill(): Promise<void> };

/** Starts a web process of its own on a database that is there; `npm start` does the same without the others. */
export async function startWeb(database: string): Promise<WebProcess> {
  const folder = mkdtempSync(path.join(tmpdir(), "levain-several-"));
  const port = await freePort();
  const child = spawn("node_modules/.bin/node", ["dist/levain.js", "start", "--only", "web"], {
    env: {
      NODE_ENV: "production",
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: String(port),
      LEVAIN_IDP_PORT: String(await freePort()),
      LEVAIN_DATA_DIR: folder,
      DATABASE_URL: database,
      DATABASE_POOL: "5",
    },
    stdio: "ignore",
  });
  const url = `http://localhost:${port}`;
  await ready(child, url);
  return {
    url,
    pid: child.pid ?? 0,
    kill: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = new Promise((resolve) => child.once("exit", resolve));
        child.kill("SIGTERM");
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ready(child: ChildProcess, url: string): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(`${url}/api/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the process ended before it was ready");
}
