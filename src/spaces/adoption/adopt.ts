import { and, eq, isNull, sql } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import type { Act } from "@/platform/access/procedure";
import { daysAfter, now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import { givePlace } from "../actions/give-place";
import { adoptionAnswered, adoptionAsked } from "../events";
import { space } from "../schema";
import type { SpaceId } from "../shape";
import type { LoadedAdoption } from "./queries";
import { spaceAdoption } from "./schema";
import { ADOPTION_REST_DAYS, type AdoptionAnswer } from "./shape";

/**
 * Asks somebody to look after a space.
 * @throws Refusal `conflict` when they were asked about it lately, whatever they said
 */
export async function askToAdopt(act: Act, spaceId: SpaceId, personId: PersonId, words: string): Promise<void> {
  // Two hosts who ask at once come here one after the other.
  await act.tx.select({ id: space.id }).from(space).where(eq(space.id, spaceId)).for("update");
  const since = daysAfter(now(), -ADOPTION_REST_DAYS).toISOString();
  const [lately] = await act.tx
    .select({ id: spaceAdoption.id })
    .from(spaceAdoption)
    .where(
      and(
        eq(spaceAdoption.spaceId, spaceId),
        eq(spaceAdoption.personId, personId),
        sql`${spaceAdoption.askedAt} > ${since}::timestamptz`,
      ),
    )
    .limit(1);
  if (lately !== undefined) throw new Refusal("conflict", "adoptionAskedLately");
  const id = newId<"adoption">();
  await act.tx.insert(spaceAdoption).values({ id, spaceId, personId, askedBy: act.actor, words, askedAt: now() });
  await record(act, adoptionAsked, spaceId, { adoptionId: id, personId });
}

/**
 * Says yes, which makes an owner, or no, which nobody asks the reason of.
 * @throws Refusal `conflict` when it was answered meanwhile
 */
export async function answerAdoption(act: Act, asked: LoadedAdoption, answer: AdoptionAnswer): Promise<void> {
  const [row] = await act.tx
    .update(spaceAdoption)
    .set({ answer, answeredAt: now() })
    .where(and(eq(spaceAdoption.id, asked.id), isNull(spaceAdoption.answer)))
    .returning({ askedBy: spaceAdoption.askedBy });
  if (row === undefined) throw new Refusal("conflict", "requestAnswered");
  if (answer === "accepted") await givePlace(act, { spaceId: asked.space.id, personId: act.actor, role: "owner" });
  await record(act, adoptionAnswered, asked.space.id, { adoptionId: asked.id, answer, askedBy: row.askedBy });
}
