import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isIPv4, isIPv6 } from "node:net";
import { headerOf, TurnedAway, type Visit } from "./visit";

export type IntakeSettings = {
  /** Our address, `https://levain.example.com`. */
  readonly appUrl: string;
  /** How many proxies stand before us; 0 means that what clients claim of themselves counts for nothing. */
  readonly trustedHops: number;
  readonly dev: boolean;
};

/** Longer targets are answered 414; an identity provider's answer is the longest that is right. */
const TARGET_MAX = 8192;

/** Headers by which frameworks and proxies talk among themselves; from a client they are an attempt. */
const INTERNAL = [
  /^x-middleware-/,
  /^x-nextjs-/,
  /^x-next-/,
  /^x-invoke-/,
  /^x-matched-path$/,
  /^x-now-/,
  /^x-vercel-/,
];
const INTERNAL_TOO = [/^x-prerender-/, /^x-levain-/, /^next-action$/, /^next-resume$/, /^content-security-policy/];
const FROM_PROXY = [/^x-forwarded-/, /^forwarded$/, /^x-real-ip$/, /^x-original-/, /^x-rewrite-url$/, /^x-request-id$/];
/** Development mode's own pages send these. */
const DEV_KEEPS = /^x-nextjs-/;

/**
 * Looks at a request before anybody else does: gives it an id and a nonce, finds who asks, and takes away what clients
 * may not say. A target that is not a path (400) or too long (414) comes as `refused`, with the front page's address in
 * its place, so that its answer has its headers and its line in the log too.
 */
export function takeIn(
  req: IncomingMessage,
  res: ServerResponse,
  settings: IntakeSettings,
): { visit: Visit; refused: TurnedAway | null } {
  const requestId = requestIdOf(req, settings.trustedHops);
  const client = clientOf(req, settings.trustedHops);
  stripHeaders(req, settings);
  const target = targetOf(req, settings.appUrl);
  const refused = target instanceof TurnedAway ? target : null;
  const url = target instanceof TurnedAway ? new URL(settings.appUrl) : target;
  return { visit: { req, res, url, requestId, client, nonce: randomBytes(18).toString("base64") }, refused };
}

/** The request's target as a URL on our own address. Absolute-form and authority-form are for proxies, not for us. */
function targetOf(req: IncomingMessage, appUrl: string): URL | TurnedAway {
  const target = req.url ?? "";
  if (target.length > TARGET_MAX) return new TurnedAway(414, "tooLarge");
  if (!/^\/(?![/\\])[\u0021-\u007e]*$/.test(target) || /[\\#]/.test(target)) return new TurnedAway(400, "invalid");
  const path = target.split("?", 1)[0] ?? "";
  if (path.includes("//") || !isDecodable(path)) return new TurnedAway(400, "invalid");
  return new URL(target, appUrl);
}

function isDecodable(path: string): boolean {
  try {
    const decoded = decodeURIComponent(path);
    return !decoded.includes("\0") && !decoded.includes("\\");
  } catch {
    return false;
  }
}

/** The proxy's request id when a proxy is trusted and its id looks like one; else a new UUID. */
function requestIdOf(req: IncomingMessage, trustedHops: number): string {
  const given = trustedHops > 0 ? headerOf(req, "x-request-id") : null;
  return given !== null && /^[A-Za-z0-9-]{8,64}$/.test(given) ? given : randomUUID();
}

/** Who asks: the peer, or the address that the last trusted proxy wrote down (X-Forwarded-For, counted from the right). */
export function clientOf(req: IncomingMessage, trustedHops: number): string {
  const peer = req.socket.remoteAddress ?? "";
  if (trustedHops === 0) return network(peer);
  const claimed = (headerOf(req, "x-forwarded-for") ?? "").split(",").map((one) => one.trim());
  return network(claimed.at(-trustedHops) || peer);
}

/** An address as limits count it: one household or office has a whole /64 of IPv6. */
export function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (isIPv4(plain)) return plain;
  if (!isIPv6(plain)) return "unknown";
  const [head = "", tail] = plain.split("::");
  const front = head === "" ? [] : head.split(":");
  const back = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array<string>(zeros).fill("0"), ...back];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

function stripHeaders(req: IncomingMessage, { appUrl, trustedHops, dev }: IntakeSettings): void {
  const taken = [...INTERNAL, ...INTERNAL_TOO, ...(trustedHops > 0 ? [] : FROM_PROXY)];
  for (const name of Object.keys(req.headers)) {
    if (dev && DEV_KEEPS.test(name)) continue;
    if (taken.some((pattern) => pattern.test(name))) delete req.headers[name];
  }
  // Whatever builds an address from a request builds it from these: ours, not the client's.
  const app = new URL(appUrl);
  req.headers.host = app.host;
  req.headers["x-forwarded-host"] = app.host;
  req.headers["x-forwarded-proto"] = app.protocol.slice(0, -1);
}
