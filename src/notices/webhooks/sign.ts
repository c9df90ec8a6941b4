import { randomBytes } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { seal, unseal } from "@/platform/seal";

const SEAL = "webhook-secret";
const SECRET_BYTES = 32;

/** A new secret, sealed. */
export function newSecret(): string {
  return seal(`whsec_${randomBytes(SECRET_BYTES).toString("base64")}`, SEAL);
}

/** A sealed secret as its endpoint knows it; null when SESSION_SECRET is another one by now. */
export function secretOf(sealed: string): string | null {
  return unseal(sealed, SEAL);
}

export type Signed = Readonly<Record<"webhook-id" | "webhook-timestamp" | "webhook-signature", string>>;

/**
 * The headers by which an endpoint knows that we sent it (Standard Webhooks, version 1): one signature for each secret
 * that still holds, so that it can be changed without a gap.
 */
export function signedBy(secrets: readonly string[], id: string, at: Date, body: string): Signed {
  return {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(" "),
  };
}
