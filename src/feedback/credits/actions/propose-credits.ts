import { and, eq, sql } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import type { ConversationId } from "@/posts/shape";
import { lockIdea } from "../../actions/lock-idea";
import { type Credited, candidatesOf } from "../desk";
import { creditsProposed, creditTakenBack } from "../events";
import { credit } from "../schema";
import { CREDITED_MAX, type CreditRole, type Propose } from "../shape";

/**
 * Names people who shaped an idea, in one way. Each is asked how they want to be told of.
 * @throws Refusal `invalid` for somebody whom the idea's history does not suggest, `conflict` for too many
 */
export async function proposeCredits(act: Act, of: Credited, { role, people, words }: Propose): Promise<void> {
  const ideaId = of.id;
  await lockIdea(act, ideaId);
  const known = new Set((await candidatesOf(act.tx, of, role)).map((one) => one.id));
  if (people.some((id) => !known.has(id)))
    throw new Refusal("invalid", "invalid", {}, { people: ["field.noSuchPerson"] });
  const [row] = await act.tx
    .select({ count: sql<number>`count(*)::int` })
    .from(credit)
    .where(and(eq(credit.ideaId, ideaId), eq(credit.role, role)));
  if ((row?.count ?? 0) + people.length > CREDITED_MAX)
    throw new Refusal("conflict", "tooManyCredits", { max: CREDITED_MAX });
  const common = { ideaId, role, words, proposedBy: act.actor, proposedAt: now() };
  await act.tx.insert(credit).values(people.map((personId) => ({ ...common, personId })));
  await record(act, creditsProposed, ideaId, { role, personIds: people });
}

/** Takes back that somebody shaped an idea, as when the wrong name was ticked. Nobody is told. */
export async function takeCreditBack(
  act: Act,
  ideaId: ConversationId,
  { role, person }: { role: CreditRole; person: PersonId },
): Promise<void> {
  const [row] = await act.tx
    .delete(credit)
    .where(and(eq(credit.ideaId, ideaId), eq(credit.role, role), eq(credit.personId, person)))
    .returning({ personId: credit.personId });
  if (row === undefined) throw new Refusal("conflict");
  await record(act, creditTakenBack, ideaId, { role, personId: person });
}
