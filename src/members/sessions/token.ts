import { createHash, randomBytes } from "node:crypto";
import { env } from "@/platform/env";

const TOKEN_BYTES = 32;

/** A new session token: 256 random bits, only ever in its cookie. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

/** What is kept of a token. A fast hash is right for 256 random bits: there is nothing to guess. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** The cookie of the session. With https the prefix binds it to this host, this path and encryption (RFC 6265bis). */
export function sessionCookie(): string {
  return isHttps() ? "__Host-levain.session" : "levain.session";
}

/** True when people reach us by https, so that cookies may insist on it. */
export function isHttps(): boolean {
  return env().APP_URL.startsWith("https:");
}
