import { withDatabase } from "@tests/support/database";
import { acting, aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import { viewerOfPerson } from "@/assembly/viewer";
import { endSuspensions } from "@/members/actions/suspend-person";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { at, daysAfter, now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { addComment } from "@/posts/actions/add-comment";
import { publishPost } from "@/posts/actions/publish-post";
import { openHarassmentReports } from "@/posts/moderation/facts";
import { type ThingId, thingId } from "@/posts/moderation/shape";
import { canReadWords, wordsShownTo } from "@/posts/policy";
import { comment, conversation } from "@/posts/schema";
import { takePlace } from "@/spaces/actions/give-place";
import type { SpaceId } from "@/spaces/shape";

withDatabase();

let author: PersonId;
let member: PersonId;
let host: PersonId;
let owner: PersonId;
let room: SpaceId;
const because = { reason: "It names somebody's illness." };

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

async function aPost(body = "Zanzibar is what it says") {
  return acting(author, (act) => publishPost(act, room, { kind: "discussion", title: "A talk", body }));
}

const asThing = (id: string): ThingId => thingId.parse(id);
const said = (key: string) => expect.objectContaining({ cause: expect.objectContaining({ key }) });

beforeAll(async () => {
  await atStage("founding");
  [author, member, owner] = await Promise.all([
    aPerson({ admitted: "host-invitation" }),
    aPerson({ admitted: "host-invitation" }),
    aPerson({ admitted: "host-invitation" }),
  ]);
  host = await aPerson({ roles: ["host"] });
  await aPerson({ roles: ["admin"] });
  room = await aSpace({
    places: [
      [author, "member"],
      [member, "member"],
      [owner, "owner"],
    ],
  });
});

test("one reports a thing once; its author sees nothing of it, hosts and owners of the space do", async () => {
  const thing = asThing(await aPost());
  const api = await asked(member);
  await api.moderation.report({ thing, reason: "harassment", words: "Look at the second line." });
  await expect(api.moderation.report({ thing, reason: "other" })).rejects.toEqual(said("alreadyReported"));
  await expect((await asked(author)).moderation.report({ thing, reason: "other" })).rejects.toEqual(said("reportOwn"));
  await expect((await asked(author)).moderation.case({ thing })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect((await (await asked(author)).moderation.ownWords({})).items).toEqual([]);
  expect(await openHarassmentReports(reader())).toBe(1);
  for (const who of [host, owner]) {
    const desk = await asked(who);
    expect((await desk.moderation.cases({ show: "open" })).items.map((one) => one.id)).toContain(thing);
    expect((await desk.notices.bell()).cases).toBe(1);
  }
  expect((await (await asked(member)).notices.bell()).cases).toBe(0);
  await (await asked(host)).moderation.leave({ thing, ...because });
  expect(await openHarassmentReports(reader())).toBe(0);
  expect((await (await asked(author)).moderation.ownWords({})).items).toEqual([]);
  const settled = (await (await asked(host)).moderation.cases({ show: "settled" })).items;
  expect(settled.map((one) => one.id)).toContain(thing);
});

test("a hidden conversation is in no list, count or search; it comes back as it was", async () => {
  const post = await aPost("Quokkas everywhere");
  const thing = asThing(post);
  const reading = await asked(member);
  const desk = await asked(host);
  const count = async () => (await reading.posts.room({ slug: await slugOf() })).posts?.items.length;
  const before = await count();
  expect((await reading.search.find({ q: "quokkas" })).conversations).toHaveLength(1);
  await desk.moderation.hide({ thing, ...because });
  expect(await count()).toBe((before ?? 0) - 1);
  expect((await reading.search.find({ q: "quokkas" })).conversations).toEqual([]);
  expect((await reading.posts.byPerson({ person: author })).items.map((one) => one.id)).not.toContain(post);
  await expect(reading.posts.one({ post })).rejects.toEqual(said("hiddenByHosts"));
  await expect((await asked(author)).posts.one({ post })).rejects.toEqual(said("hiddenOwn"));
  await expect((await asked(author)).posts.edit({ post, title: "x", body: "y" })).rejects.toEqual(said("hiddenOwn"));
  const [told] = (await (await asked(author)).moderation.ownWords({})).items;
  expect(told).toMatchObject({ verb: "hide", reason: because.reason, thing: { taken: "hidden" } });
  expect((await (await asked(author)).notices.list({})).items.map(({ why }) => why)).toContain("hosts");
  await desk.moderation.restore({ thing, ...because });
  expect(await count()).toBe(before);
  expect((await reading.posts.one({ post })).body).toBe("Quokkas everywhere");
  expect((await reading.search.find({ q: "quokkas" })).conversations).toHaveLength(1);
});

async function slugOf(): Promise<string> {
  const rows = await reader().execute<{ slug: string }>(sql`select slug from space where id = ${room}`);
  return Array.from(rows)[0]?.slug ?? "";
}

test("a hidden comment keeps its place; its author alone reads its words; it can be removed and brought back", async () => {
  const post = await aPost();
  const id = await acting(author, (act) => addComment(act, post, { body: "Axolotl" }));
  const thing = asThing(id);
  const desk = await asked(owner);
  await desk.moderation.hide({ thing, ...because });
  const seen = async (who: PersonId) => (await (await asked(who)).reading.thread({ post })).window.items[0];
  expect(await seen(member)).toMatchObject({ hidden: true, removed: true, body: "", bodyHtml: "" });
  expect(await seen(author)).toMatchObject({ hidden: true, removed: true, body: "Axolotl" });
  expect((await (await asked(member)).search.find({ q: "axolotl" })).conversations).toEqual([]);
  await desk.moderation.remove({ thing, ...because });
  expect(await seen(author)).toMatchObject({ hidden: false, removed: true, body: "" });
  await expect(desk.moderation.hide({ thing, ...because })).rejects.toEqual(said("wordsMoved"));
  await desk.moderation.restore({ thing, ...because });
  expect(await seen(member)).toMatchObject({ removed: false, body: "Axolotl" });
  expect((await (await asked(member)).posts.one({ post })).commentCount).toBe(1);
  expect((await desk.moderation.case({ thing })).acts.map(({ verb }) => verb)).toEqual(["restore", "remove", "hide"]);
});

test("nobody decides about their own words, a host not excepted", async () => {
  const post = await acting(host, (act) => publishPost(act, room, { kind: "discussion", title: "Mine", body: "own" }));
  const thing = asThing(post);
  await (await asked(member)).moderation.report({ thing, reason: "offensive" });
  const desk = await asked(host);
  expect((await desk.moderation.cases({ show: "open" })).items.map((one) => one.id)).not.toContain(thing);
  await expect(desk.moderation.leave({ thing, ...because })).rejects.toEqual(said("ownWords"));
  await (await asked(owner)).moderation.hide({ thing, ...because });
});

test("what its author takes away stays away", async () => {
  const post = await aPost();
  const thing = asThing(post);
  await (await asked(member)).moderation.report({ thing, reason: "other" });
  await (await asked(author)).posts.remove({ post });
  const desk = await asked(host);
  expect(await desk.moderation.case({ thing })).toMatchObject({ gone: true, may: { restore: false, hide: false } });
  await expect(desk.moderation.restore({ thing, ...because })).rejects.toEqual(said("wordsMoved"));
});

describe("closing the place", () => {
  test("is for a week by a host, ends by itself, and never for one of the team", async () => {
    const loud = await aPerson({ admitted: "host-invitation" });
    const post = await acting(loud, (act) => publishPost(act, room, { kind: "discussion", title: "Loud", body: "!" }));
    const thing = asThing(post);
    const desk = await asked(host);
    await expect(desk.moderation.suspend({ thing, days: 8, ...because })).rejects.toEqual(said("suspendShort"));
    await expect((await asked(owner)).moderation.suspend({ thing, days: 1, ...because })).rejects.toEqual(
      said("hostsOnly"),
    );
    await desk.moderation.suspend({ thing, days: 2, ...because });
    expect(await viewerOfPerson(reader(), loud)).toBeNull();
    await at(daysAfter(now(), 3), async () => {
      expect(await viewerOfPerson(reader(), loud)).not.toBeNull();
      await transaction((tx) => endSuspensions(tx, "test"));
    });
    const [row] = await reader().select().from(person).where(eq(person.id, loud));
    expect(row).toMatchObject({ state: "active", suspendedUntil: null });
  });
});

test("who reads the words of a comment is decided alike for one and for a list", async () => {
  const rows = await reader().select().from(comment);
  for (const who of [author, member, host]) {
    const viewer = await viewerFor(who);
    const shown = await reader().select({ id: comment.id }).from(comment).where(wordsShownTo(viewer));
    const ids = new Set(shown.map(({ id }) => id));
    for (const one of rows) expect(ids.has(one.id)).toBe(canReadWords(viewer, one));
  }
  const loose = await reader().select().from(conversation).where(sql`hidden_at is not null and removed_at is null`);
  expect(loose).toEqual([]);
});

test("what an owner hides in a private space is the owner's, until somebody brings it to the hosts", async () => {
  const closed = await aSpace({
    visibility: "private",
    places: [
      [owner, "owner"],
      [author, "member"],
      [member, "member"],
    ],
  });
  const words = { kind: "discussion", title: "A talk", body: "Closed." } as const;
  const post = await acting(author, (act) => publishPost(act, closed, words));
  const thing = asThing(post);
  await (await asked(owner)).moderation.hide({ thing, ...because });
  const desk = await asked(host);
  const listed = async () => [
    ...(await desk.moderation.cases({ show: "open" })).items,
    ...(await desk.moderation.cases({ show: "settled" })).items,
  ];
  expect((await listed()).map(({ id }) => id)).not.toContain(thing);
  await expect(desk.moderation.case({ thing })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await (await asked(owner)).moderation.restore({ thing, ...because });
  await (await asked(member)).moderation.report({ thing, reason: "other", words: "Please look." });
  expect((await listed()).map(({ id }) => id)).toContain(thing);
  expect(await desk.moderation.case({ thing })).toMatchObject({ id: thing });
});

test("whose comment was hidden is not told what the conversation is called once it is closed to them", async () => {
  const closed = await aSpace({
    visibility: "private",
    places: [
      [author, "owner"],
      [member, "member"],
    ],
  });
  const words = { kind: "discussion", title: "A talk", body: "Closed." } as const;
  const post = await acting(author, (act) => publishPost(act, closed, words));
  const comment = asThing(await acting(member, (act) => addComment(act, post, { body: "Mine." })));
  await (await asked(author)).moderation.hide({ thing: comment, ...because });
  const told = async () => (await (await asked(member)).moderation.ownWords({})).items.at(0)?.thing;
  expect(await told()).toMatchObject({ title: "A talk" });
  await acting(author, (act) => takePlace(act, { spaceId: closed, personId: member }));
  await (await asked(author)).posts.edit({ post, title: "A secret plan", body: "Closed." });
  expect(await told()).toMatchObject({ title: null, bodyHtml: expect.stringContaining("Mine.") });
});
