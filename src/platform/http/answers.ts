import type { ServerResponse } from "node:http";

/** Personal answers are kept by nobody: no shared cache, no back-button cache of a signed-out device. */
export const PERSONAL = "private, no-store";

/** Answers with JSON that nobody keeps. */
export function sendJson(res: ServerResponse, status: number, document: unknown): void {
  const body = JSON.stringify(document);
  res.statusCode = status;
  res.setHeader("content-type", "application/json; charset=utf-8");
  res.setHeader("content-length", Buffer.byteLength(body));
  res.setHeader("cache-control", PERSONAL);
  res.end(body);
}

/** Answers with text, as the given media type. */
export function sendText(res: ServerResponse, status: number, type: string, body: string): void {
  res.statusCode = status;
  res.setHeader("content-type", type);
  res.setHeader("content-length", Buffer.byteLength(body));
  res.setHeader("cache-control", PERSONAL);
  res.end(body);
}

/** Sends the browser on to `target` with a GET (303 See Other). `target` is trusted: a path from `localPath`, or configured. */
export function sendOn(res: ServerResponse, target: string, status: 303 | 307 = 303): void {
  res.statusCode = status;
  res.setHeader("location", target);
  res.setHeader("cache-control", PERSONAL);
  res.setHeader("content-length", 0);
  res.end();
}

/** Adds a Set-Cookie line to those that are there. */
export function addCookie(res: ServerResponse, line: string): void {
  const before = res.getHeader("set-cookie");
  res.setHeader("set-cookie", [...(Array.isArray(before) ? before : []), line]);
}
