import { withDatabase } from "@tests/support/database";
import { acting, aPerson, aSpace, atStage, viewerFor, wereMet } from "@tests/support/people";
import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { at, daysAfter, now } from "@/platform/clock";
import { reader, type Tx, transaction } from "@/platform/database/client";
import { event } from "@/platform/events/schema";
import { publishPost } from "@/posts/actions/publish-post";
import { space } from "@/spaces/schema";
import { admittedAt } from "@/stages/admitted";
import { currentStage } from "@/stages/queries";
import { ADMISSION_KINDS, STAGES } from "@/stages/shape";
import { flipStage } from "./actions/flip-stage";
import { inShort } from "./effect";
import { carryOut } from "./plans/actions/carry-out";
import { planFlip } from "./plans/actions/plan-flip";
import { flipPlan } from "./plans/schema";
import { rehearse } from "./rehearsal";
import { flip, flipChange } from "./schema";
import type { FlipInput } from "./shape";

withDatabase();

beforeEach(async () => {
  await transaction(async (tx) => {
    await tx.execute(sql`truncate ${person}, ${space} cascade`);
  });
  await atStage("groundwork");
});

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

async function circle(count: number, kind: "host-invitation" | "member-invitation" = "host-invitation") {
  const ids: PersonId[] = [];
  for (let n = 0; n < count; n += 1) ids.push(await aPerson({ admitted: kind, department: "Production" }));
  await wereMet(ids);
  return ids;
}

const form = { reason: "", override: "", confirm: "yes" } as const;

