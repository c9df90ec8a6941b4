import { and, eq, isNull, or } from "drizzle-orm";
import { peopleVisibleTo } from "@/members/policy";
import { fieldVisibleTo } from "@/members/privacy";
import { person } from "@/members/schema";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import type { Id } from "@/platform/ids";
import { offer, offerAsk } from "./schema";

/** An offer that the viewer sees, or null. */
export async function offerById(db: Reader, viewer: Viewer, id: Id<"offer">) {
  const [row] = await db
    .select({ id: offer.id, personId: offer.personId, isOpen: offer.isOpen })
    .from(offer)
    .innerJoin(person, eq(person.id, offer.personId))
    .where(
      and(
        eq(offer.id, id),
        isNull(offer.removedAt),
        eq(person.state, "active"),
        peopleVisibleTo(viewer),
        fieldVisibleTo(viewer, "offers"),
      ),
    );
  return row ?? null;
}
export type LoadedOffer = NonNullable<Awaited<ReturnType<typeof offerById>>>;

/** An ask, for the two whom it concerns; for all others there is none. */
export async function askById(db: Reader, viewer: Viewer, id: Id<"offer-ask">) {
  const [row] = await db
    .select({
      id: offerAsk.id,
      offerId: offerAsk.offerId,
      askerId: offerAsk.askerId,
      personId: offer.personId,
      state: offerAsk.state,
    })
    .from(offerAsk)
    .innerJoin(offer, eq(offer.id, offerAsk.offerId))
    .where(and(eq(offerAsk.id, id), or(eq(offer.personId, viewer.id), eq(offerAsk.askerId, viewer.id))));
  return row ?? null;
}
export type LoadedAsk = NonNullable<Awaited<ReturnType<typeof askById>>>;
