import { and, count, eq, isNull, sql } from "drizzle-orm";
import { person } from "@/members/schema";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import { offerChanged, offerMade } from "../events";
import type { LoadedOffer } from "../queries";
import { offer } from "../schema";
import { OFFERS_MAX } from "../shape";

/**
 * Offers help with something.
 * @throws Refusal `conflict` when there are as many offers as a person may have
 */
export async function makeOffer(act: Act, words: string): Promise<void> {
  // Two at once would both find room for one more.
  await act.tx.select({ one: sql`1` }).from(person).where(eq(person.id, act.actor)).for("update");
  const [made] = await act.tx
    .select({ count: count() })
    .from(offer)
    .where(and(eq(offer.personId, act.actor), isNull(offer.removedAt)));
  if ((made?.count ?? 0) >= OFFERS_MAX) throw new Refusal("conflict", "offersEnough", { max: OFFERS_MAX });
  const id = newId<"offer">();
  await act.tx.insert(offer).values({ id, personId: act.actor, words, createdAt: now() });
  await record(act, offerMade, id, {});
}

/** Closes an offer, opens it again, or takes it back. */
export async function changeOffer(act: Act, one: LoadedOffer, to: "open" | "closed" | "removed"): Promise<void> {
  const change = to === "removed" ? { removedAt: now(), isOpen: false } : { isOpen: to === "open" };
  await act.tx.update(offer).set(change).where(eq(offer.id, one.id));
  await record(act, offerChanged, one.id, { to });
}
