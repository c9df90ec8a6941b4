import { createWriteStream } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import path from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy, type BusboyFileStream, type BusboyHeaders, type BusboyInstance } from "@fastify/busboy";
import { v7 } from "uuid";
import { now } from "@/platform/clock";
import { HOUR } from "@/platform/durations";
import { env } from "@/platform/env";
import type { FormEntries } from "@/platform/http/form-fields";
import { TurnedAway } from "@/platform/http/visit";
import { once } from "@/platform/once";

/** A file as it came in, on its way: it lies in a folder of its own until it was looked at. */
export type Upload = {
  readonly field: string;
  readonly name: string;
  readonly path: string;
  readonly size: number;
  /** True when there was more than one file may have; the rest was not kept. */
  readonly cut: boolean;
};

export type Incoming = { readonly entries: FormEntries; readonly uploads: readonly Upload[] };

export type IncomingLimits = {
  /** How many files; one more is turned away. */
  readonly files: number;
  /** Bytes that one file may have. */
  readonly fileMax: number;
  /** False reads past the files and keeps the words. */
  readonly kept: boolean;
};

const FIELDS_MAX = 500;
const FIELD_MAX = 256 * 1024;
/** What the words of a form may have beside its files, in bytes. */
const WORDS_MAX = 1024 * 1024;

/** Whether a request is a form that may carry files. */
export function isMultipart(req: IncomingMessage): boolean {
  return /^multipart\/form-data\s*;/i.test(req.headers["content-type"] ?? "");
}

/**
 * Reads a form with files, never more of it than a chunk in memory, and gives it to `work`; afterwards nothing of it is
 * left on the disk.
 * @throws TurnedAway 413 for more than the limits allow together, 400 for what cannot be read and for too many files
 */
export async function withIncoming<T>(
  req: IncomingMessage,
  limits: IncomingLimits,
  work: (incoming: Incoming) => Promise<T>,
): Promise<T> {
  const paths: string[] = [];
  try {
    return await work(await receive(req, limits, await incomingFolder(), paths));
  } finally {
    await Promise.all(paths.map((one) => rm(one, { force: true })));
  }
}

async function receive(
  req: IncomingMessage,
  limits: IncomingLimits,
  folder: string,
  paths: string[],
): Promise<Incoming> {
  const bytesMax = limits.files * limits.fileMax + WORDS_MAX;
  if (Number(req.headers["content-length"] ?? 0) > bytesMax) throw tooLarge();
  const entries: [string, string][] = [];
  const writing: Promise<Upload | null>[] = [];
  const parser = parserOf(req, limits);
  const refuse = (status: number, key: string) => parser.destroy(new TurnedAway(status, key, { connection: "close" }));
  parser.on("field", (name, value, nameCut, valueCut) => {
    if (nameCut || valueCut) refuse(413, "tooLarge");
    else entries.push([name, value]);
  });
  parser.on("file", (field, stream, name) => {
    // A file input that was left empty comes as a nameless file.
    if (!limits.kept || name === undefined || name === "") return void stream.resume();
    const target = path.join(folder, v7());
    paths.push(target);
    const written = write(stream, target).then((size) => ({ field, name, path: target, size, cut: stream.truncated }));
    written.catch((error: Error) => parser.destroy(error));
    writing.push(written);
  });
  parser.on("filesLimit", () => refuse(400, "tooLarge"));
  parser.on("fieldsLimit", () => refuse(400, "tooLarge"));
  parser.on("partsLimit", () => refuse(400, "tooLarge"));
  try {
    await pipeline(req, atMost(bytesMax), parser);
    const uploads = await Promise.all(writing);
    return { entries, uploads: uploads.filter((one) => one !== null) };
  } catch (error) {
    await Promise.allSettled(writing);
    throw error instanceof TurnedAway ? error : unreadable(error);
  }
}

function parserOf(req: IncomingMessage, { files, fileMax }: IncomingLimits): BusboyInstance {
  const limits = {
    fieldNameSize: 100,
    fieldSize: FIELD_MAX,
    fields: FIELDS_MAX,
    fileSize: fileMax,
    files,
    headerPairs: 20,
  };
  try {
    return new Busboy({ headers: req.headers as BusboyHeaders, limits: { ...limits, parts: FIELDS_MAX + files } });
  } catch (error) {
    throw unreadable(error);
  }
}

/** Disk and network fail by fault; a body that is no form is its sender's. */
function unreadable(error: unknown): unknown {
  const isSystems = error instanceof Error && "code" in error && error.code !== "ERR_STREAM_PREMATURE_CLOSE";
  return isSystems ? error : new TurnedAway(400, "invalid", { connection: "close" });
}

async function write(stream: BusboyFileStream, target: string): Promise<number> {
  const sink = createWriteStream(target, { mode: 0o600 });
  await pipeline(stream as Readable, sink);
  return sink.bytesWritten;
}

function atMost(max: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      done(seen > max ? tooLarge() : null, chunk);
    },
  });
}

function tooLarge(): TurnedAway {
  return new TurnedAway(413, "tooLarge", { connection: "close" });
}

/** The folder, made and cleared of what an earlier process left when it was killed, once a process. */
function incomingFolder(): Promise<string> {
  return once("files.incoming", async () => {
    const folder = path.join(env().LEVAIN_DATA_DIR, "incoming");
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const name of await readdir(folder)) {
      const { mtimeMs } = await stat(path.join(folder, name));
      if (mtimeMs < now().getTime() - HOUR) await rm(path.join(folder, name), { force: true });
    }
    return folder;
  });
}
