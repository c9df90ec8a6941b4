import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";

/** An archive that is being read: its size on disk, how much of that was read so far, and its plain bytes. */
export type Archive = {
  readonly size: number;
  readonly bytesRead: () => number;
  readonly chunks: AsyncIterable<Buffer>;
};

const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);

/**
 * Opens a mail archive, plain or gzipped; which of the two is told by the first bytes, not by the name.
 * Errors of the file system and of a damaged gzip stream are thrown while reading.
 */
export async function openArchive(path: string): Promise<Archive> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    const file = createReadStream(path, { highWaterMark: 256 * 1024 });
    const bytesRead = () => file.bytesRead;
    if (!buffer.equals(GZIP_MAGIC)) return { size, bytesRead, chunks: file };
    // Whoever iterates meets the error; the callback only keeps it from being thrown a second time.
    return { size, bytesRead, chunks: pipeline(file, createGunzip(), () => {}) };
  } finally {
    await handle.close();
  }
}
