import type { IncomingMessage, ServerResponse } from "node:http";

/** One request on its way through the server, with what was found out about it at the door. */
export type Visit = {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  /** The target, on the address that people know us by; never what the Host header says. */
  readonly url: URL;
  readonly requestId: string;
  /** Who is counted for rate limits: an IPv4 address, or the /64 network of an IPv6 one. */
  readonly client: string;
  /** The nonce of this response's Content-Security-Policy. */
  readonly nonce: string;
};

/** A request that is turned away before anybody reads it: an HTTP status, and a sentence below `refusals.`. */
export class TurnedAway extends Error {
  override readonly name = "TurnedAway";
  constructor(
    readonly status: number,
    readonly key: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(`${status} ${key}`);
  }
}

/** A header of the request as one string, or null. */
export function headerOf(req: IncomingMessage, name: string): string | null {
  const value = req.headers[name];
  if (value === undefined) return null;
  return Array.isArray(value) ? value.join(", ") : value;
}
