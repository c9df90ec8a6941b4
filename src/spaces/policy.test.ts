import { withDatabase } from "@tests/support/database";
import { aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { reader } from "@/platform/database/client";
import { STAGES } from "@/stages/shape";
import { canReadSpace, canSeeSpace, spacesReadableBy, spacesVisibleTo } from "./policy";
import { space } from "./schema";
import type { SpaceId } from "./shape";

withDatabase();

test("what the decision says of a space, the filter says too, for everybody at every stage", async () => {
  const people = {
    nobodyYet: await aPerson(),
    member: await aPerson({ admitted: "host-invitation" }),
    inside: await aPerson({ admitted: "host-invitation" }),
    owner: await aPerson({ admitted: "host-invitation" }),
    host: await aPerson({ roles: ["host"] }),
    admin: await aPerson({ roles: ["admin"] }),
    suspended: await aPerson({ state: "suspended", roles: ["host"] }),
  };
  const rooms: SpaceId[] = [];
  for (const visibility of ["open", "request", "private"] as const)
    for (const opensAt of STAGES)
      rooms.push(
        await aSpace({
          visibility,
          opensAt,
          places: [
            [people.inside, "member"],
            [people.owner, "owner"],
          ],
        }),
      );
  let seen = 0;
  for (const stage of STAGES) {
    await atStage(stage);
    for (const [who, id] of Object.entries(people)) {
      const viewer = await viewerFor(id);
      const visible = await reader().select().from(space).where(spacesVisibleTo(viewer));
      const readable = await reader().select().from(space).where(spacesReadableBy(viewer));
      for (const room of rooms) {
        const [facts] = await reader()
          .select()
          .from(space)
          .where(and(eq(space.id, room)));
        if (facts === undefined) throw new Error("no such space");
        const says = { see: canSeeSpace(viewer, facts), read: canReadSpace(viewer, facts) };
        expect(
          { see: visible.some((row) => row.id === room), read: readable.some((row) => row.id === room) },
          `${who} at ${stage}: ${facts.visibility} opening at ${facts.opensAt}`,
        ).toEqual(says);
        seen += Number(says.see);
      }
    }
  }
  expect(seen).toBeGreaterThan(100);
});

test("a private space does not exist for hosts and admins who have no place in it", async () => {
  await atStage("general");
  await aSpace({ visibility: "private" });
  const hidden = await aSpace({ visibility: "private" });
  const admin = await viewerFor(await aPerson({ roles: ["admin"] }));
  const visible = await reader().select().from(space).where(spacesVisibleTo(admin));
  expect(visible.map((row) => row.id)).not.toContain(hidden);
});
