import { readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/**
 * What a running server writes about itself into `postmaster.pid`
 * (PostgreSQL, src/include/utils/pidfile.h: line 1 the process, 4 the port, 8 the status).
 */
export type Postmaster = { readonly pid: number; readonly port: number; readonly ready: boolean };

/** Reads the data folder's `postmaster.pid`; undefined when there is none, or none that makes sense yet. */
export function readPostmaster(dataFolder: string): Postmaster | undefined {
  let text: string;
  try {
    text = readFileSync(path.join(dataFolder, "postmaster.pid"), "utf8");
  } catch {
    return undefined;
  }
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0 || !Number.isInteger(port)) return undefined;
  return { pid, port, ready: lines[7]?.trim() === "ready" };
}

/** Whether a process with this id runs, ours or not. One that ended and was not buried by its parent does not count. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  return process.platform !== "linux" || !isZombie(pid);
}

function isZombie(pid: number): boolean {
  try {
    // proc(5): "pid (name) state …"; the name may hold spaces and brackets.
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return true;
  }
}

/** Whether the process is a PostgreSQL server: ids are used again after a restart of the machine. */
export function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== "linux") return true;
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8").trim() === "postgres";
  } catch {
    return false;
  }
}

/** Looks again every 20 ms until `look` gives something; undefined when `milliseconds` have passed. */
export async function waitFor<T>(milliseconds: number, look: () => T | undefined): Promise<T | undefined> {
  for (let left = milliseconds; left > 0; left -= 20) {
    const seen = look();
    if (seen !== undefined) return seen;
    await pause(20);
  }
  return look();
}
