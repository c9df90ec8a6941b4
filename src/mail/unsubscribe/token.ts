import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { type PersonId, personId } from "@/members/shape";
import { paths } from "@/paths";
import { sessionSecret } from "@/platform/env";

const SCOPES = ["thread", "space", "all", "door"] as const;

/** What a link in a mail ends: the mails of one thread, of one space, all of them, or the letters to those who wait. */
export type Ending = {
  readonly person: PersonId;
  readonly scope: (typeof SCOPES)[number];
  /** The conversation or the space. */
  readonly key: string;
};

const shape = z.tuple([personId, z.enum(SCOPES), z.union([z.uuid(), z.literal("")])]);

function mac(payload: string): Buffer {
  return createHmac("sha256", sessionSecret()).update(`unsubscribe ${payload}`).digest();
}

/** Signs an ending, so that whoever got the mail ends it without signing in, and nobody ends another's. */
export function unsubscribeToken({ person, scope, key }: Ending): string {
  const payload = Buffer.from([person, scope, key].join(" ")).toString("base64url");
  return `${payload}.${mac(payload).toString("base64url")}`;
}

/** What a token ends, or null for one that was not signed here. */
export function endingOf(token: string): Ending | null {
  const [payload = "", signature = ""] = token.split(".");
  const given = Buffer.from(signature, "base64url");
  const expected = mac(payload);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const parsed = shape.safeParse(Buffer.from(payload, "base64url").toString("utf8").split(" "));
  if (!parsed.success) return null;
  const [person, scope, key] = parsed.data;
  return { person, scope, key };
}

/** The page that asks whether mails are to end; looking at it ends nothing. */
export function unsubscribeLink(ending: Ending): string {
  return paths.unsubscribe(unsubscribeToken(ending));
}
