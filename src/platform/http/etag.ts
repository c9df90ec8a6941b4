import { createHash } from "node:crypto";
import { headerOf, type Visit } from "./visit";

/** Whether `If-None-Match` names the tag, weakly compared as RFC 9110 has it for reads. */
export function namesTag(header: string | null, tag: string): boolean {
  if (header === null) return false;
  const tags = header.split(",").map((one) => one.trim().replace(/^W\//, ""));
  return tags.includes(tag) || header.trim() === "*";
}

/**
 * Answers a read with text under a tag of its content, or with 304 when whoever asks has it already. Nobody but them
 * keeps it, and they ask again before they use it.
 */
export function sendTagged({ req, res }: Visit, type: string, body: string): void {
  const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  res.setHeader("etag", tag);
  res.setHeader("cache-control", "private, no-cache");
  res.setHeader("vary", "authorization, cookie, accept-language");
  if (namesTag(headerOf(req, "if-none-match"), tag)) {
    res.statusCode = 304;
    res.end();
    return;
  }
  res.statusCode = 200;
  res.setHeader("content-type", type);
  res.setHeader("content-length", Buffer.byteLength(body));
  res.end(body);
}
