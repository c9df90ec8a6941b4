import { withDatabase } from "@tests/support/database";
import { aPerson, aSpace, atStage } from "@tests/support/people";
import { aComment, aPost, aRoom, asked } from "@tests/support/posts";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { at, now } from "@/platform/clock";
import { reader } from "@/platform/database/client";
import { MINUTE } from "@/platform/durations";
import { space } from "@/spaces/schema";
import type { SpaceId } from "@/spaces/shape";
import { draftPlaces } from "./drafts/shape";
import { conversation } from "./schema";

withDatabase();

async function postCount(id: SpaceId): Promise<number | undefined> {
  const [row] = await reader().select().from(space).where(eq(space.id, id));
  return row?.postCount;
}

test("a post is taken back within the minute as if it had never been, by its author alone, unless it was answered", async () => {
  await atStage("founding");
  const room = await aRoom();
  const [author, owner] = [await asked(room.author), await asked(room.owner)];
  const [gone, answered, old] = [await aPost(room), await aPost(room), await aPost(room)];
  await aComment(room.reader, answered);
  await expect(owner.posts.takeBack({ post: gone })).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect((await author.posts.one({ post: gone })).may.takeBack).toBe(true);
  await author.posts.takeBack({ post: gone });
  expect(await reader().select().from(conversation).where(eq(conversation.id, gone))).toEqual([]);
  expect(await postCount(room.space)).toBe(2);
  await expect(author.posts.takeBack({ post: answered })).rejects.toMatchObject({ code: "CONFLICT" });
  await at(new Date(now().getTime() + 2 * MINUTE), async () => {
    expect((await author.posts.one({ post: old })).may.takeBack).toBe(false);
    await expect(author.posts.takeBack({ post: old })).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

test("what was taken back waits where it was written as what it was", async () => {
  await atStage("founding");
  const room = await aRoom();
  const author = await asked(room.author);
  const post = await aPost(room, { kind: "question", title: "Why?", body: "Why is it cold?" });
  await author.posts.takeBack({ post });
  const kept = await author.posts.draft({ place: draftPlaces.newPost(room.space) });
  expect(kept).toMatchObject({ kind: "question", title: "Why?", body: "Why is it cold?" });
});

test("a comment is taken back, and the conversation stands again where its last word put it", async () => {
  await atStage("founding");
  const room = await aRoom();
  const author = await asked(room.author);
  const post = await at(new Date(now().getTime() - 60 * MINUTE), () => aPost(room));
  const before = await author.posts.one({ post });
  const comment = await aComment(room.author, post);
  await author.posts.takeCommentBack({ comment });
  expect(await author.posts.one({ post })).toMatchObject({ commentCount: 0, lastActivityAt: before.lastActivityAt });
  expect((await author.posts.comments({ post })).items).toEqual([]);
  const answered = await aComment(room.author, post);
  await (await asked(room.reader)).posts.addComment({ post, body: "Yes", parentId: answered });
  await expect(author.posts.takeCommentBack({ comment: answered })).rejects.toMatchObject({ code: "CONFLICT" });
});

test("whoever removed brings back within the minute; for everybody else it is gone", async () => {
  await atStage("founding");
  const room = await aRoom();
  const [author, owner] = [await asked(room.author), await asked(room.owner)];
  const post = await aPost(room);
  const comment = await aComment(room.author, post);
  await owner.posts.removeComment({ comment });
  const [shown] = (await owner.posts.comments({ post })).items;
  expect(shown).toMatchObject({ removed: true, body: "", may: { bringBack: true } });
  await expect(author.posts.bringCommentBack({ comment })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await owner.posts.bringCommentBack({ comment });
  expect((await author.posts.one({ post })).commentCount).toBe(1);
  await owner.posts.remove({ post });
  await expect(author.posts.justRemoved({ post })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await owner.posts.justRemoved({ post })).toMatchObject({ title: "A title" });
  await at(new Date(now().getTime() + 2 * MINUTE), () =>
    expect(owner.posts.bringBack({ post })).rejects.toMatchObject({ code: "CONFLICT" }),
  );
  await owner.posts.bringBack({ post });
  expect((await author.posts.one({ post })).id).toBe(post);
  expect(await postCount(room.space)).toBe(1);
});

test("a locked post takes no comment from anybody, with its reason, and still takes a kind sign", async () => {
  await atStage("founding");
  const room = await aRoom();
  const post = await aPost(room);
  const [author, owner] = [await asked(room.author), await asked(room.owner)];
  await expect(author.posts.lock({ post, reason: "x" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await owner.posts.lock({ post, reason: "It goes on elsewhere." });
  for (const api of [author, owner])
    await expect(api.posts.addComment({ post, body: "But" })).rejects.toMatchObject({ cause: { key: "postLocked" } });
  expect(await author.posts.one({ post })).toMatchObject({
    locked: true,
    lockReason: "It goes on elsewhere.",
    may: { comment: false, react: true },
  });
  await author.posts.react({ post, add: "support" });
  await owner.posts.unlock({ post });
  await author.posts.addComment({ post, body: "At last" });
});

test("three posts stand first in a space, also when more are pinned at once", async () => {
  await atStage("founding");
  const room = await aRoom();
  const owner = await asked(room.owner);
  const posts = [await aPost(room), await aPost(room), await aPost(room), await aPost(room), await aPost(room)];
  const outcomes = await Promise.allSettled(posts.map((post) => owner.posts.pin({ post })));
  expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(3);
  const { pinned, items } = await owner.posts.inSpace({ space: room.space });
  expect(pinned).toHaveLength(3);
  expect(items).toHaveLength(2);
  const [first] = pinned;
  if (first === undefined) throw new Error("one is pinned");
  await owner.posts.unpin({ post: first.id });
  expect((await owner.posts.inSpace({ space: room.space })).pinned).toHaveLength(2);
});

test("a post moves with its conversation; who will not read it there is told in numbers before", async () => {
  await atStage("founding");
  const room = await aRoom();
  const inner = await aSpace({
    visibility: "private",
    places: [
      [room.author, "member"],
      [room.owner, "member"],
    ],
  });
  const post = await aPost(room);
  const comment = await aComment(room.reader, post);
  const [author, other, owner] = [await asked(room.author), await asked(room.reader), await asked(room.owner)];
  await owner.posts.pin({ post });
  const { targets, effect, chosen } = await author.posts.moveTo({ post, to: inner });
  expect(targets.map((one) => one.id)).toContain(inner);
  expect(chosen?.id).toBe(inner);
  // Everybody inside reads an open space: those who have a place in the inner one keep it.
  expect(effect?.gaining).toBe(0);
  expect(effect?.losing).toBeGreaterThanOrEqual(2);
  await expect(other.posts.move({ post, to: inner })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await author.posts.move({ post, to: inner });
  await expect(other.posts.one({ post })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect((await owner.posts.one({ post })).space.id).toBe(inner);
  expect((await owner.posts.comments({ post })).items.map((one) => one.id)).toEqual([comment]);
  expect((await owner.posts.one({ post })).pinned).toBe(false);
  expect([await postCount(room.space), await postCount(inner)]).toEqual([0, 1]);
});

test("a post goes only where its mover may write such a post", async () => {
  await atStage("founding");
  const room = await aRoom();
  const hidden = await aSpace({ visibility: "private" });
  const open = await aSpace({});
  const post = await aPost(room);
  const author = await asked(room.author);
  await expect(author.posts.move({ post, to: hidden })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect((await author.posts.moveTo({ post, to: hidden })).chosen).toBeNull();
  const owner = await asked(room.owner);
  const news = await owner.posts.publish({ space: room.space, kind: "announcement", title: "N", body: "n" });
  await expect(owner.posts.move({ post: news.post, to: open })).rejects.toMatchObject({ code: "FORBIDDEN" });
  const host = await asked(await aPerson({ roles: ["host"] }));
  await host.posts.move({ post: news.post, to: open });
});

test("a post that leaves a private space takes neither its name nor its address along, in no version of no word", async () => {
  await atStage("founding");
  const room = await aRoom("private");
  const open = await aSpace({ slug: "market" });
  const [row] = await reader().select().from(space).where(eq(space.id, room.space));
  const { slug = "", name = "" } = row ?? {};
  const owner = await asked(room.owner);
  const said = { body: `Here in #${slug}, @space`, everyone: "yes" } as const;
  const { post } = await owner.posts.publish({ space: room.space, kind: "discussion", title: "A title", ...said });
  const { comment } = await owner.posts.addComment({ post, ...said });
  await owner.posts.edit({ post, title: "A title", ...said, body: `Still in #${slug}` });
  await owner.posts.editComment({ comment, ...said, body: `Still in #${slug}` });
  expect((await owner.posts.one({ post })).bodyHtml).toContain(name);
  await owner.posts.move({ post, to: open });
  const stranger = await asked(room.stranger);
  const read = [
    await stranger.reading.thread({ post }),
    await stranger.posts.history({ post }),
    await stranger.posts.commentHistory({ comment }),
  ];
  expect(JSON.stringify(read)).not.toContain(name);
  expect(JSON.stringify(read)).not.toContain(`/spaces/${slug}`);
  expect(read[0]).toMatchObject({ post: { body: `Still in #${slug}` } });
});
