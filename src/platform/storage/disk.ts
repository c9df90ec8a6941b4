import { createReadStream, createWriteStream } from "node:fs";
import { access, mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { v7 } from "uuid";
import { exactly } from "./exactly";
import type { Range, Storage } from "./shape";

const OWNER_ONLY = { folder: 0o700, file: 0o600 };

/** Keeps files in a folder that only its owner can enter. */
export function diskStorage(folder: string): Storage {
  const at = (key: string) => path.join(folder, plain(key));
  return {
    place: folder,
    put: (key, content, size) => write(folder, at(key), content, size),
    get: (key, range) => read(at(key), range),
    has: (key) => isThere(at(key)),
    remove: (key) => rm(at(key), { force: true }),
  };
}

/** A key can name nothing outside of the folder, whoever made it. */
function plain(key: string): string {
  if (!/^[\w-]+(\/[\w.-]*[\w-])*$/.test(key)) throw new Error(`not a key of the storage: ${key}`);
  return key;
}

/** Written beside its place, made durable, and only then given its name: a crash leaves no half of a file. */
async function write(folder: string, target: string, content: Readable, size: number): Promise<void> {
  const parts = path.join(folder, "parts");
  const draft = path.join(parts, v7());
  await mkdir(parts, { recursive: true, mode: OWNER_ONLY.folder });
  await mkdir(path.dirname(target), { recursive: true, mode: OWNER_ONLY.folder });
  try {
    await pipeline(exactly(content, size), createWriteStream(draft, { mode: OWNER_ONLY.file, flush: true }));
    await rename(draft, target);
    await flushFolder(path.dirname(target));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** A new name is durable once its folder is. Windows has no such thing, and says so. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function read(file: string, range: Range | undefined): Promise<Readable | null> {
  const handle = await open(file, "r").catch(missing);
  return handle === null ? null : createReadStream("", { fd: handle, ...range });
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    (error: unknown) => missing(error) !== null,
  );
}

function missing(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
  throw error;
}
