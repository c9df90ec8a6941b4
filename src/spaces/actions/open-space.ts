import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import { spaceOpened } from "../events";
import { space } from "../schema";
import type { NewSpace, SpaceId } from "../shape";
import { givePlace } from "./give-place";

/**
 * Makes a space, owned by whoever makes it.
 * @throws Refusal `conflict` when the address is taken
 */
export async function openSpace(act: Act, input: NewSpace): Promise<{ id: SpaceId; slug: string }> {
  const id = newId<"space">();
  const [row] = await act.tx
    .insert(space)
    .values({
      id,
      slug: input.slug,
      name: input.name,
      purpose: input.purpose,
      visibility: input.visibility,
      opensAt: input.opensAt,
      createdAt: now(),
    })
    .onConflictDoNothing({ target: space.slug })
    .returning({ slug: space.slug });
  if (row === undefined) throw new Refusal("conflict", "slugTaken", {}, { slug: ["field.taken"] });
  await record(act, spaceOpened, id, { visibility: input.visibility });
  await givePlace(act, { spaceId: id, personId: act.actor, role: "owner" });
  return { id, slug: row.slug };
}
