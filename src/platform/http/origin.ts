import type { IncomingMessage } from "node:http";
import { headerOf } from "./visit";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Whether a request that changes something came from one of our own pages: Origin and Sec-Fetch-Site (Fetch Metadata),
 * which no page can forge. Neither of them means no.
 */
export function isFromOurPages(req: IncomingMessage, appUrl: string): boolean {
  const origin = headerOf(req, "origin");
  const site = headerOf(req, "sec-fetch-site");
  if (origin !== null && origin !== new URL(appUrl).origin) return false;
  return site === null ? origin !== null : site === "same-origin";
}

export type HostVerdict = "ours" | "another-name" | "unknown";

/**
 * Whether the Host header names us, so that a foreign name pointed at this machine (DNS rebinding) reaches nothing.
 * `another-name` is this machine under another of its loopback names: such a visitor is sent to `appUrl`.
 */
export function judgeHost(host: string | null, appUrl: string): HostVerdict {
  const app = new URL(appUrl);
  if (host === null || !URL.canParse(`${app.protocol}//${host}`)) return "unknown";
  const named = new URL(`${app.protocol}//${host}`);
  if (named.host === app.host) return "ours";
  const isThisMachine = LOOPBACK.has(named.hostname) && LOOPBACK.has(app.hostname) && named.port === app.port;
  return isThisMachine ? "another-name" : "unknown";
}
