import { withDatabase } from "@tests/support/database";
import { aPerson, atStage, viewerFor } from "@tests/support/people";
import { desc, eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import { reader } from "@/platform/database/client";
import { event } from "@/platform/events/schema";
import { admittedAt } from "@/stages/admitted";
import { currentStage } from "@/stages/queries";

withDatabase();

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

const NOBODY = { departments: "", sites: "", groups: "" };
let admin: PersonId;

beforeEach(async () => {
  await atStage("pilot");
  admin = await aPerson({ roles: ["admin"] });
});

/** Lets these in, as the launch stands now. */
async function admit(audience: Partial<typeof NOBODY>) {
  const api = await asked(admin);
  const { version } = await api.entry.rules();
  return api.entry.setAudience({ version, ...NOBODY, ...audience });
}

test("only admins say whom the pilot admits; hosts read it, and members do not", async () => {
  const { version } = await currentStage(reader());
  const host = await asked(await aPerson({ roles: ["host"] }));
  await expect(host.entry.setAudience({ version, ...NOBODY })).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect((await host.entry.rules()).may.steer).toBe(false);
  const member = await asked(await aPerson({ admitted: "host-invitation" }));
  await expect(member.entry.rules()).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("a department, a site and a group come in by what an admin says, and go out again", async () => {
  const who = {
    department: await aPerson({ department: "R&D, Lyon" }),
    site: await aPerson({ site: "Leeds" }),
    group: await aPerson({ groups: ["bakers"] }),
    none: await aPerson({ department: "Sales" }),
  };
  expect(await admit({ departments: " R&D, Lyon \r\n\r\n", sites: "Leeds\nLeeds", groups: "bakers" })).toEqual({
    gained: 3,
    lost: 0,
  });
  for (const [because, id] of Object.entries(who)) {
    const { standing } = await viewerFor(id);
    expect(standing).toMatchObject(because === "none" ? { admitted: false } : { admitted: true, because });
    const { stage, audience } = await currentStage(reader());
    const [row] = await reader()
      .select({ inside: sql<boolean>`${admittedAt(stage, audience, now())}` })
      .from(person)
      .where(eq(person.id, id));
    expect(row?.inside, "the decision and the filter agree").toBe(standing.admitted);
  }
  expect((await currentStage(reader())).audience).toEqual({
    departments: ["R&D, Lyon"],
    sites: ["Leeds"],
    groups: ["bakers"],
  });
  expect(await admit({})).toEqual({ gained: 0, lost: 3 });
  const [told] = await reader()
    .select()
    .from(event)
    .where(eq(event.name, "stage.audience-changed"))
    .orderBy(desc(event.at));
  expect(told).toMatchObject({ actorId: admin, payload: { departments: [], gained: 0, lost: 3 } });
});

test("before the pilot it is kept for later, and lets nobody in", async () => {
  await atStage("early");
  const one = await aPerson({ department: "Quality" });
  expect(await admit({ departments: "Quality" })).toEqual({ gained: 0, lost: 0 });
  expect((await viewerFor(one)).standing.admitted).toBe(false);
  const { ways } = await (await asked(admin)).entry.rules();
  expect(ways.find(({ way }) => way === "audience")).toEqual({ way: "audience", from: "pilot", open: false });
  expect(ways.filter(({ open }) => open).map(({ way }) => way)).toEqual([
    "host-invitation",
    "member-invitation",
    "wave",
  ]);
});

test("a picture that is old changes nothing, and a flip rehearsed before is looked at once more", async () => {
  const api = await asked(admin);
  const { version } = await api.entry.rules();
  await api.entry.setAudience({ version, ...NOBODY });
  await expect(api.entry.setAudience({ version, ...NOBODY })).rejects.toMatchObject({
    cause: { key: "audienceMoved" },
  });
  await expect(
    api.launch.flip({ to: "general", version, reason: "", override: "Because.", confirm: "yes" }),
  ).rejects.toMatchObject({ code: "CONFLICT" });
});

test("names of groups with fewer than five people are not listed", async () => {
  for (let n = 0; n < 5; n += 1) await aPerson({ groups: ["known to all"] });
  await aPerson({ groups: ["only me"] });
  const { known } = await (await asked(admin)).entry.rules();
  expect(known.groups.map(({ name }) => name)).not.toContain("only me");
});
