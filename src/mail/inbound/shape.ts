import { z } from "zod";
import { slug } from "@/spaces/shape";

/** What became of a mail: still being acted on; taken as somebody's words; passed over; sent back with the reason. */
export const INCOMING_OUTCOMES = ["under-way", "taken", "ignored", "refused"] as const;
export type IncomingOutcome = (typeof INCOMING_OUTCOMES)[number];

/** A mail may be this large, with everything that hangs on it. */
export const INCOMING_BYTES_MAX = 15 * 1024 * 1024;

const TOKEN = /^reply\+([a-z2-7]{32})$/;

/** Where a mail is meant to go, as its address says. */
export type Mailbox =
  | { readonly kind: "reply"; readonly token: string }
  | { readonly kind: "space"; readonly slug: string };

/**
 * Reads the part before the @ of one of our addresses: `reply+<token>` answers a conversation, a space's own address
 * opens one.
 * @returns null for what is no address of ours
 */
export function mailboxOf(localPart: string): Mailbox | null {
  const bare = localPart.toLowerCase();
  const token = TOKEN.exec(bare)?.[1];
  if (token !== undefined) return { kind: "reply", token };
  const parsed = slug.safeParse(bare);
  return parsed.success ? { kind: "space", slug: parsed.data } : null;
}

/** An address cut in two; null when it is none. */
export function partsOf(address: string): { readonly localPart: string; readonly domain: string } | null {
  const parsed = z
    .string()
    .max(320)
    .regex(/^[^\s@]+@[^\s@]+$/)
    .safeParse(address);
  if (!parsed.success) return null;
  const at = parsed.data.lastIndexOf("@");
  return { localPart: parsed.data.slice(0, at), domain: parsed.data.slice(at + 1).toLowerCase() };
}
