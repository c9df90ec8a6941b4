import { unwatchFile, watchFile } from "node:fs";
import path from "node:path";
import { aside } from "@/cli/output";
import type { Part } from "@/cli/start/children";

const LOOK_EVERY_MS = 300;
const SCRIPTS: Readonly<Record<Part, string>> = { web: "server.js", worker: "worker.js" };

/** Development mode: starts a part anew when its bundle was written again. Gives the way to stop watching. */
export function watchBundles(dist: string, parts: readonly Part[], restart: (part: Part) => Promise<void>): () => void {
  const files = parts.map((part) => ({ part, file: path.join(dist, SCRIPTS[part]) }));
  for (const { part, file } of files) {
    watchFile(file, { interval: LOOK_EVERY_MS }, (now, before) => {
      if (now.mtimeMs === before.mtimeMs || now.size === 0) return;
      aside(`${part} has changed and is started anew.`);
      restart(part).catch((error: Error) => aside(`${part} cannot be started anew: ${error.message}`));
    });
  }
  return () => {
    for (const { file } of files) unwatchFile(file);
  };
}
