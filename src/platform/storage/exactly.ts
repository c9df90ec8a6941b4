import type { Readable } from "node:stream";

/** The bytes of a stream, which fails unless there are exactly `size` of them. */
export async function* exactly(content: Readable, size: number): AsyncGenerator<Buffer> {
  let seen = 0;
  for await (const chunk of content as AsyncIterable<Buffer>) {
    seen += chunk.length;
    if (seen > size) break;
    yield chunk;
  }
  if (seen !== size) throw new Error(`${size} bytes were announced, and others came`);
}
