import { withDatabase } from "@tests/support/database";
import { acting, aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { tellAll } from "@tests/support/telling";
import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { at, daysAfter, now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { event } from "@/platform/events/schema";
import { spaceAdoption } from "@/spaces/adoption/schema";
import { space } from "@/spaces/schema";
import type { SpaceId } from "@/spaces/shape";
import { addComment } from "../actions/add-comment";
import { publishPost } from "../actions/publish-post";
import { post } from "../schema";

withDatabase();

beforeEach(async () => {
  await transaction((tx) => tx.execute(sql`truncate ${person}, ${event}, ${space} cascade`));
  await atStage("founding");
});

const inside = { admitted: "host-invitation" } as const;

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

async function writes(who: PersonId, where: SpaceId, body = "Bread.") {
  return acting(who, (act) => publishPost(act, where, { kind: "discussion", title: "Talk", body }));
}

async function slugOf(id: SpaceId): Promise<string> {
  const [row] = await reader().select({ slug: space.slug }).from(space).where(eq(space.id, id));
  return row?.slug ?? "";
}

test("the two who answered most people in a space are offered, neither owners nor who was asked lately", async () => {
  const host = await asked(await aPerson({ roles: ["host"] }));
  const [owner, helper, talker, third] = [
    await aPerson({ ...inside, name: "Olga" }),
    await aPerson({ ...inside, name: "Hugo" }),
    await aPerson({ ...inside, name: "Tom" }),
    await aPerson({ ...inside, name: "Thea" }),
  ];
  const room = await aSpace({ places: [[owner, "owner"]] });
  for (const one of [owner, talker, third]) {
    const on = await writes(one, room);
    await acting(helper, (act) => addComment(act, on, { body: "Like this." }));
  }
  await writes(talker, room);
  const slug = await slugOf(room);
  const before = await host.posts.emptyRoom({ slug });
  expect(before.adopters).toMatchObject([
    { person: { displayName: "Hugo" }, answered: 3, wrote: 3 },
    { person: { displayName: "Tom" }, answered: 0, wrote: 2 },
  ]);
  await host.posts.offerRoom({ space: room, person: helper, words: "Would you?" });
  const after = await host.posts.emptyRoom({ slug });
  expect(after.adopters.map(({ person: one }) => one.displayName)).toEqual(["Tom", "Thea"]);
  expect(after.asked).toMatchObject([{ person: { displayName: "Hugo" }, state: "open" }]);
  await expect(host.posts.offerRoom({ space: room, person: owner, words: "You?" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("a yes makes an owner, a no is told to whoever asked, and each answers once and only for themselves", async () => {
  const boss = await aPerson({ roles: ["host"], name: "Hannah" });
  const host = await asked(boss);
  const [one, other] = [await aPerson(inside), await aPerson(inside)];
  const room = await aSpace({});
  for (const who of [one, other]) await writes(who, room);
  for (const who of [one, other]) await host.posts.offerRoom({ space: room, person: who, words: "Would you?" });
  await tellAll();
  const slug = await slugOf(room);
  const offered = (await (await asked(one)).spaces.bySlug({ slug })).offered;
  expect(offered).toMatchObject({ words: "Would you?", by: "Hannah" });
  expect((await (await asked(one)).notices.list({})).items).toMatchObject([{ why: "adopt-asked", space: { slug } }]);
  const adoption = offered?.id ?? "";
  await expect((await asked(other)).posts.answerRoomOffer({ adoption, answer: "accepted" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await (await asked(one)).posts.answerRoomOffer({ adoption, answer: "accepted" });
  expect(await (await asked(one)).spaces.bySlug({ slug })).toMatchObject({ place: "owner", offered: null });
  const declined = (await (await asked(other)).spaces.bySlug({ slug })).offered?.id ?? "";
  await (await asked(other)).posts.answerRoomOffer({ adoption: declined, answer: "declined" });
  await tellAll();
  expect((await host.notices.list({})).items.map(({ why }) => why)).toEqual(["adopt-answered"]);
  await expect((await asked(one)).posts.answerRoomOffer({ adoption, answer: "declined" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("an offer that nobody answers ends by itself", async () => {
  const host = await asked(await aPerson({ roles: ["host"] }));
  const one = await aPerson(inside);
  const room = await aSpace({});
  await writes(one, room);
  await at(daysAfter(now(), -20), () =>
    transaction((tx) =>
      tx.execute(sql`insert into ${spaceAdoption} (id, space_id, person_id, words, asked_at)
      values (gen_random_uuid(), ${room}::uuid, ${one}::uuid, 'Would you?', ${daysAfter(now(), -20).toISOString()}::timestamptz)`),
    ),
  );
  const slug = await slugOf(room);
  expect((await (await asked(one)).spaces.bySlug({ slug })).offered).toBeNull();
  expect((await host.posts.emptyRoom({ slug })).asked).toMatchObject([{ state: "over" }]);
});

test("a room that is merged loses no word and no person, and its address leads on", async () => {
  const host = await asked(await aPerson({ roles: ["host"] }));
  const [one, both] = [await aPerson(inside), await aPerson(inside)];
  const from = await aSpace({
    places: [
      [one, "owner"],
      [both, "member"],
    ],
  });
  const into = await aSpace({ places: [[both, "owner"]] });
  const said = await writes(one, from);
  await acting(both, (act) => addComment(act, said, { body: "Yes." }));
  await writes(both, into);
  const slug = await slugOf(from);
  expect((await host.posts.emptyRoom({ slug, into })).chosen).toMatchObject({
    posts: 1,
    joining: 1,
    losing: 0,
    gaining: 0,
  });
  await host.posts.mergeRoom({ space: from, into, confirm: "yes" });
  const target = await slugOf(into);
  const here = await (await asked(one)).posts.room({ slug: target });
  expect(here.posts?.items.map(({ id }) => id)).toContain(said);
  expect(here.space).toMatchObject({ postCount: 2, memberCount: 2, place: "member" });
  expect(await (await asked(one)).spaces.bySlug({ slug })).toMatchObject({
    postCount: 0,
    mergedInto: { slug: target },
    archivedAt: expect.any(Date),
  });
  expect((await (await asked(both)).posts.one({ post: said })).commentCount).toBe(1);
  expect(
    (await (await asked(one)).search.find({ q: `in:${target} bread` })).conversations.map(({ id }) => id),
  ).toContain(said);
  await expect(host.posts.mergeRoom({ space: from, into, confirm: "yes" })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});

test("what was said among few is merged into nothing, nor is anything into a private space", async () => {
  const boss = await aPerson({ roles: ["host"] });
  const few = await aSpace({ visibility: "request", places: [[boss, "owner"]] });
  const open = await aSpace({});
  const hidden = await aSpace({ visibility: "private", places: [[boss, "owner"]] });
  const host = await asked(boss);
  const merge = (from: SpaceId, into: SpaceId) => host.posts.mergeRoom({ space: from, into, confirm: "yes" });
  await expect(merge(few, open)).rejects.toMatchObject({ code: "FORBIDDEN", cause: { key: "mergeWidens" } });
  await expect(merge(open, hidden)).rejects.toMatchObject({ code: "FORBIDDEN", cause: { key: "roomIsPrivate" } });
  await expect(merge(hidden, open)).rejects.toMatchObject({ code: "FORBIDDEN", cause: { key: "roomIsPrivate" } });
  await expect(merge(open, open)).rejects.toMatchObject({ code: "CONFLICT" });
  expect((await host.posts.emptyRoom({ slug: await slugOf(few) })).targets).toEqual([]);
});

test("two merges in opposite ways at once end with one of them", async () => {
  const host = await aPerson({ roles: ["host"] });
  const [one, other] = [await aSpace({}), await aSpace({})];
  await writes(host, one);
  await writes(host, other);
  const merge = async (from: SpaceId, into: SpaceId) =>
    (await asked(host)).posts.mergeRoom({ space: from, into, confirm: "yes" });
  const done = await Promise.allSettled([merge(one, other), merge(other, one)]);
  expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const posts = await reader().select({ in: post.spaceId }).from(post);
  expect(new Set(posts.map((row) => row.in)).size).toBe(1);
  expect(posts).toHaveLength(2);
});

test("a room that would open empty is kept closed for a stage; one that people read already is not taken from them", async () => {
  const host = await asked(await aPerson({ roles: ["host"] }));
  const closed = await aSpace({ opensAt: "early" });
  const open = await aSpace({ opensAt: "founding" });
  await host.posts.keepRoomClosed({ space: closed, until: "pilot" });
  expect((await host.spaces.bySlug({ slug: await slugOf(closed) })).opensAt).toBe("pilot");
  await expect(host.posts.keepRoomClosed({ space: closed, until: "early" })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
  await expect(host.posts.keepRoomClosed({ space: open, until: "pilot" })).rejects.toMatchObject({
    code: "CONFLICT",
    cause: { key: "roomIsOpen" },
  });
});

test("whoever runs a space hears who asks for a place, and whoever asked hears the answer", async () => {
  const [owner, asker] = [await aPerson({ ...inside, name: "Olga" }), await aPerson({ ...inside, name: "Ada" })];
  const room = await aSpace({ visibility: "request", places: [[owner, "owner"]] });
  await (await asked(asker)).spaces.ask({ space: room, words: "Please." });
  await tellAll();
  const slug = await slugOf(room);
  expect((await (await asked(owner)).notices.list({})).items).toMatchObject([
    { why: "asked-in", who: [{ name: "Ada" }], space: { slug } },
  ]);
  const [request] = (await (await asked(owner)).spaces.requests({ slug })).items;
  await (await asked(owner)).spaces.answer({ request: request?.id ?? "", answer: "declined", reply: "Later." });
  await tellAll();
  expect((await (await asked(asker)).notices.list({})).items).toMatchObject([{ why: "let-in", space: { slug } }]);
});
