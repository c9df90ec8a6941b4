import { and, eq, isNull } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import type { Act } from "@/platform/access/procedure";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { joinRequest } from "../../schema";
import { draftWave, unsigned } from "../desk";
import { expected, hostsAsked } from "../events";
import { RULE_SUBJECT } from "../gate";
import { waveYes } from "../schema";

/**
 * A host says that they will expect somebody who waits: the letter may carry their name. Saying it twice is saying it once.
 * @throws Refusal `conflict` when that person does not wait any more
 */
export async function expectPerson(act: Act, personId: PersonId): Promise<void> {
  const [waits] = await act.tx
    .select({ id: joinRequest.id })
    .from(joinRequest)
    .where(and(eq(joinRequest.personId, personId), isNull(joinRequest.closedAt)));
  if (waits === undefined) throw new Refusal("conflict", "waitsNoMore");
  const [made] = await act.tx
    .insert(waveYes)
    .values({ hostId: act.actor, personId, saidAt: now() })
    .onConflictDoNothing()
    .returning({ personId: waveYes.personId });
  if (made !== undefined) await record(act, expected, personId, { expects: true });
}

/** Takes that back, as long as the person has not come. */
export async function expectNoMore(act: Act, personId: PersonId): Promise<void> {
  const [gone] = await act.tx
    .delete(waveYes)
    .where(and(eq(waveYes.personId, personId), eq(waveYes.hostId, act.actor)))
    .returning({ personId: waveYes.personId });
  if (gone !== undefined) await record(act, expected, personId, { expects: false });
}

/**
 * Asks the hosts of the next wave who have not said yes yet.
 * @returns how many are asked
 */
export async function askHosts(act: Act, viewer: Viewer, size: number): Promise<number> {
  const draft = await draftWave(act.tx, viewer, size);
  const hostIds = [...new Set(unsigned(draft, viewer.id).flatMap(({ host }) => host ?? []))];
  if (hostIds.length > 0) await record(act, hostsAsked, RULE_SUBJECT, { hostIds });
  return hostIds.length;
}
