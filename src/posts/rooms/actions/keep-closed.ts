import { and, eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { keptClosed } from "@/spaces/events";
import { space } from "@/spaces/schema";
import type { SpaceView } from "@/spaces/views";
import type { Stage } from "@/stages/shape";

/**
 * Lets a space open at a later stage.
 * @throws Refusal `conflict` when it was set to another stage meanwhile
 */
export async function keepClosed(act: Act, room: Pick<SpaceView, "id" | "opensAt">, until: Stage): Promise<void> {
  const [row] = await act.tx
    .update(space)
    .set({ opensAt: until })
    .where(and(eq(space.id, room.id), eq(space.opensAt, room.opensAt)))
    .returning({ id: space.id });
  if (row === undefined) throw new Refusal("conflict");
  await record(act, keptClosed, room.id, { until });
}
