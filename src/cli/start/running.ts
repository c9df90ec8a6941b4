import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { Failure } from "@/cli/output";
import { isAlive } from "@/platform/postgres/postmaster";

const runningShape = z.object({ pid: z.number(), address: z.string(), children: z.array(z.number()) });

/** What a supervisor writes about itself into the data folder. */
export type Running = z.infer<typeof runningShape>;

const CHILDREN_LEAVE_WITHIN_MS = 8000;

/** The supervisor that runs on this data folder now, if any. */
export function whoRuns(dataDir: string): Running | undefined {
  const noted = readNote(dataDir);
  return noted && noted.pid !== process.pid && isLevain(noted.pid) ? noted : undefined;
}

/**
 * Takes the data folder for this supervisor. Throws when another one has it; waits for the children of one that was
 * killed, and ends those that do not leave by themselves.
 */
export async function takeDataDir(dataDir: string, address: string): Promise<void> {
  const other = whoRuns(dataDir);
  if (other) {
    throw new Failure(
      `Levain already runs on ${dataDir}: process ${other.pid}, ${other.address}. ` +
        `Stop it with "kill ${other.pid}", or set LEVAIN_DATA_DIR and PORT to run a second one.`,
    );
  }
  const orphans = readNote(dataDir)?.children ?? [];
  await Promise.all(orphans.filter(isLevain).map(endOrphan));
  writeNote(dataDir, { pid: process.pid, address, children: [] });
}

/** Writes down the children, so that the next start finds them if this supervisor is killed. */
export function noteChildren(dataDir: string, address: string, children: readonly number[]): void {
  writeNote(dataDir, { pid: process.pid, address, children: [...children] });
}

/** Gives the data folder back. */
export function leaveDataDir(dataDir: string): void {
  if (readNote(dataDir)?.pid === process.pid) rmSync(noteOf(dataDir), { force: true });
}

async function endOrphan(pid: number): Promise<void> {
  for (let left = CHILDREN_LEAVE_WITHIN_MS; left > 0 && isLevain(pid); left -= 50) await pause(50);
  if (isLevain(pid)) process.kill(pid, "SIGKILL");
}

/** Whether the process is one of ours: ids are used again after a restart of the machine. */
function isLevain(pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== "linux") return true;
  try {
    // A title may have replaced the words of the command; Next sets one.
    return /levain|server\.js|worker\.js|next-server|start\.mjs/.test(readFileSync(`/proc/${pid}/cmdline`, "utf8"));
  } catch {
    return false;
  }
}

function readNote(dataDir: string): Running | undefined {
  try {
    return runningShape.parse(JSON.parse(readFileSync(noteOf(dataDir), "utf8")));
  } catch {
    return undefined;
  }
}

function writeNote(dataDir: string, running: Running): void {
  const draft = `${noteOf(dataDir)}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(running), { mode: 0o600 });
  renameSync(draft, noteOf(dataDir));
}

function noteOf(dataDir: string): string {
  return path.join(dataDir, "running.json");
}
