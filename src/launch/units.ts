import { eq } from "drizzle-orm";
import { z } from "zod";
import { type Tx, transaction } from "@/platform/database/client";
import { type Id, idOf } from "@/platform/ids";
import { enqueue, queue } from "@/platform/jobs/boss";
import { freezeUnits } from "@/readiness/freeze-units";
import { heldUntil, letGo } from "./hold";
import { flip } from "./schema";

/** The work of writing down who belongs where, once a flip can be taken back no more. */
export const units = queue("units", z.object({ flip: idOf<"flip">() }));

/** Asks for it, for the moment at which the way back closes. */
export async function freezeLater(tx: Tx, id: Id<"flip">): Promise<void> {
  const until = await heldUntil(tx, id);
  if (until !== null) await enqueue(tx, units, { flip: id }, until);
}

/** Does the work of the queue `units`. A flip that was taken back leaves what was kept of the one before. */
export async function freezeUnitsOf(data: unknown): Promise<void> {
  const { flip: id } = units.shape.parse(data);
  await transaction(async (tx) => {
    const word = await letGo(tx, id);
    if (word === "undone") return;
    if (word instanceof Date) return enqueue(tx, units, { flip: id }, word);
    const [taken] = await tx.select({ at: flip.flippedAt }).from(flip).where(eq(flip.id, id));
    if (taken !== undefined) await freezeUnits(tx, taken.at);
  });
}
