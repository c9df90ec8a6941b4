import { z } from "zod";

const key = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/)
  .max(200);

/** What a browser gives to be reached by: the address of its push service, and its keys (RFC 8291). */
export const subscriptionShape = z.object({ endpoint: z.url().max(1000), p256dh: key, auth: key });

/** The push services of the browsers; a subscription to anything else would let people make Levain call strangers. */
const SERVICES = [
  "fcm.googleapis.com",
  "updates.push.services.mozilla.com",
  "push.services.mozilla.com",
  "notify.windows.com",
  "push.apple.com",
];

/**
 * Whether an address belongs to a push service that is known, over TLS.
 * @param more hosts that the operator trusts beside them, such as a push service of the company
 */
export function isPushService(endpoint: string, more: readonly string[]): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname, host, username, password } = new URL(endpoint);
  if (username !== "" || password !== "") return false;
  if (more.includes(host)) return protocol === "https:" || hostname === "127.0.0.1";
  return protocol === "https:" && SERVICES.some((one) => hostname === one || hostname.endsWith(`.${one}`));
}
