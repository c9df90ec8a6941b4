import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { createServer } from "node:net";
import { Failure } from "@/cli/output";

/** Refuses when somebody else listens on the port, and says who, as far as the system tells. */
export async function assertPortFree(host: string, port: number, variable: string): Promise<void> {
  const code = await tryToListen(host, port);
  if (code === undefined) return;
  if (code === "EACCES") throw new Failure(`Port ${port} is only for root. Choose one above 1023: ${variable}=3000.`);
  if (code === "EADDRNOTAVAIL") throw new Failure(`This machine has no address ${host}: correct HOST.`);
  if (code !== "EADDRINUSE") throw new Failure(`Port ${port} on ${host} cannot be opened (${code}).`);
  const holder = whoListens(port);
  const who = holder ? `process ${holder.pid} (${holder.command})` : "another process";
  throw new Failure(
    `Port ${port} is taken by ${who}. Stop it, or choose another port: ${variable}=${port + 100} npm start`,
  );
}

function tryToListen(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error) => resolve("code" in error ? String(error.code) : error.message));
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
}

/** Who listens on a TCP port (Linux: proc(5), /proc/net/tcp and the sockets among each process's open files). */
export function whoListens(port: number): { pid: number; command: string } | undefined {
  if (process.platform !== "linux") return undefined;
  const sockets = new Set(["/proc/net/tcp", "/proc/net/tcp6"].flatMap((table) => listeningInodes(table, port)));
  if (sockets.size === 0) return undefined;
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    if (openFiles(pid).some((file) => sockets.has(file))) return { pid: Number(pid), command: commandOf(pid) };
  }
  return undefined;
}

const LISTENING = "0A";
const COMMAND_CHARACTERS_MAX = 80;

function listeningInodes(table: string, port: number): string[] {
  const hex = port.toString(16).toUpperCase().padStart(4, "0");
  return linesOf(table)
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local = "", , state]) => local.endsWith(`:${hex}`) && state === LISTENING)
    .map((columns) => `socket:[${columns[9]}]`);
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split("\n").slice(1);
  } catch {
    return [];
  }
}

/** What the process has open; nothing when it belongs to somebody else, or has just ended. */
function openFiles(pid: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => linkOf(`/proc/${pid}/fd/${fd}`));
  } catch {
    return [];
  }
}

function linkOf(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return "";
  }
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim().slice(0, COMMAND_CHARACTERS_MAX);
  } catch {
    return "unknown";
  }
}
