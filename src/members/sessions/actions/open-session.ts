import { and, eq, isNull, sql } from "drizzle-orm";
import { now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { DAY, HOUR } from "@/platform/durations";
import { newId } from "@/platform/ids";
import { personRole, session } from "../../schema";
import type { PersonId, SessionId } from "../../shape";
import { hashOfToken } from "../token";

/** How long a sign-in lasts, whatever happens in between: a day's work for admins, a week for everybody else. */
export const SESSION_MS = { admin: 12 * HOUR, member: 7 * DAY } as const;

const USER_AGENT_MAX = 300;

/**
 * Opens a session for a device. One that the device had before ends, so that no old token lives on after a sign-in.
 * @param opening.token the new token; only its hash is kept
 * @param opening.before the token that the device came with, if any
 */
export async function openSession(
  tx: Tx,
  opening: { personId: PersonId; token: string; before: string | null; userAgent: string },
): Promise<{ id: SessionId; expiresAt: Date }> {
  if (opening.before !== null) await tx.delete(session).where(eq(session.tokenHash, hashOfToken(opening.before)));
  const life = (await isAdmin(tx, opening.personId)) ? SESSION_MS.admin : SESSION_MS.member;
  const moment = now();
  const expiresAt = new Date(moment.getTime() + life);
  const id = newId<"session">();
  await tx.insert(session).values({
    id,
    tokenHash: hashOfToken(opening.token),
    personId: opening.personId,
    userAgent: opening.userAgent.slice(0, USER_AGENT_MAX),
    createdAt: moment,
    lastSeenAt: moment,
    expiresAt,
  });
  return { id, expiresAt };
}

async function isAdmin(tx: Tx, id: PersonId): Promise<boolean> {
  const [row] = await tx
    .select({ yes: sql<number>`1` })
    .from(personRole)
    .where(and(eq(personRole.personId, id), eq(personRole.role, "admin"), isNull(personRole.until)))
    .limit(1);
  return row !== undefined;
}
