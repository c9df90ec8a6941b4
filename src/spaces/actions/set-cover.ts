import { eq } from "drizzle-orm";
import { letGo, takeUp } from "@/members/files/actions/take-up";
import type { FileId } from "@/members/files/shape";
import type { Act } from "@/platform/access/procedure";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { spaceEdited } from "../events";
import { space } from "../schema";
import type { SpaceId } from "../shape";

/**
 * Lays a picture over a space, or changes only what is said of the one that lies there; null takes it away.
 * @throws Refusal `not-found` for a file that the actor did not upload as a cover
 */
export async function setCover(act: Act, of: SpaceId, cover: { file?: FileId; alt: string } | null): Promise<void> {
  const [before] = await act.tx.select({ id: space.coverId }).from(space).where(eq(space.id, of)).for("update");
  const old = before?.id ?? null;
  const next = cover === null ? null : (cover.file ?? old);
  if (cover?.file !== undefined && (await takeUp(act.tx, act.actor, [cover.file], "cover")).length === 0)
    throw new Refusal("not-found");
  if (cover !== null && next === null) throw new Refusal("invalid", "invalid", {}, { cover: ["field.missing"] });
  await act.tx
    .update(space)
    .set({ coverId: next, coverAlt: cover?.alt ?? "" })
    .where(eq(space.id, of));
  if (old !== null && old !== next) await letGo(act.tx, [old]);
  await record(act, spaceEdited, of, {});
}
