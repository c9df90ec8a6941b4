import { eq, sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { type Id, newId } from "@/platform/ids";
import { flipUndone } from "@/stages/events";
import { admission, launchState } from "@/stages/schema";
import { reached, type Stage } from "@/stages/shape";
import { AUDIENCE_FROM } from "@/stages/standing";
import { effectOf, inShort } from "../effect";
import { audienceBefore, latestFlip } from "../meanwhile";
import { closeOvertaken } from "../plans/close";
import { closeForTheLost, openWhatItClosed } from "../reopen";
import { flip, flipChange, flipHold } from "../schema";
import type { UndoInput } from "../shape";
import { lockState } from "../state";

/**
 * Takes the last flip back as if it had not happened, while its letters wait: entry, audience, features, admissions and
 * requests are as before, the letters never leave. The history has both lines.
 * @throws Refusal `conflict` when it was taken back already, another step came after it, or its letters are on their way
 */
export async function undoFlip(act: Act, input: UndoInput): Promise<{ stage: Stage; version: number }> {
  const { tx } = act;
  const state = await lockState(tx);
  const { undone, hold } = await stillHeld(tx, input.flip);
  const at = now();
  const before = await audienceBefore(tx, undone.version);
  const audience = before ?? state.audience;
  const counted = reached(undone.fromStage, AUDIENCE_FROM) ? audience : state.audience;
  const move = { from: state.stage, to: undone.fromStage, audience: counted, at, undoes: true };
  const effect = inShort(await effectOf(tx, move));
  const version = state.version + 1;
  const id = newId<"flip">();
  const { from: fromStage, to: toStage } = move;
  const line = { id, fromStage, toStage, version, flippedBy: act.actor, flippedAt: at, reason: input.reason };
  await tx.insert(flip).values({ ...line, gates: [], effect, undoes: undone.id });
  await tx.update(flipHold).set({ undoneAt: at }).where(eq(flipHold.flipId, undone.id));
  await letNobodyStay(tx, undone);
  await openWhatItClosed(tx, undone.id);
  await closeForTheLost(tx, undone.id, at);
  await tx.update(launchState).set({ stage: move.to, version, audience, since: hold.sinceBefore });
  await closeOvertaken(act);
  const told = { from: move.from, to: move.to, version, ...(before === null ? {} : { audience: before }) };
  await record(act, flipUndone, undone.id, told);
  return { stage: move.to, version };
}

type Flip = typeof flip.$inferSelect;
type Hold = typeof flipHold.$inferSelect;

async function stillHeld(tx: Tx, id: Id<"flip">): Promise<{ undone: Flip; hold: Hold }> {
  // A letter that leaves at this moment holds the row; what it decided is read afterwards, and so is the time.
  const [hold] = await tx.select().from(flipHold).where(eq(flipHold.flipId, id)).for("update");
  const [undone] = await tx.select().from(flip).where(eq(flip.id, id));
  if (hold === undefined || undone === undefined) throw new Refusal("not-found");
  if (hold.undoneAt !== null) throw new Refusal("conflict", "flipUndoneAlready");
  // The audience may be corrected meanwhile, by which the version of the launch grows as well.
  if (undone.version !== (await latestFlip(tx))) throw new Refusal("conflict", "flipOvertaken");
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
