import { withDatabase } from "@tests/support/database";
import { acting, aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import type { PersonId } from "@/members/shape";
import { at, daysAfter, now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { newId } from "@/platform/ids";
import { addComment } from "@/posts/actions/add-comment";
import { publishPost } from "@/posts/actions/publish-post";
import { admission } from "@/stages/schema";
import { invitation, joinRequest } from "../schema";
import { hostPlace, waveMember, waveRule } from "./schema";

withDatabase();

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

type Wish = Parameters<typeof aPerson>[0];

/** Somebody at the door who asked some days ago. */
async function waits(daysAgo: number, wish: Wish = {}, needs = ""): Promise<PersonId> {
  const id = await aPerson(wish);
  const row = { id: newId<"join-request">(), personId: id, needs, askedAt: daysAfter(now(), -daysAgo) };
  await transaction((tx) => tx.insert(joinRequest).values(row));
  return id;
}

async function pace(perDay: number | null) {
  await transaction(async (tx) => {
    await tx.delete(waveRule);
    await tx.insert(waveRule).values({ perDay });
  });
}

let host: PersonId;

beforeEach(async () => {
  await atStage("early");
  // Each test has a door and a team of its own.
  await transaction(async (tx) => {
    await tx.delete(joinRequest);
    await tx.delete(waveMember);
    await tx.execute("update person_role set until = now() where until is null");
  });
  await pace(20);
  host = await aPerson({ roles: ["host"], name: "Hannah" });
});

const idsOf = (wave: readonly { id: string }[]) => wave.map(({ id }) => id);

test("whoever is suspended, inside or invited already comes in no wave", async () => {
  await waits(9, { state: "suspended" });
  await waits(8, { admitted: "host-invitation" });
  const due = await waits(7);
  const invited = await waits(6);
  const api = await asked(host);
  await api.launch.invitePerson({ person: invited });
  await transaction((tx) => tx.update(joinRequest).set({ closedAt: null }));
  expect(idsOf((await api.waves.desk({ size: 50 })).wave)).toEqual([due]);
});

test("a member's invitation that does not open the door puts somebody first", async () => {
  await atStage("founding");
  const member = await aPerson({ admitted: "host-invitation", name: "Mona" });
  await waits(9);
  const vouched = await waits(1);
  await transaction((tx) =>
    tx.insert(admission).values({
      id: newId<"admission">(),
      personId: vouched,
      kind: "member-invitation",
      grantedBy: member,
      grantedAt: now(),
    }),
  );
  const { wave } = await (await asked(host)).waves.desk({ size: 1 });
  expect(wave).toMatchObject([{ id: vouched, because: "vouched", vouchedBy: ["Mona"] }]);
});

test("whom one knows: colleagues of the same department and site, and those with whom one spoke where all may read", async () => {
  const place = { department: "Ovens", site: "Leeds" };
  await aPerson({ ...place, admitted: "host-invitation" });
  const other = await aPerson({ admitted: "host-invitation" });
  await aPerson({ ...place, admitted: "host-invitation", claimed: false });
  const one = await waits(3, place);
  const open = await aSpace({});
  const hidden = await aSpace({ visibility: "private" });
  const words = { kind: "discussion", title: "t", body: "b" } as const;
  const say = (space: typeof open) => acting(one, (act) => publishPost(act, space, words));
  const knows = async () => (await (await asked(host)).waves.desk({ size: 1 })).wave[0];
  const secret = await say(hidden);
  await acting(other, (act) => addComment(act, secret, { body: "in private" }));
  expect(await knows()).toMatchObject({ knows: 1, company: "host" });
  const post = await say(open);
  await acting(other, (act) => addComment(act, post, { body: "for all" }));
  expect(await knows()).toMatchObject({ knows: 2, company: "acquaintances" });
});

test("whoever answered in a thread is known as well, both ways, for twelve weeks", async () => {
  const one = await waits(3);
  const [asker, replier] = [
    await aPerson({ admitted: "host-invitation" }),
    await aPerson({ admitted: "host-invitation" }),
  ];
  const space = await aSpace({});
  const post = await acting(asker, (act) => publishPost(act, space, { kind: "discussion", title: "t", body: "b" }));
  const knows = async () => (await (await asked(host)).waves.desk({ size: 1 })).wave[0]?.knows;
  const own = await acting(one, (act) => addComment(act, post, { body: "Two nights." }));
  expect(await knows()).toBe(1);
  await acting(replier, (act) => addComment(act, post, { body: "Three for me.", parentId: own }));
  expect(await knows()).toBe(2);
  expect(await at(daysAfter(now(), 83), knows)).toBe(2);
  expect(await at(daysAfter(now(), 85), knows)).toBe(0);
});

test("a wave is stored with its reasons and written to in the name of the host who expects each", async () => {
  const admin = await asked(await aPerson({ roles: ["admin"], name: "Ada" }));
  const [first, second] = [await waits(5), await waits(4)];
  const { plan, size } = await admin.waves.desk({ size: 2 });
  await expect(admin.waves.send({ size, plan })).rejects.toMatchObject({
    cause: { code: "not-yet", key: "waveUnsigned", values: { count: 2 } },
  });
  expect(await admin.waves.askHosts({ size })).toEqual({ asked: 1 });
  for (const one of [first, second]) await (await asked(host)).waves.expect({ person: one });
  expect(await admin.waves.askHosts({ size })).toEqual({ asked: 0 });
  expect(await admin.waves.send({ size, plan, note: "Come in." })).toEqual({ invited: 2 });
  const letters = await reader().select().from(invitation).where(eq(invitation.personId, first));
  expect(letters).toMatchObject([{ invitedBy: host, note: "Come in." }]);
  expect((await viewerFor(second)).standing).toMatchObject({ admitted: true, because: "wave" });
  const { items } = await admin.waves.list({});
  expect(items[0]).toMatchObject({
    sentBy: "Ada",
    members: [
      { id: first, because: "turn", host: "Hannah", came: false, answeredBy: null },
      { id: second, because: "turn", host: "Hannah", came: false, answeredBy: null },
    ],
  });
  expect(await admin.waves.desk({})).toMatchObject({ waiting: 0, wave: [], hosts: [{ free: 3, places: 5 }] });
  const later = daysAfter(now(), 15);
  expect((await at(later, () => admin.waves.desk({}))).hosts).toMatchObject([{ free: 5 }]);
});

test("a host who said yes to somebody expects them, whoever else has more in common; a yes can be taken back", async () => {
  const other = await aPerson({ roles: ["host"], name: "Omar", site: "Leeds", department: "Ovens" });
  const one = await waits(5, { site: "Leeds", department: "Ovens" });
  const wave = async () => (await (await asked(other)).waves.desk({ size: 1 })).wave[0];
  expect(await wave()).toMatchObject({ host: { id: other }, signed: false, mine: false });
  await (await asked(host)).waves.expect({ person: one });
  expect(await wave()).toMatchObject({ host: { id: host }, signed: true, mine: false });
  await (await asked(host)).waves.expectNoMore({ person: one });
  expect(await wave()).toMatchObject({ host: { id: other }, signed: false });
  const gone = await aPerson();
  await expect((await asked(host)).waves.expect({ person: gone })).rejects.toMatchObject({
    cause: { code: "conflict", key: "waitsNoMore" },
  });
});

test("who came and who answered them is told of a wave, and nothing of private spaces", async () => {
  const api = await asked(host);
  const one = await waits(5);
  const { plan, size } = await api.waves.desk({ size: 1 });
  await api.waves.send({ size, plan });
  await transaction((tx) => tx.update(admission).set({ acceptedAt: now() }).where(eq(admission.personId, one)));
  const hidden = await aSpace({ visibility: "private" });
  const open = await aSpace({});
  const words = { kind: "discussion", title: "t", body: "b" } as const;
  const answerIn = async (space: typeof open) => {
    const post = await acting(one, (act) => publishPost(act, space, words));
    await acting(host, (act) => addComment(act, post, { body: "Welcome." }));
    return (await api.waves.list({})).items[0]?.members;
  };
  expect(await answerIn(hidden)).toMatchObject([{ came: true, answeredBy: null }]);
  expect(await at(daysAfter(now(), 29), () => answerIn(open))).toMatchObject([{ came: true, answeredBy: null }]);
  expect(await answerIn(open)).toMatchObject([{ came: true, answeredBy: "Hannah" }]);
});

test("before early access the same wave is the host's own invitation, which opens the founding circle", async () => {
  await atStage("founding");
  const one = await waits(5);
  const api = await asked(host);
  const { plan, size } = await api.waves.desk({ size: 1 });
  await api.waves.send({ size, plan });
  expect((await viewerFor(one)).standing).toMatchObject({ admitted: true, because: "host-invitation" });
});

test("nobody is let in alone: a host without a free place is no company", async () => {
  const api = await asked(host);
  await waits(5);
  await api.waves.setPlaces({ places: 0, topics: "" });
  const { plan, size, alone, may } = await api.waves.desk({ size: 1 });
  expect({ alone, send: may.send }).toEqual({ alone: 1, send: false });
  await expect(api.waves.send({ size, plan })).rejects.toMatchObject({
    cause: { code: "conflict", key: "waveAlone", values: { count: 1 } },
  });
  await api.waves.setPlaces({ places: 1, topics: "", awayUntil: daysAfter(now(), 1).toISOString().slice(0, 10) });
  expect((await api.waves.desk({ size: 1 })).alone).toBe(1);
  await api.waves.setPlaces({ places: 1, topics: "", awayUntil: "" });
  expect(await api.waves.desk({ size: 1 })).toMatchObject({ alone: 0, wave: [{ host: { id: host } }] });
});

test("what goes is what was looked at: a queue that changed is looked at once more", async () => {
  const api = await asked(host);
  await waits(5);
  const { plan, size } = await api.waves.desk({ size: 1 });
  await waits(9);
  await expect(api.waves.send({ size, plan })).rejects.toMatchObject({ cause: { key: "waveMoved" } });
  expect(await reader().select().from(waveMember)).toEqual([]);
});

test("two hosts who send the same wave at once send it once", async () => {
  const sender = await asked(host);
  const other = await asked(await aPerson({ roles: ["host"], name: "Omar" }));
  const one = await waits(5);
  await sender.waves.expect({ person: one });
  const { plan, size } = await sender.waves.desk({ size: 1 });
  const settled = await Promise.allSettled([sender.waves.send({ size, plan }), other.waves.send({ size, plan })]);
  expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await reader().select().from(waveMember)).toHaveLength(1);
});

test("no more come in a day than a seventh of the people whom hosts answered last week, and one at least", async () => {
  await pace(null);
  const api = await asked(host);
  await waits(5);
  await waits(4);
  expect((await api.waves.desk({})).pace).toMatchObject({ perDay: 1, left: 1, set: false });
  const two = await api.waves.desk({ size: 2 });
  await expect(api.waves.send({ size: 2, plan: two.plan })).rejects.toMatchObject({
    cause: { code: "too-many", key: "wavePace", values: { perDay: 1, left: 1 } },
  });
  const space = await aSpace({});
  const words = { kind: "discussion", title: "t", body: "b" } as const;
  for (let n = 0; n < 14; n += 1) {
    const member = await aPerson({ admitted: "host-invitation" });
    const post = await acting(member, (act) => publishPost(act, space, words));
    await acting(host, (act) => addComment(act, post, { body: "Yes." }));
  }
  expect((await api.waves.desk({})).pace).toMatchObject({ answered: 14, perDay: 2, left: 2 });
  await api.waves.send({ size: 2, plan: two.plan });
  expect((await api.waves.desk({})).pace).toMatchObject({ today: 2, left: 0 });
  expect((await at(daysAfter(now(), 1.01), () => api.waves.desk({}))).pace.left).toBeGreaterThan(0);
});

test("whoever sends a wave reads the gate and keeps nothing of it: that is the clock's", async () => {
  const api = await asked(host);
  await waits(5);
  const { plan, size } = await api.waves.desk({ size: 1 });
  expect(await api.waves.send({ size, plan })).toEqual({ invited: 1 });
  expect(await reader().select({ readAt: waveRule.readAt }).from(waveRule)).toEqual([{ readAt: null }]);
});

test("a host's places are theirs: they are kept, and told to the team", async () => {
  const api = await asked(host);
  await api.waves.setPlaces({ places: 2, topics: "ovens, night shifts" });
  const one = await waits(1, {}, "I work night shifts.");
  const desk = await api.waves.desk({ size: 1 });
  expect(desk).toMatchObject({ own: { places: 2 }, hosts: [{ id: host, topics: ["ovens", "night shifts"] }] });
  expect(idsOf(desk.wave)).toEqual([one]);
  expect(await reader().select().from(hostPlace).where(eq(hostPlace.personId, host))).toHaveLength(1);
});

test("members and whoever waits learn nothing of waves", async () => {
  const member = await asked(await aPerson({ admitted: "host-invitation" }));
  await expect(member.waves.desk({})).rejects.toMatchObject({ code: "FORBIDDEN" });
  const outside = await asked(await aPerson());
  await expect(outside.waves.list({})).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
});
