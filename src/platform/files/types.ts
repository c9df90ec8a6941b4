import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import { fileTypeFromFile } from "file-type";

/** What a file is to people: how it is shown, and whether a browser may open it in place. */
export type FileKind = "picture" | "audio" | "video" | "document" | "text" | "archive" | "markup";

export type KnownType = {
  readonly kind: FileKind;
  readonly type: string;
  /** The ending that its name gets when it has none. */
  readonly extension: string;
};

const OFFICE = "application/vnd.openxmlformats-officedocument";
const OPEN = "application/vnd.oasis.opendocument";

/** What may be uploaded, by what the content says of itself. */
const BY_CONTENT: Readonly<Record<string, FileKind>> = {
  "image/jpeg": "picture",
  "image/png": "picture",
  "image/apng": "picture",
  "image/webp": "picture",
  "image/gif": "picture",
  "image/avif": "picture",
  "application/pdf": "document",
  "application/rtf": "document",
  "text/rtf": "document",
  "application/x-cfb": "document",
  [`${OFFICE}.wordprocessingml.document`]: "document",
  [`${OFFICE}.spreadsheetml.sheet`]: "document",
  [`${OFFICE}.presentationml.presentation`]: "document",
  [`${OPEN}.text`]: "document",
  [`${OPEN}.spreadsheet`]: "document",
  [`${OPEN}.presentation`]: "document",
  "application/zip": "archive",
  "audio/mpeg": "audio",
  "audio/mp4": "audio",
  "audio/x-m4a": "audio",
  "audio/aac": "audio",
  "audio/wav": "audio",
  "audio/flac": "audio",
  "audio/x-flac": "audio",
  "audio/ogg": "audio",
  "audio/ogg; codecs=opus": "audio",
  "video/mp4": "video",
  "video/webm": "video",
  "video/quicktime": "video",
  "application/xml": "markup",
  "image/svg+xml": "markup",
};

/** The old office formats share one container; only the name says which of them it is. */
const CONTAINERS: Readonly<Record<string, string>> = {
  ".doc": "application/msword",
  ".xls": "application/vnd.ms-excel",
  ".ppt": "application/vnd.ms-powerpoint",
  ".msg": "application/vnd.ms-outlook",
};

/** Text says nothing of itself; its name chooses among what all of it is shown as. */
const TEXTS: Readonly<Record<string, string>> = { ".csv": "text/csv", ".md": "text/markdown", ".ics": "text/calendar" };

const BEGINNING = 1024;

/**
 * What a file is, by its content; a name only chooses among what the content may be.
 * @returns null for what may not be uploaded: programs, disk images, what nobody can tell
 */
export async function typeOf(file: string, name: string): Promise<KnownType | null> {
  const ending = path.extname(name).toLowerCase();
  const found = await fileTypeFromFile(file).catch(() => undefined);
  if (found === undefined) return textOf(file, ending);
  const kind = BY_CONTENT[found.mime];
  if (kind === undefined) return null;
  if (kind === "markup")
    return markupOf(await beginningOf(file)) ?? { kind, type: "application/xml", extension: "xml" };
  if (found.mime !== "application/x-cfb") return { kind, type: found.mime, extension: found.ext };
  const type = CONTAINERS[ending];
  return type === undefined ? null : { kind, type, extension: ending.slice(1) };
}

async function textOf(file: string, ending: string): Promise<KnownType | null> {
  if (!(await isText(file))) return null;
  const markup = markupOf(await beginningOf(file));
  if (markup !== null) return markup;
  const type = TEXTS[ending] ?? "text/plain";
  return { kind: "text", type, extension: type === "text/plain" ? "txt" : ending.slice(1) };
}

async function beginningOf(file: string): Promise<string> {
  const handle = await open(file, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0);
    return buffer.subarray(0, bytesRead).toString("latin1").toLowerCase();
  } finally {
    await handle.close();
  }
}

/** Markup can carry a script, so that a browser must never open it in place. */
function markupOf(beginning: string): KnownType | null {
  if (/<svg[\s>]/.test(beginning)) return { kind: "markup", type: "image/svg+xml", extension: "svg" };
  if (/<(!doctype html|html|head|body|script|iframe|style)[\s>]/.test(beginning))
    return { kind: "markup", type: "text/html", extension: "html" };
  return /^\s*<\?xml/.test(beginning) ? { kind: "markup", type: "application/xml", extension: "xml" } : null;
}

/** Text has no control characters but those that set it, in UTF-8 and in the old encodings of one byte alike. */
async function isText(file: string): Promise<boolean> {
  let first = true;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    if (first && hasWideMark(chunk)) return true;
    first = false;
    if (chunk.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d))
      return false;
  }
  return !first;
}

/** UTF-16 begins with its byte order mark, or is not told from bytes. */
function hasWideMark(chunk: Buffer): boolean {
  return chunk.length > 2 && ((chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff));
}
