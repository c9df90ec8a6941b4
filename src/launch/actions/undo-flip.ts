import { and, eq, sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { type Id, newId } from "@/platform/ids";
import { flipUndone } from "@/stages/events";
import { admission, launchState } from "@/stages/schema";
import type { Stage } from "@/stages/shape";
import { effectOf, inShort } from "../effect";
import { closeOvertaken } from "../plans/close";
import { flip, flipChange, flipHold, joinRequest } from "../schema";
import type { UndoInput } from "../shape";
import { type LaunchState, lockState } from "../state";

/**
 * Takes the last flip back as if it had not happened, while its letters wait: entry, features, admissions and requests
 * are as before, the letters never leave. The history has both lines.
 * @throws Refusal `conflict` when it was taken back already, another step came after it, or its letters are on their way
 */
export async function undoFlip(act: Act, input: UndoInput): Promise<{ stage: Stage; version: number }> {
  const { tx } = act;
  const state = await lockState(tx);
  const { undone, hold } = await stillHeld(tx, state, input.flip);
  const at = now();
  const move = { from: state.stage, to: undone.fromStage, audience: state.audience, at, undoes: true };
  const effect = inShort(await effectOf(tx, move));
  const version = state.version + 1;
  const id = newId<"flip">();
  const { from: fromStage, to: toStage } = move;
  const line = { id, fromStage, toStage, version, flippedBy: act.actor, flippedAt: at, reason: input.reason };
  await tx.insert(flip).values({ ...line, gates: [], effect, undoes: undone.id });
  await tx.update(flipHold).set({ undoneAt: at }).where(eq(flipHold.flipId, undone.id));
  await letNobodyStay(tx, undone);
  await openRequestsAgain(tx, undone.id);
  await tx.update(launchState).set({ stage: move.to, version, since: hold.sinceBefore });
  await closeOvertaken(act);
  await record(act, flipUndone, undone.id, { from: move.from, to: move.to, version });
  return { stage: move.to, version };
}

type Flip = typeof flip.$inferSelect;
type Hold = typeof flipHold.$inferSelect;

async function stillHeld(tx: Tx, state: LaunchState, id: Id<"flip">): Promise<{ undone: Flip; hold: Hold }> {
  // A letter that leaves at this moment holds the row; what it decided is read afterwards, and so is the time.
  const [hold] = await tx.select().from(flipHold).where(eq(flipHold.flipId, id)).for("update");
  const [undone] = await tx.select().from(flip).where(eq(flip.id, id));
  if (hold === undefined || undone === undefined) throw new Refusal("not-found");
  if (hold.undoneAt !== null) throw new Refusal("conflict", "flipUndoneAlready");
  if (undone.version !== state.version) throw new Refusal("conflict", "flipOvertaken");
  if (hold.letGoAt !== null || now() >= hold.until) throw new Refusal("conflict", "flipLetGo");
  return { undone, hold };
}

/** Whom the way back had kept inside is inside again as before, by their own admission. */
async function letNobodyStay(tx: Tx, undone: Flip): Promise<void> {
  await tx.delete(admission).where(
    sql`${admission.kind} = 'kept' and ${admission.grantedAt} = ${undone.flippedAt.toISOString()}::timestamptz
      and ${admission.personId} in (select ${flipChange.personId} from ${flipChange}
        where ${flipChange.flipId} = ${undone.id}::uuid and ${flipChange.change} = 'kept')`,
  );
}

/** Requests that the flip had answered wait again, at their old place, unless their person has asked anew. */
async function openRequestsAgain(tx: Tx, undone: Id<"flip">): Promise<void> {
  const anew = sql`exists (select 1 from join_request other
    where other.person_id = ${joinRequest.personId} and other.closed_at is null)`;
  await tx
    .update(joinRequest)
    .set({ closedAt: null, closedByFlip: null })
    .where(and(eq(joinRequest.closedByFlip, undone), sql`not ${anew}`));
}
