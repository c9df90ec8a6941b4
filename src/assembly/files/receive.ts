import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { keepFile } from "@/members/files/actions/keep-file";
import { keyOf, smallKeyOf } from "@/members/files/keys";
import type { FileId, FileUse } from "@/members/files/shape";
import type { FileView } from "@/members/files/views";
import { admitted, demand } from "@/platform/access/decision";
import type { Viewer } from "@/platform/access/viewer";
import { transaction } from "@/platform/database/client";
import { DAY, SECOND } from "@/platform/durations";
import { env } from "@/platform/env";
import { Refusal } from "@/platform/errors";
import type { IncomingLimits, Upload } from "@/platform/files/incoming";
import { fileName } from "@/platform/files/name";
import { makePicture, Unpicturable } from "@/platform/files/picture";
import { type KnownType, typeOf } from "@/platform/files/types";
import { spend } from "@/platform/limits/limit";
import { storage } from "@/platform/storage/storage";

const MB = 1024 * 1024;
const UPLOADS = { name: "upload", points: 60, seconds: 600 };

/** How large a form with files may be. */
export function incomingLimits(files: number, kept = true): IncomingLimits {
  return { files, kept, fileMax: env().UPLOAD_FILE_MAX_MB * MB };
}

/**
 * Looks at what a person sent and keeps it, loose, for whatever takes it up.
 * @throws Refusal `invalid` for what may not be kept, with the reason; `too-many` when the day's budget is spent
 */
export async function receive(viewer: Viewer, use: FileUse, upload: Upload): Promise<FileView> {
  // Words hang in the house; a face can be shown at the door.
  if (use !== "photo") demand(admitted(viewer, null));
  await spend(UPLOADS, viewer.id);
  const known = await knownType(upload, use);
  const day = { name: "upload-day", points: env().UPLOAD_DAY_MAX_MB, seconds: DAY / SECOND };
  await spend(day, viewer.id, Math.max(1, Math.ceil(upload.size / MB)));
  return known.kind === "picture" ? keepPicture(viewer, use, upload) : keepAsItIs(viewer, use, upload, known);
}

async function knownType(upload: Upload, use: FileUse): Promise<KnownType> {
  const { UPLOAD_FILE_MAX_MB: fileMax, UPLOAD_PICTURE_MAX_MB: pictureMax } = env();
  const refuse = (key: string, more: Record<string, number> = {}) =>
    new Refusal("invalid", key, { name: shownName(upload.name), ...more }, { [upload.field]: [key] });
  if (upload.cut) throw refuse("fileTooLarge", { max: fileMax });
  if (upload.size === 0) throw refuse("fileEmpty");
  const known = await typeOf(upload.path, upload.name);
  if (use !== "attachment" && known?.kind !== "picture") throw refuse("fileNoPicture");
  if (known === null) throw refuse("fileType");
  if (known.kind === "picture" && upload.size > pictureMax * MB) throw refuse("fileTooLarge", { max: pictureMax });
  return known;
}

/** What the sender called it, as a sentence can hold it. */
function shownName(name: string): string {
  return fileName(name, "", true).replace(/\.$/, "");
}

async function keepPicture(viewer: Viewer, use: FileUse, upload: Upload): Promise<FileView> {
  const made = await makePicture(upload.path, use).catch((error: unknown) => {
    if (!(error instanceof Unpicturable)) throw error;
    const key = error.because === "pixels" ? "filePixels" : "fileDamaged";
    throw new Refusal("invalid", key, { name: shownName(upload.name) }, { [upload.field]: [key] });
  });
  const facts = {
    use,
    name: fileName(upload.name, made.extension, false),
    kind: "picture",
    type: made.type,
    size: made.content.length,
    width: made.width,
    height: made.height,
    hasSmall: made.small !== null,
  } as const;
  const id = await transaction((tx) => keepFile(tx, { ownerId: viewer.id, ...facts }));
  await storeBytes(keyOf(id), made.content);
  if (made.small !== null) await storeBytes(smallKeyOf(id), made.small);
  return { id, ...facts };
}

function storeBytes(key: string, content: Buffer): Promise<void> {
  return storage().put(key, Readable.from([content]), content.length);
}

async function keepAsItIs(viewer: Viewer, use: FileUse, upload: Upload, known: KnownType): Promise<FileView> {
  const { size } = await stat(upload.path);
  const name = fileName(upload.name, known.extension, true);
  const facts = { use, name, kind: known.kind, type: known.type, size, width: null, height: null, hasSmall: false };
  const id: FileId = await transaction((tx) => keepFile(tx, { ownerId: viewer.id, ...facts }));
  await storage().put(keyOf(id), createReadStream(upload.path), size);
  return { id, ...facts };
}
