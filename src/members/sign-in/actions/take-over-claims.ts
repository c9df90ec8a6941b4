import { and, eq, sql } from "drizzle-orm";
import { now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { account, person, personAddress } from "../../schema";
import type { PersonId } from "../../shape";
import type { Claims } from "../claims";

/**
 * Writes what the provider says onto the person: department, site and groups are the directory's and follow it; title
 * and language are the person's own and are filled only where they are empty.
 */
export async function takeOverClaims(tx: Tx, id: PersonId, claims: Claims): Promise<void> {
  await tx
    .update(person)
    .set({
      ...(claims.department === null ? {} : { department: claims.department }),
      ...(claims.site === null ? {} : { site: claims.site }),
      groups: [...claims.groups],
      title: sql`case when ${person.title} = '' then ${claims.title ?? ""} else ${person.title} end`,
      locale: sql`coalesce(${person.locale}, ${claims.locale})`,
      claimedAt: sql`coalesce(${person.claimedAt}, ${now().toISOString()}::timestamptz)`,
    })
    .where(eq(person.id, id));
}

/**
 * Keeps the verified address with its person. An address that is somebody else's stays theirs: an address never moves
 * by a sign-in of another.
 */
export async function keepAddress(tx: Tx, id: PersonId, address: string): Promise<void> {
  await tx
    .insert(personAddress)
    .values({ address, personId: id, rank: "other", verifiedAt: now(), createdAt: now() })
    .onConflictDoNothing();
  await tx
    .update(personAddress)
    .set({ verifiedAt: sql`coalesce(${personAddress.verifiedAt}, ${now().toISOString()}::timestamptz)` })
    .where(and(eq(personAddress.address, address), eq(personAddress.personId, id)));
}

/** Notes the sign-in on the account, with the ID token that a later sign-out shows to the provider. */
export async function noteSignIn(tx: Tx, claims: Claims, idToken: string | null): Promise<void> {
  await tx
    .update(account)
    .set({ signedInAt: now(), idToken })
    .where(and(eq(account.issuer, claims.issuer), eq(account.subject, claims.subject)));
}
