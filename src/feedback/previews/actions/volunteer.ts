import { and, eq, sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import type { ConversationId } from "@/posts/shape";
import { grantFeature, leavePreview, leavePreviews, wantAgain } from "@/stages/features/actions/preview-feature";
import { previewVolunteered } from "../events";
import { previewUse, previewVolunteer } from "../schema";
import { lockPreview } from "./lock-preview";

/**
 * Says that one would try it. Once the preview runs, one has it at once.
 * @throws Refusal `not-allowed` when it is over
 */
export async function volunteer(act: Act, ideaId: ConversationId): Promise<void> {
  const { state, feature } = await lockPreview(act, ideaId);
  if (state !== "asked" && state !== "running") throw new Refusal("not-allowed", "previewOver");
  const rows = await act.tx
    .insert(previewVolunteer)
    .values({ ideaId, personId: act.actor, at: now() })
    .onConflictDoNothing()
    .returning({ at: previewVolunteer.at });
  await wantAgain(act, feature);
  if (state === "running")
    await grantFeature(act.tx, { source: ideaId, feature }, sql`select ${act.actor}::uuid as person_id`);
  if (rows.length > 0) await record(act, previewVolunteered, ideaId, {});
}

/** Leaves a preview, before or after it began, with what was counted of it. Nobody is told. */
export async function leaveOne(act: Act, ideaId: ConversationId): Promise<void> {
  const { feature } = await lockPreview(act, ideaId);
  await act.tx
    .delete(previewVolunteer)
    .where(and(eq(previewVolunteer.ideaId, ideaId), eq(previewVolunteer.personId, act.actor)));
  await act.tx.delete(previewUse).where(and(eq(previewUse.ideaId, ideaId), eq(previewUse.personId, act.actor)));
  await leavePreview(act, { source: ideaId, feature });
}

/** Leaves every preview, those that have not begun too. Nobody is told. */
export async function leaveAll(act: Act): Promise<void> {
  await act.tx.delete(previewVolunteer).where(eq(previewVolunteer.personId, act.actor));
  await act.tx.delete(previewUse).where(eq(previewUse.personId, act.actor));
  await leavePreviews(act);
}
