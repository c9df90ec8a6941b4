// What every script here begins with: the packages of the lockfile, and the Node that they ask for.
// Runs on Node 20.9 and newer, and imports nothing that npm has to install first.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

const NODE_MAJOR = 24;
const PARENT_LOOK_EVERY_MS = 250;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Installs what the lockfile asks for and node_modules lacks, then goes on under Node 24: gives true when this process
 * is the one that should do the work. Otherwise the work was done by a child, and this process has its exit status.
 * @param script import.meta.url of the caller
 */
export async function prepared(script) {
  process.chdir(ROOT);
  stopWithNpm();
  const installed = install();
  const node = localNode();
  if (!installed && Number(process.versions.node.split(".")[0]) >= NODE_MAJOR) {
    putFirstOnPath(process.env);
    return true;
  }
  if (!node) {
    fail(`Levain needs Node ${NODE_MAJOR}, and npm has none for ${process.platform}-${process.arch}: install it.`);
  }
  process.exitCode = await again(node, fileURLToPath(script));
  return false;
}

/** Runs a program to its end and gives its exit status; what ends us ends it too. */
export function run(command, args, options = {}) {
  const child = spawn(command, args, { stdio: "inherit", cwd: ROOT, ...options });
  return ended(child);
}

export function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/**
 * npm passes a signal on to the shell between us, and that shell dies of it alone; and when npm itself is killed, the
 * shell waits for us for ever. Either way the wish was meant for us.
 */
function stopWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const ancestors = () => [process.ppid, isShell(process.ppid) ? parentOf(process.ppid) : 0].join();
  const begun = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === begun) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, PARENT_LOOK_EVERY_MS);
  timer.unref();
}

/** proc(5): "pid (name) state parent …". Nothing on systems that have no /proc. */
function statOf(pid) {
  const file = `/proc/${pid}/stat`;
  return existsSync(file) ? /\((.*)\) \S (\d+)/s.exec(readFileSync(file, "utf8")) : null;
}

function isShell(pid) {
  return ["sh", "dash", "bash", "ash", "busybox"].includes(statOf(pid)?.[1]);
}

function parentOf(pid) {
  return Number(statOf(pid)?.[2] ?? 0);
}

function again(node, script) {
  // The channel lets the child notice that this process was killed, even by a signal that nobody can catch.
  const child = spawn(node, [script, ...process.argv.slice(2)], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: putFirstOnPath({ ...process.env }),
  });
  return ended(child);
}

function ended(child) {
  const passOn = (signal) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, passOn);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      for (const name of SIGNALS) process.off(name, passOn);
      resolve(code ?? (signal === "SIGINT" ? 130 : 143));
    });
  });
}

function install() {
  if (isInstalled()) return false;
  process.stderr.write("Installing the packages of package-lock.json …\n");
  // Standard output stays free for what the caller prints.
  const options = { cwd: ROOT, stdio: ["ignore", 2, 2], env: { ...process.env, NODE_ENV: "" } };
  const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error", "--include=dev", "--include=optional"];
  const npm = process.env.npm_execpath;
  const done = npm?.endsWith(".js")
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
  if (done.status !== 0) fail("npm ci failed: see above.");
  return true;
}

/** Compares the lockfile with the one that npm keeps of what it installed. */
function isInstalled() {
  const wanted = packagesOf("package-lock.json");
  const present = packagesOf("node_modules/.package-lock.json");
  if (!wanted || !present || (!localNode() && hasLocalNode(wanted))) return false;
  return Object.entries(wanted).every(([name, { version, optional }]) => {
    if (name === "") return true;
    return present[name] ? present[name].version === version : optional === true;
  });
}

function packagesOf(file) {
  const full = path.join(ROOT, file);
  return existsSync(full) ? JSON.parse(readFileSync(full, "utf8")).packages : undefined;
}

function nodePackages() {
  const platform = process.platform === "win32" ? "win" : process.platform;
  return [`node_modules/node-${platform}-${process.arch}`, `node_modules/node-bin-${platform}-${process.arch}`];
}

function hasLocalNode(wanted) {
  return nodePackages().some((name) => name in wanted);
}

function localNode() {
  return nodePackages()
    .map((name) => path.join(ROOT, name, "bin", process.platform === "win32" ? "node.exe" : "node"))
    .find((file) => existsSync(file));
}

function putFirstOnPath(env) {
  const bin = path.join(ROOT, "node_modules", ".bin");
  const now = env.PATH ?? "";
  if (!now.startsWith(bin)) env.PATH = `${bin}${path.delimiter}${now}`;
  return env;
}
