import { eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { record } from "@/platform/events/event";
import { spaceArchived, spaceEdited } from "../events";
import { space } from "../schema";
import type { NewSpace, SpaceId } from "../shape";

/** Writes what a space says of itself, who reads it and from which stage on; the address stays, links live on. */
export async function editSpace(act: Act, id: SpaceId, input: Omit<NewSpace, "slug">): Promise<void> {
  await act.tx
    .update(space)
    .set({
      name: input.name,
      purpose: input.purpose,
      guidelines: input.guidelines,
      visibility: input.visibility,
      opensAt: input.opensAt,
    })
    .where(eq(space.id, id));
  await record(act, spaceEdited, id, {});
}

/** Closes a space to new words and takes it out of the lists, or brings it back. Nothing is lost. */
export async function archiveSpace(act: Act, id: SpaceId, archived: boolean): Promise<void> {
  await act.tx
    .update(space)
    .set({ archivedAt: archived ? now() : null })
    .where(eq(space.id, id));
  await record(act, spaceArchived, id, { archived });
}
