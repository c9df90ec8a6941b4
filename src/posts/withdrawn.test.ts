import { withDatabase } from "@tests/support/database";
import { acting, atStage } from "@tests/support/people";
import { aComment, aPost, aRoom, asked } from "@tests/support/posts";
import { tellAll } from "@tests/support/telling";
import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { reader } from "@/platform/database/client";
import { isRefusal } from "@/platform/errors";
import { addComment } from "./actions/add-comment";
import { takeCommentBack, takePostBack } from "./actions/undo";
import { voteInPoll } from "./kinds/actions/vote-in-poll";
import { saveForLater } from "./marks/actions/bookmark";
import { react } from "./marks/actions/react";
import { followThread } from "./reading/actions/follow-thread";
import type { CommentId, ConversationId } from "./shape";

withDatabase();
beforeAll(() => atStage("founding"));

/** Waits until another connection waits for a lock that this work holds. */
async function somebodyWaits(): Promise<void> {
  const waiting = sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  for (;;) if ([...(await reader().execute(waiting))].length > 0) return;
}

const takenBack = { code: "NOT_FOUND", cause: { code: "not-found", key: "takenBack" } };

async function aPoll(room: Awaited<ReturnType<typeof aRoom>>): Promise<ConversationId> {
  const poll = { options: ["One", "Two"], several: false, named: false, closesAt: null };
  return aPost(room, { kind: "poll", poll });
}

test("a comment sent while its post is being taken back is told so", async () => {
  const room = await aRoom();
  const post = await aPost(room);
  const other = await asked(room.reader);
  const said = await acting(room.author, async (act) => {
    await takePostBack(act, post, room.space, "/");
    const saying = other.posts.addComment({ post, body: "Just in time?" }).catch((error: unknown) => error);
    await somebodyWaits();
    return { saying };
  });
  expect(await said.saying).toMatchObject(takenBack);
});

test("an answer to a comment that is being taken back is told so", async () => {
  const room = await aRoom();
  const post = await aPost(room);
  const first = await aComment(room.author, post);
  const other = await asked(room.reader);
  const said = await acting(room.author, async (act) => {
    await takeCommentBack(act, first, post, "/");
    const saying = other.posts.addComment({ post, body: "Yes", parentId: first }).catch((error: unknown) => error);
    await somebodyWaits();
    return { saying };
  });
  expect(await said.saying).toMatchObject(takenBack);
});

test.each<[string, (post: ConversationId, comment: CommentId) => Parameters<typeof acting>[1]]>([
  ["a comment", (post) => (act) => addComment(act, post, { body: "Words" })],
  ["a sign", (post) => (act) => react(act, { conversation: post, comment: null }, { add: "agree" })],
  ["a sign on a comment", (post, comment) => (act) => react(act, { conversation: post, comment }, { add: "agree" })],
  ["a ballot", (post) => (act) => voteInPoll(act, post, [1])],
  ["a wish to keep it", (post) => (act) => saveForLater(act, post)],
  ["a wish to follow it", (post) => (act) => followThread(act, post, "everything")],
])("%s for what was taken back a moment ago is refused, and is no fault", async (_, work) => {
  const room = await aRoom();
  const post = await aPoll(room);
  const comment = await aComment(room.author, post);
  await acting(room.author, (act) => takeCommentBack(act, comment, post, "/"));
  await acting(room.author, (act) => takePostBack(act, post, room.space, "/"));
  const outcome = await acting(room.reader, work(post, comment)).catch((error: unknown) => error);
  expect(isRefusal(outcome), String(outcome)).toBe(true);
});

test("whoever tells of things bears that they were taken back before", async () => {
  const room = await aRoom();
  const question = await aPost(room, { kind: "question", body: "Dear all" });
  const answer = await aComment(room.reader, question);
  await (await asked(room.author)).posts.accept({ comment: answer });
  await (await asked(room.reader)).posts.takeCommentBack({ comment: answer });
  const standing = await aPost(room);
  const named = await aComment(room.reader, standing);
  await (await asked(room.reader)).posts.takeCommentBack({ comment: named });
  await (await asked(room.author)).posts.takeBack({ post: question });
  await expect(tellAll()).resolves.toBeUndefined();
  for (const who of [room.author, room.reader, room.owner]) {
    const { items } = await (await asked(who)).notices.list({ show: "all" });
    expect(items.map(({ why }) => why)).toEqual(who === room.author ? [] : ["space-thread"]);
  }
});
