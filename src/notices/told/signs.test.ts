import { withDatabase } from "@tests/support/database";
import { atStage } from "@tests/support/people";
import { aComment, aPost, aRoom, asked } from "@tests/support/posts";
import { tellAll } from "@tests/support/telling";
import { and, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { PersonId } from "@/members/shape";
import { reader, transaction } from "@/platform/database/client";
import { spaceMember } from "@/spaces/schema";
import { mailDue } from "../letters/send";
import { notice } from "../schema";
import { noticeWish } from "../wishes/schema";

withDatabase();
beforeAll(() => atStage("general"));

async function signs(id: PersonId, show: "unread" | "all" = "unread") {
  const { items } = await (await asked(id)).notices.list({ show });
  return items.filter(({ kind }) => kind === "reaction");
}

test("those who react to one thing are one line that names them, the latest first, each once", async () => {
  const room = await aRoom();
  const post = await aPost(room);
  const [first, second] = [await asked(room.reader), await asked(room.owner)];
  await first.posts.react({ post, add: "thanks" });
  await first.posts.react({ post, add: "curious" });
  await second.posts.react({ post, add: "agree" });
  await tellAll();
  const [line, ...others] = await signs(room.author);
  expect(others).toEqual([]);
  expect(line).toMatchObject({ why: "reacted", whoCount: 2, commentId: null, conversation: { id: post } });
  expect(line?.who.map(({ id }) => id)).toEqual([room.owner, room.reader]);
  expect(await (await asked(room.author)).notices.bell()).toMatchObject({ unread: 1 });
});

test("a sign on a comment reaches who wrote the comment and leads to it; one on one's own words reaches nobody", async () => {
  const room = await aRoom();
  const post = await aPost(room);
  const comment = await aComment(room.reader, post);
  await (await asked(room.reader)).posts.reactToComment({ comment, add: "agree" });
  await tellAll();
  expect([await signs(room.reader), await signs(room.author)]).toEqual([[], []]);
  await (await asked(room.owner)).posts.reactToComment({ comment, add: "agree" });
  await tellAll();
  expect(await signs(room.reader)).toMatchObject([{ commentId: comment, who: [{ id: room.owner }] }]);
  expect(await signs(room.author)).toEqual([]);
});

test("a sign that is taken back before it was read is told no more; given again and again it rings once", async () => {
  const room = await aRoom();
  const post = await aPost(room);
  const [author, other] = [await asked(room.author), await asked(room.reader)];
  await other.posts.react({ post, add: "thanks" });
  await tellAll();
  await other.posts.react({ post, remove: "thanks" });
  await tellAll();
  expect(await signs(room.author, "all")).toEqual([]);
  expect(await author.notices.bell()).toMatchObject({ unread: 0 });
  await other.posts.react({ post, add: "support" });
  await tellAll();
  const [line] = await signs(room.author);
  await author.notices.read({ notice: line?.id ?? "" });
  await other.posts.react({ post, remove: "support" });
  await other.posts.react({ post, add: "thanks" });
  await tellAll();
  expect(await signs(room.author)).toEqual([]);
  await (await asked(room.owner)).posts.react({ post, add: "thanks" });
  await tellAll();
  expect(await signs(room.author)).toMatchObject([{ id: line?.id, whoCount: 1, who: [{ id: room.owner }] }]);
});

test("whoever had the page on a screen since has seen the signs on it", async () => {
  const room = await aRoom();
  const post = await aPost(room);
  await (await asked(room.reader)).posts.react({ post, add: "thanks" });
  await tellAll();
  expect(await signs(room.author)).toHaveLength(1);
  await (await asked(room.author)).reading.markThread({ post });
  expect(await signs(room.author)).toEqual([]);
});

test("signs stay in the bell, even for whoever wants everything by mail, and fill no list of decisions", async () => {
  const room = await aRoom();
  const post = await aPost(room);
  await transaction((tx) => tx.insert(noticeWish).values({ personId: room.author, position: "all" }));
  await (await asked(room.reader)).posts.react({ post, add: "thanks" });
  await tellAll();
  const [row] = await reader()
    .select()
    .from(notice)
    .where(and(eq(notice.personId, room.author), eq(notice.kind, "reaction")));
  expect(row).toMatchObject({ bundle: `sign:${post}`, mailDueAt: null });
  await mailDue();
  expect((await (await asked(room.author)).notices.decisions({})).items).toEqual([]);
});

test("of signs on what was removed, or in a room that was closed to them, nobody is told", async () => {
  const room = await aRoom("private");
  const post = await aPost(room);
  const comment = await aComment(room.reader, post);
  await (await asked(room.owner)).posts.reactToComment({ comment, add: "agree" });
  await (await asked(room.owner)).posts.react({ post, add: "agree" });
  await tellAll();
  expect(await signs(room.author)).toHaveLength(1);
  await (await asked(room.reader)).posts.removeComment({ comment });
  expect(await signs(room.reader)).toEqual([]);
  await transaction((tx) => tx.delete(spaceMember).where(eq(spaceMember.personId, room.author)));
  expect(await signs(room.author, "all")).toEqual([]);
});

test("whoever wrote what was withdrawn before it was told of is told nothing, and nothing fails", async () => {
  const room = await aRoom();
  const post = await aPost(room);
  const comment = await aComment(room.reader, post);
  await (await asked(room.owner)).posts.reactToComment({ comment, add: "agree" });
  await (await asked(room.reader)).posts.takeCommentBack({ comment });
  await (await asked(room.owner)).posts.react({ post, add: "agree" });
  await (await asked(room.author)).posts.takeBack({ post });
  await tellAll();
  expect([await signs(room.reader, "all"), await signs(room.author, "all")]).toEqual([[], []]);
});
