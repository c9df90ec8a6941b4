import { and, eq, sql } from "drizzle-orm";
import { now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { newId } from "@/platform/ids";
import { account, person, personAddress } from "../../schema";
import type { PersonId, PersonState } from "../../shape";
import type { Claims } from "../claims";
import type { SignInRefusal } from "../events";

/** The person behind a sign-in: one who came before, one who was known before, or one who is new. */
export type Entrant = {
  readonly id: PersonId;
  readonly state: PersonState;
  readonly how: "returns" | "claims" | "arrives";
};

/**
 * Finds the person whom the claims speak of, by issuer and subject alone; the first time by the verified address.
 * @returns the person with their account linked, or why not
 */
export async function linkAccount(tx: Tx, claims: Claims, verified: string): Promise<Entrant | SignInRefusal> {
  // Two first sign-ins with one address, or of one subject, follow one another.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`sign-in:${verified}`}, 0))`);
  const known = await byAccount(tx, claims);
  if (known !== null) return known;
  const owner = await byAddress(tx, verified);
  if (owner === null) return arrive(tx, claims, verified);
  if (owner.state !== "active") return "suspended";
  if (await hasOtherSubject(tx, claims, owner.id)) return "otherAccount";
  await link(tx, claims, owner.id);
  return owner.wasClaimed ? { ...owner, how: "returns" } : { ...owner, how: "claims" };
}

async function byAccount(tx: Tx, { issuer, subject }: Claims): Promise<Entrant | null> {
  const [row] = await tx
    .select({ id: person.id, state: person.state })
    .from(account)
    .innerJoin(person, eq(person.id, account.personId))
    .where(and(eq(account.issuer, issuer), eq(account.subject, subject)));
  return row === undefined ? null : { ...row, how: "returns" };
}

async function byAddress(tx: Tx, address: string) {
  const [row] = await tx
    .select({ id: person.id, state: person.state, wasClaimed: sql<boolean>`${person.claimedAt} is not null` })
    .from(personAddress)
    .innerJoin(person, eq(person.id, personAddress.personId))
    .where(eq(personAddress.address, address));
  return row ?? null;
}

/** The address is another's when its person already came with another subject of this issuer. */
async function hasOtherSubject(tx: Tx, { issuer }: Claims, id: PersonId): Promise<boolean> {
  const rows = await tx
    .select({ subject: account.subject })
    .from(account)
    .where(and(eq(account.personId, id), eq(account.issuer, issuer)));
  return rows.length > 0;
}

async function arrive(tx: Tx, claims: Claims, address: string): Promise<Entrant> {
  const id = newId<"person">();
  await tx.insert(person).values({
    id,
    displayName: claims.name || address.split("@", 1)[0] || address,
    locale: claims.locale,
    createdAt: now(),
  });
  await tx.insert(personAddress).values({ address, personId: id, rank: "primary", createdAt: now() });
  await link(tx, claims, id);
  return { id, state: "active", how: "arrives" };
}

async function link(tx: Tx, { issuer, subject }: Claims, id: PersonId): Promise<void> {
  await tx.insert(account).values({ issuer, subject, personId: id, linkedAt: now(), signedInAt: now() });
}
