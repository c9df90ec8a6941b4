import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import type { Reader, Tx } from "@/platform/database/client";
import { env } from "@/platform/env";
import type { ConversationId } from "@/posts/shape";
import { replyAddress } from "./schema";

const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
const TOKEN_LETTERS = 32;

/** 160 random bits in letters that survive any mail program, which may write them all large or small. */
function newToken(): string {
  return Array.from(randomBytes(TOKEN_LETTERS), (byte) => ALPHABET[byte & 31]).join("");
}

/**
 * The address at which a person answers a conversation by mail, the same one each time.
 * @returns null where no mail is taken in (`MAIL_DOMAIN` is unset)
 */
export async function replyAddressFor(
  tx: Tx,
  personId: PersonId,
  conversationId: ConversationId,
): Promise<string | null> {
  const domain = env().MAIL_DOMAIN;
  if (domain === undefined) return null;
  await tx
    .insert(replyAddress)
    .values({ token: newToken(), personId, conversationId, createdAt: now() })
    .onConflictDoNothing();
  const [row] = await tx
    .select({ token: replyAddress.token })
    .from(replyAddress)
    .where(and(eq(replyAddress.personId, personId), eq(replyAddress.conversationId, conversationId)));
  return row === undefined ? null : `reply+${row.token}@${domain}`;
}

/** Who answers what at an address; null for a token that nobody was given. */
export async function behindToken(
  db: Reader,
  token: string,
): Promise<{ personId: PersonId; conversationId: ConversationId } | null> {
  const [row] = await db
    .select({ personId: replyAddress.personId, conversationId: replyAddress.conversationId })
    .from(replyAddress)
    .where(eq(replyAddress.token, token));
  return row ?? null;
}
