import { type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { type Binaries, binariesIn } from "@/platform/postgres/binaries";

/** PostgreSQL refuses to run as root; this is "nobody", which exists everywhere and owns nothing. */
const NOBODY = 65_534;

/** Where a relocated server lives: a place that every user can walk to. */
const OPEN_PLACE = "/var/tmp";

const OTHERS_ENTER = 0o001;

/** As whom, from where and on which folder the server's programs run. */
export type RunAs = {
  readonly binaries: Binaries;
  readonly dataFolder: string;
  /** The user who must own the data folder; undefined: whoever runs us. */
  readonly owner: number | undefined;
  spawn(program: string, args: readonly string[], options: SpawnOptions): ReturnType<typeof spawn>;
};

/**
 * Decides how to run PostgreSQL on `dataFolder`. An ordinary user simply runs it. Root gives it to "nobody" when that
 * user can reach both folders; else in a user namespace that hides root; else on copies under /var/tmp.
 */
export function chooseRunAs(binaries: Binaries, dataFolder: string): RunAs {
  if (process.getuid?.() !== 0) return { binaries, dataFolder, owner: undefined, spawn };
  if (reachable(path.dirname(dataFolder)) && runsAsNobody(binaries)) return asNobody(binaries, dataFolder);
  if (namespacesWork(binaries)) return inNamespace(binaries, dataFolder);
  return relocated(binaries, dataFolder);
}

/** Makes the folder, private to the one who runs the server; what somebody else owns in it changes hands. */
export function giveFolder(folder: string, runAs: RunAs): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (runAs.owner === undefined) return;
  if (statSync(folder).uid !== runAs.owner) changeOwner(folder, runAs.owner);
  chmodSync(folder, 0o700);
}

/** Hands one file to the one who runs the server. */
export function giveFile(file: string, runAs: RunAs): void {
  if (runAs.owner !== undefined) chownSync(file, runAs.owner, runAs.owner);
}

function asNobody(binaries: Binaries, dataFolder: string): RunAs {
  const drop = { uid: NOBODY, gid: NOBODY };
  return {
    binaries,
    dataFolder,
    owner: NOBODY,
    spawn: (program, args, options) => spawn(program, args, { ...options, ...drop }),
  };
}

const NAMESPACE = ["--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, "--"];

function inNamespace(binaries: Binaries, dataFolder: string): RunAs {
  return {
    binaries,
    dataFolder,
    owner: 0,
    spawn: (program, args, options) => spawn("unshare", [...NAMESPACE, program, ...args], options),
  };
}

function relocated(binaries: Binaries, dataFolder: string): RunAs {
  const mark = createHash("sha256").update(dataFolder).digest("hex").slice(0, 12);
  const place = path.join(OPEN_PLACE, `levain-${mark}`);
  mkdirSync(place, { recursive: true, mode: 0o711 });
  // Somebody else may have made this name in a folder that is open to all.
  if (lstatSync(place).isSymbolicLink() || statSync(place).uid !== 0)
    throw new Error(`${place} is not root's: remove it, or set DATABASE_URL to a PostgreSQL of your own.`);
  chmodSync(place, 0o711);
  const native = path.join(place, "native");
  if (!existsSync(native)) cpSync(binaries.native, native, { recursive: true, verbatimSymlinks: true });
  openToAll(native);
  return asNobody(binariesIn(native), path.join(place, path.basename(dataFolder)));
}

/** Whether every user can walk to the folder; one that is missing will be made like its parent. */
function reachable(folder: string): boolean {
  for (let at = folder; ; at = path.dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & OTHERS_ENTER) === 0) return false;
    if (path.dirname(at) === at) return true;
  }
}

function runsAsNobody(binaries: Binaries): boolean {
  const drop = { uid: NOBODY, gid: NOBODY, cwd: "/" };
  return spawnSync(binaries.postgres, ["--version"], { stdio: "ignore", ...drop }).status === 0;
}

function namespacesWork(binaries: Binaries): boolean {
  const tried = spawnSync("unshare", [...NAMESPACE, binaries.postgres, "--version"], { stdio: "ignore" });
  return tried.status === 0;
}

function changeOwner(at: string, owner: number): void {
  const entry = lstatSync(at);
  if (entry.isSymbolicLink()) return;
  if (entry.isDirectory()) for (const name of readdirSync(at)) changeOwner(path.join(at, name), owner);
  chownSync(at, owner, owner);
}

function openToAll(at: string): void {
  const entry = lstatSync(at);
  if (entry.isSymbolicLink()) return;
  chmodSync(at, entry.mode | (entry.isDirectory() || (entry.mode & 0o100) !== 0 ? 0o555 : 0o444));
  if (entry.isDirectory()) for (const name of readdirSync(at)) openToAll(path.join(at, name));
}
