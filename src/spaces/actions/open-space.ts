import { randomBytes } from "node:crypto";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import { spaceOpened } from "../events";
import { space } from "../schema";
import { type NewSpace, SLUG_MAX, type SpaceId } from "../shape";
import { givePlace } from "./give-place";

/**
 * A private space is called by its address and a few letters more. So nobody finds it by guessing, and nobody who
 * wants an address is told that it is taken by something that does not exist for them.
 */
function addressOf({ slug, visibility }: NewSpace): string {
  if (visibility !== "private") return slug;
  const more = randomBytes(5).toString("hex").slice(0, 8);
  return `${slug.slice(0, SLUG_MAX - more.length - 1).replace(/-+$/, "")}-${more}`;
}

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
      slug: addressOf(input),
      name: input.name,
      purpose: input.purpose,
      guidelines: input.guidelines ?? "",
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
