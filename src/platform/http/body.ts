import type { IncomingMessage } from "node:http";
import { TurnedAway } from "./visit";

/** What any door reads at most, in bytes. */
export const BODY_MAX = 1024 * 1024;

/**
 * Reads the whole body.
 * @param max bytes; one more is turned away with 413, before it was kept
 */
export async function readBody(req: IncomingMessage, max: number = BODY_MAX): Promise<Buffer> {
  refuseLongBody(req, max);
  const chunks: Buffer[] = [];
  let size = 0;
  // Stopping early must not destroy the request: its connection still carries the answer.
  for await (const chunk of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > max) {
      req.resume();
      throw new TurnedAway(413, "tooLarge", { connection: "close" });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Turns away a body that announces itself as too long, or that is compressed: none of our pages sends one. */
export function refuseLongBody(req: IncomingMessage, max: number = BODY_MAX): void {
  if (Number(req.headers["content-length"] ?? 0) > max) throw new TurnedAway(413, "tooLarge", { connection: "close" });
  const encoding = req.headers["content-encoding"] ?? "identity";
  if (encoding !== "identity") throw new TurnedAway(415, "tooLarge", { connection: "close" });
}
