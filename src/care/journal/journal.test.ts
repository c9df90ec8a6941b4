import { withDatabase } from "@tests/support/database";
import { acting, aPerson, atStage, viewerFor } from "@tests/support/people";
import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import { invitePerson } from "@/launch/actions/invite";
import { FOUNDERS_MIN, gatesFor } from "@/launch/gates";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { daysAfter, now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { event } from "@/platform/events/schema";

withDatabase();

beforeEach(async () => {
  await transaction((tx) => tx.execute(sql`truncate ${person}, ${event} cascade`));
  await atStage("groundwork");
});

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

const founding = (at = now()) => gatesFor(reader(), { from: "groundwork", to: "founding", at });

test("a circle is founded once enough are asked in and a talk is noted with four of five of them", async () => {
  const host = await aPerson({ roles: ["host"] });
  const api = await asked(host);
  const people: PersonId[] = [];
  for (let n = 0; n < FOUNDERS_MIN; n += 1) people.push(await aPerson());
  for (const one of people) await acting(host, (act) => invitePerson(act, one, ""));
  expect(await founding()).toMatchObject({ ready: false, blocking: [{ key: "G2" }] });
  const notes: string[] = [];
  for (const one of people.slice(0, 4)) notes.push((await api.journal.note({ person: one, words: "" })).note);
  const met = await founding();
  expect(met).toMatchObject({ ready: true, blocking: [], gates: [{ key: "G1" }, { key: "G2", verdict: "pass" }] });
  expect(met?.gates[1]?.sentence.en).toBe("A talk is noted with 4 of 5; you asked for 4.");
  await api.journal.takeOut({ note: notes[0] ?? "" });
  expect(await founding()).toMatchObject({ ready: false, blocking: [{ key: "G2" }] });
});

test("nobody asked in is no circle, and a talk with somebody else does not count", async () => {
  const api = await asked(await aPerson({ roles: ["host"] }));
  await api.journal.note({ person: await aPerson(), words: "We met." });
  expect((await founding())?.blocking.map(({ key }) => key)).toEqual(["G1", "G2"]);
});

test("a note is its host's alone: no other host or admin reads, counts or takes it out, and no event carries its words", async () => {
  const host = await asked(await aPerson({ roles: ["host"] }));
  const admin = await asked(await aPerson({ roles: ["admin"] }));
  const member = await asked(await aPerson({ admitted: "host-invitation" }));
  const about = await aPerson({ name: "Nadia" });
  const { note } = await host.journal.note({ person: about, words: "SECRETWORDS", on: "2026-01-05" });
  expect((await host.journal.mine({ person: about })).items).toMatchObject([
    { id: note, words: "SECRETWORDS", talkedOn: "2026-01-05", person: { displayName: "Nadia" } },
  ]);
  expect((await admin.journal.mine({})).items).toEqual([]);
  await expect(admin.journal.takeOut({ note })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(member.journal.mine({})).rejects.toMatchObject({ code: expect.any(String) });
  expect(JSON.stringify(await reader().select().from(event))).not.toContain("SECRETWORDS");
});

test("a talk takes two, and was had by today", async () => {
  const id = await aPerson({ roles: ["host"] });
  const host = await asked(id);
  await expect(host.journal.note({ person: id, words: "" })).rejects.toMatchObject({ code: "CONFLICT" });
  const on = daysAfter(now(), 2).toISOString().slice(0, 10);
  await expect(host.journal.note({ person: await aPerson(), on })).rejects.toMatchObject({
    code: "BAD_REQUEST",
    cause: { fields: { on: ["field.dayToCome"] } },
  });
});