test("only an admin flips; a host sees the room and the rehearsal, a member neither", async () => {
  const [member = ""] = await circle(6);
  const host = await asked(await aPerson({ roles: ["host"] }));
  const { version } = await host.launch.room();
  await expect(host.launch.flip({ to: "founding", version, ...form })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(host.launch.rehearsal({ to: "founding" })).resolves.toMatchObject({ may: { flip: false } });
  await expect(host.launch.rehearsalPeople({ to: "founding", change: "gained" })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  await atStage("founding");
  const stranger = await asked(member as PersonId);
  await expect(stranger.launch.room()).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("a flip to the present or to an unknown stage is refused, and one without the tick too", async () => {
  const admin = await asked(await aPerson({ roles: ["admin"] }));
  const { version } = await admin.launch.room();
  const to = "groundwork" as const;
  await expect(admin.launch.flip({ to, version, ...form, reason: "again" })).rejects.toMatchObject({
    cause: { code: "conflict", key: "stageAlready" },
  });
  const unknown = { to: "beta", version, ...form };
  // @ts-expect-error what a hostile form would send
  await expect(admin.launch.flip(unknown)).rejects.toMatchObject({ code: "BAD_REQUEST" });
  // @ts-expect-error a form without its tick
  await expect(admin.launch.flip({ to: "founding", version })).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

test("a circle of four does not open; of five it does; with a written reason it opens all the same", async () => {
  const id = await aPerson({ roles: ["admin"] });
  await circle(4);
  const { version } = await currentStage(reader());
  const input = { to: "founding", version, reason: "", override: "" } as const;
  await expect(acting(id, (act) => flipStage(act, input))).rejects.toMatchObject({
    code: "not-yet",
    key: "gatesHold",
    values: { gates: "G1", count: 1 },
    fields: { override: ["overrideNeeded"] },
  });
  expect((await currentStage(reader())).stage).toBe("groundwork");
  await circle(1);
  const done = await acting(id, (act) => flipStage(act, { ...input, override: "not needed, so not kept" }));
  expect(done).toMatchObject({ from: "groundwork", to: "founding", version: version + 1, effect: { gained: 5 } });
  const [row] = await reader().select().from(flip).where(eq(flip.id, done.id));
  expect(row).toMatchObject({ overridden: false, overrideReason: "", flippedBy: id });
  const [told] = await reader()
    .select()
    .from(event)
    .where(eq(event.subject, `flip:${done.id}`));
  expect(told).toMatchObject({ name: "stage.flipped", actorId: id });
  const over = { to: "early", version: version + 1, reason: "", override: "The plant closes in May." } as const;
  await acting(id, (act) => flipStage(act, over));
  const [second] = await reader().select().from(flip).where(eq(flip.toStage, "early"));
  expect(second).toMatchObject({ overridden: true, overrideReason: "The plant closes in May." });
  expect(second?.gates.map((gate) => gate.key)).toContain("L5");
});

test("back and over a stage one goes with a reason only, and back without gates", async () => {
  const id = await aPerson({ roles: ["admin"] });
  await circle(6);
  await atStage("early");
  const { version } = await currentStage(reader());
  const back = { to: "groundwork", version, reason: "", override: "" } as const;
  const refusal = { code: "invalid", fields: { reason: ["field.required"] } };
  await expect(acting(id, (act) => flipStage(act, back))).rejects.toMatchObject(refusal);
  await expect(acting(id, (act) => flipStage(act, { ...back, to: "general" }))).rejects.toMatchObject(refusal);
  const done = await acting(id, (act) => flipStage(act, { ...back, reason: "Too early: nobody answers." }));
  expect(done.effect).toMatchObject({ gained: 0, lost: 6, letters: 6 });
  const skip = { to: "early", version: version + 1, reason: "We are twelve people.", override: "" } as const;
  await expect(acting(id, (act) => flipStage(act, skip))).rejects.toMatchObject({ code: "not-yet" });
});

test("of two admins at once one wins, and the other is told what changed", async () => {
  const one = await aPerson({ roles: ["admin"], name: "Ada" });
  const two = await aPerson({ roles: ["admin"], name: "Ada" });
  await circle(5);
  const { version } = await currentStage(reader());
  const input = { to: "founding", version, reason: "", override: "" } as const;
  const settled = await Promise.allSettled([one, two].map((id) => acting(id, (act) => flipStage(act, input))));
  expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const lost = settled.find((result) => result.status === "rejected");
  expect(lost?.reason).toMatchObject({
    code: "conflict",
    key: "stageMoved",
    values: { stage: "founding", name: "Ada" },
  });
  expect(
    await reader()
      .select()
      .from(flip)
      .where(eq(flip.version, version + 1)),
  ).toHaveLength(1);
});

class RollBack extends Error {}

const crowd = fc.array(
  fc.record({
    admitted: fc.option(fc.constantFrom(...ADMISSION_KINDS)),
    department: fc.constantFrom("", "Production", "Sales"),
    claimed: fc.boolean(),
    admin: fc.boolean(),
    wrote: fc.boolean(),
  }),
  { maxLength: 8 },
);
const rooms = fc.array(
  fc.record({
    visibility: fc.constantFrom("open" as const, "request" as const, "private" as const),
    opensAt: fc.constantFrom(...STAGES),
    archived: fc.boolean(),
  }),
  { maxLength: 4 },
);

test("the rehearsal and the flip that follows agree, and no admin is left outside", async () => {
  const boss = await aPerson({ roles: ["admin"] });
  const pub = await aSpace({});
  const property = fc.asyncProperty(
    crowd,
    rooms,
    fc.shuffledSubarray([...STAGES], { minLength: 2 }),
    fc.boolean(),
    async (who, where, way, isPlanned) => {
      for (const { admin, wrote, ...wish } of who) {
        const id = await aPerson({ ...wish, roles: admin ? ["admin"] : [] });
        if (wrote)
          await acting(id, (act) => publishPost(act, pub, { kind: "discussion", title: "Hear", body: "Words" }));
      }
      for (const room of where) await aSpace(room);
      await atStage(way[0] ?? "groundwork", { departments: ["Sales"], sites: [], groups: [] });
      for (const to of way.slice(1)) {
        const moment = now();
        const undone = at(moment, () =>
          transaction(async (tx) => {
            const thought = await rehearse(tx, to, null);
            const before = await insideNow(tx);
            const input = { to, version: thought.version, reason: "tried", override: "tried" };
            const act = { tx, actor: boss, requestId: "test" };
            const done = await (isPlanned ? planned(act, input) : flipStage(act, input));
            const after = await insideNow(tx);
            expect(done.effect).toEqual(inShort(thought.effect));
            const changes = await tx.select().from(flipChange).where(eq(flipChange.flipId, done.id));
            const ids = (change: string) => changes.filter((row) => row.change === change).map((row) => row.personId);
            expect(ids("gained").toSorted()).toEqual([...after].filter((id) => !before.has(id)).toSorted());
            expect(ids("lost").toSorted()).toEqual([...before].filter((id) => !after.has(id)).toSorted());
            expect(changes.filter((row) => row.letter)).toHaveLength(done.effect.letters);
            const admins = await tx.execute<{ person_id: PersonId }>(
              sql`select person_id from person_role where role = 'admin'`,
            );
            for (const { person_id } of admins) expect(after.has(person_id)).toBe(true);
            throw new RollBack();
          }),
        );
        await expect(undone).rejects.toBeInstanceOf(RollBack);
      }
    },
  );
  await fc.assert(property, { numRuns: 16 });
});

/** The same step by way of a plan, as the worker takes it. */
async function planned(act: Parameters<typeof planFlip>[0], input: FlipInput) {
  const day = daysAfter(now(), 2).toISOString().slice(0, 10);
  const id = await planFlip(act, { ...input, day, time: "09:00", zone: "UTC", twice: "earlier" });
  const [plan] = await act.tx.select().from(flipPlan).where(eq(flipPlan.id, id));
  if (plan === undefined) throw new Error("the plan is there");
  return carryOut({ ...act, actor: null }, plan);
}

async function insideNow(tx: Tx): Promise<Set<PersonId>> {
  const { stage, audience } = await currentStage(tx);
  const rows = await tx
    .select({ id: person.id })
    .from(person)
    .where(admittedAt(stage, audience, now()));
  return new Set(rows.map((row) => row.id));
}

test("a room that would greet newcomers with silence, or without an owner, is named", async () => {
  const owner = await aPerson({ roles: ["host"] });
  const cold = await aSpace({ slug: "cold", opensAt: "founding", places: [[owner, "owner"]] });
  await aSpace({ slug: "nobody", opensAt: "founding" });
  const [warm, few] = [
    await aSpace({ slug: "warm", opensAt: "founding", places: [[owner, "owner"]] }),
    await aSpace({ slug: "few", opensAt: "founding", places: [[owner, "owner"]] }),
  ];
  const words = { kind: "discussion", title: "Hear", body: "Words" } as const;
  for (const room of [warm, few]) await acting(owner, (act) => publishPost(act, room, words));
  for (const who of [await aPerson(), await aPerson()]) await acting(who, (act) => publishPost(act, warm, words));
  await aSpace({ slug: "later", opensAt: "early" });
  await aSpace({ slug: "secret", opensAt: "founding", visibility: "private" });
  await transaction(async (tx) => {
    await tx
      .update(space)
      .set({ lastPostAt: daysAfter(now(), -6) })
      .where(eq(space.id, warm));
    await tx
      .update(space)
      .set({ lastPostAt: daysAfter(now(), -8) })
      .where(eq(space.id, cold));
  });
  const { effect } = await rehearse(reader(), "founding", null);
  expect(effect.emptyRooms.map(({ slug, cold: why, opening }) => [slug, why, opening] as const).toSorted()).toEqual([
    ["cold", ["authors", "quiet"], true],
    ["few", ["authors"], true],
    ["nobody", ["authors", "quiet", "owner"], true],
  ]);
  expect(effect.spaces).toMatchObject({ privateOpening: 1 });
  expect(JSON.stringify(effect)).not.toContain("secret");
});

test("people known from an archive alone get no letter; those who signed in or were invited do", async () => {
  await aPerson({ claimed: false });
  await aPerson({ claimed: true });
  await aPerson({ claimed: false, admitted: "wave" });
  const { effect } = await rehearse(reader(), "general", null);
  expect(effect.gained).toMatchObject({ count: 3, signedIn: 1, letters: 2 });
});

test("an admin reads the names behind a rehearsal, page by page, and they are those that the flip counts", async () => {
  const admin = await asked(await aPerson({ roles: ["admin"] }));
  const ids = await circle(7);
  const names: string[] = [];
  let after: string | undefined;
  do {
    const page = await admin.launch.rehearsalPeople({ to: "founding", change: "gained", take: 3, after });
    names.push(...page.items.map((one) => one.id));
    expect(page.items.every((one) => one.letter)).toBe(true);
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect(names.toSorted()).toEqual(ids.toSorted());
  expect((await admin.launch.rehearsalPeople({ to: "founding", change: "lost" })).items).toEqual([]);
});
