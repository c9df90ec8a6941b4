import { and, eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { spaceSteered } from "../events";
import { spaceGroup } from "../schema";
import type { GroupName, SpaceId } from "../shape";

/**
 * Lets a group bring its people into a space, from now on and for as long as they are in it.
 * @throws Refusal `conflict` when it does already
 */
export async function addGroup(act: Act, spaceId: SpaceId, group: GroupName): Promise<void> {
  const added = await act.tx
    .insert(spaceGroup)
    .values({ spaceId, kind: group.kind, name: group.name, addedAt: now() })
    .onConflictDoNothing()
    .returning({ name: spaceGroup.name });
  if (added.length === 0) throw new Refusal("conflict", "groupBringsAlready");
  await record(act, spaceSteered, spaceId, { ...group, added: true });
}

/**
 * Lets a group bring nobody any more. Whoever has a place of their own keeps it.
 * @throws Refusal `conflict` when it did not
 */
export async function removeGroup(act: Act, spaceId: SpaceId, group: GroupName): Promise<void> {
  const removed = await act.tx
    .delete(spaceGroup)
    .where(and(eq(spaceGroup.spaceId, spaceId), eq(spaceGroup.kind, group.kind), eq(spaceGroup.name, group.name)))
    .returning({ name: spaceGroup.name });
  if (removed.length === 0) throw new Refusal("conflict", "groupBringsNobody");
  await record(act, spaceSteered, spaceId, { ...group, added: false });
}
