import { randomBytes } from "node:crypto";
import { z } from "zod";
import { now } from "@/platform/clock";

/** A UUID that belongs to one kind of thing, so that a post's id cannot be passed where a person's is meant. */
export type Id<Kind extends string> = string & z.$brand<Kind>;

/** The schema of an identifier of one kind. */
export function idOf<Kind extends string>() {
  return z.uuid().brand<Kind>();
}

/**
 * A new UUID version 7 (RFC 9562, section 5.7): 48 bits of Unix milliseconds, then 74 random bits,
 * so that new rows land at the end of an index. Made here and not in SQL, so that PostgreSQL before 18 serves too.
 */
export function newId<Kind extends string>(): Id<Kind> {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now().getTime(), 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString("hex");
  const text = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  return text as Id<Kind>;
}
