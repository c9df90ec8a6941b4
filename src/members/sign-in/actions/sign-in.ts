import { createHash } from "node:crypto";
import { endSuspensions } from "@/members/actions/suspend-person";
import type { Tx } from "@/platform/database/client";
import { type Cause, record } from "@/platform/events/event";
import type { PersonId } from "../../shape";
import { type Claims, type RoleSettings, rolesOf } from "../claims";
import { personClaimed, personSignedIn, type SignInRefusal, signInRefused } from "../events";
import { type Entrant, linkAccount } from "./link-account";
import { syncRoles } from "./sync-roles";
import { keepAddress, noteSignIn, takeOverClaims } from "./take-over-claims";

export type SignInSettings = RoleSettings & {
  /** What other rooms do when a person comes in, in the same transaction: an open invitation counts as taken up. */
  readonly alsoAtSignIn: (cause: Cause, person: PersonId) => Promise<void>;
};

export type SignedIn = { readonly ok: true; readonly personId: PersonId };
export type NotSignedIn = { readonly ok: false; readonly reason: SignInRefusal };

/**
 * Signs in whom the identity provider vouches for, or says why not; a refusal is recorded too. People are keyed by
 * issuer and subject; an address counts once, to find a person who was known before their first sign-in, and only
 * when it is verified.
 * @param claims null when the provider named no subject
 * @param idToken as the provider sent it, for its sign-out
 */
export async function signIn(
  tx: Tx,
  request: { claims: Claims | null; idToken: string | null; requestId: string },
  settings: SignInSettings,
): Promise<SignedIn | NotSignedIn> {
  const { claims, requestId } = request;
  const nobody: Cause = { tx, actor: null, requestId };
  if (claims === null || claims.address === null) return refuse(nobody, claims, "noIdentity");
  if (!claims.isVerified) return refuse(nobody, claims, "notVerified");
  await endSuspensions(tx, requestId);
  const entrant = await linkAccount(tx, claims, claims.address);
  if (typeof entrant === "string") return refuse(nobody, claims, entrant);
  if (entrant.state !== "active") return refuse(nobody, claims, "suspended");
  const cause: Cause = { tx, actor: entrant.id, requestId };
  await takeOverClaims(tx, entrant.id, claims);
  await keepAddress(tx, entrant.id, claims.address);
  await noteSignIn(tx, claims, request.idToken);
  await syncRoles(cause, entrant.id, rolesOf(claims, settings));
  await announce(cause, entrant, claims.issuer);
  await settings.alsoAtSignIn(cause, entrant.id);
  return { ok: true, personId: entrant.id };
}

async function announce(cause: Cause, { id, how }: Entrant, issuer: string): Promise<void> {
  if (how === "claims") await record(cause, personClaimed, id, { issuer });
  await record(cause, personSignedIn, id, { issuer, first: how !== "returns" });
}

async function refuse(cause: Cause, claims: Claims | null, reason: SignInRefusal): Promise<NotSignedIn> {
  // The trail names the subject by a digest: it is no person of ours.
  const subject = createHash("sha256")
    .update(claims?.subject ?? "")
    .digest("base64url")
    .slice(0, 22);
  await record(cause, signInRefused, subject, { issuer: claims?.issuer ?? "", reason });
  return { ok: false, reason };
}
