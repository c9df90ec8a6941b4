import { withDatabase } from "@tests/support/database";
import { aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import { reader } from "@/platform/database/client";
import { currentStage } from "@/stages/queries";
import { STAGES } from "@/stages/shape";
import { canReadSpace, readersOfSpace } from "./policy";
import { space } from "./schema";
import { type SpaceId, VISIBILITIES } from "./shape";

withDatabase();

async function everyKindOfPerson() {
  const admitted = { admitted: "host-invitation" } as const;
  const people = {
    stranger: await aPerson(),
    member: await aPerson(admitted),
    invitedByMember: await aPerson({ admitted: "member-invitation" }),
    inside: await aPerson(admitted),
    insideNotAdmitted: await aPerson(),
    owner: await aPerson(admitted),
    suspendedOwner: await aPerson({ ...admitted, state: "suspended" }),
    byGroup: await aPerson({ ...admitted, groups: ["other", "kafka"] }),
    byGroupNotAdmitted: await aPerson({ groups: ["kafka"] }),
    byGroupSuspended: await aPerson({ ...admitted, state: "suspended", groups: ["kafka"] }),
    byDepartment: await aPerson({ ...admitted, department: "R&D" }),
    bySite: await aPerson({ ...admitted, site: "Lyon" }),
    ownerByGroupToo: await aPerson({ ...admitted, groups: ["kafka"] }),
    audience: await aPerson({ department: "Sales" }),
    host: await aPerson({ roles: ["host"] }),
    admin: await aPerson({ roles: ["admin"] }),
    suspendedHost: await aPerson({ roles: ["host"], state: "suspended" }),
    gone: await aPerson({ ...admitted, state: "left", department: "R&D" }),
  };
  return people;
}

async function everyKindOfSpace(people: Record<string, PersonId>): Promise<SpaceId[]> {
  const place = (name: string) => people[name] ?? ("" as PersonId);
  const places = [
    [place("inside"), "member"],
    [place("insideNotAdmitted"), "member"],
    [place("owner"), "owner"],
    [place("suspendedOwner"), "owner"],
    [place("ownerByGroupToo"), "owner"],
  ] as const;
  const groups = [
    ["group", "kafka"],
    ["department", "R&D"],
    ["site", "Lyon"],
    ["site", "R&D"],
  ] as const;
  const rooms: SpaceId[] = [];
  for (const visibility of VISIBILITIES)
    for (const opensAt of ["founding", "early", "general"] as const)
      for (const steered of [false, true])
        rooms.push(await aSpace({ visibility, opensAt, places, groups: steered ? groups : [] }));
  rooms.push(await aSpace({ visibility: "private", archived: true, places, groups }));
  return rooms;
}

test("who reads a space is the same, asked of a person about spaces and of a space about people", async () => {
  const people = await everyKindOfPerson();
  const rooms = await everyKindOfSpace(people);
  const facts = await reader().select().from(space).where(inArray(space.id, rooms));
  let pairs = 0;
  for (const stage of STAGES) {
    await atStage(stage, { departments: ["Sales"], sites: [], groups: [] });
    const found = await reader()
      .select({ room: space.id, who: person.id })
      .from(person)
      .crossJoin(space)
      .where(readersOfSpace(await currentStage(reader()), now()));
    const readers = new Set(found.map(({ room, who }) => `${room} ${who}`));
    for (const [who, id] of Object.entries(people)) {
      const viewer = await viewerFor(id);
      for (const room of facts) {
        const says = canReadSpace(viewer, room);
        const about = `${who} at ${stage}: ${room.visibility} opening at ${room.opensAt}`;
        expect(readers.has(`${room.id} ${id}`), about).toBe(says);
        pairs += Number(says);
      }
    }
  }
  expect(pairs).toBeGreaterThan(300);
});
