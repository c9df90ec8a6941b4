import { lettingAll } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { acting, aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { and, asc, eq, inArray } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { dispatchEvent } from "@/assembly/dispatch";
import { createCaller } from "@/assembly/router";
import { moveIdea } from "@/feedback/actions/move-idea";
import { openBoard } from "@/feedback/actions/run-board";
import { suggestIdea } from "@/feedback/actions/suggest-idea";
import type { PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { DAY } from "@/platform/durations";
import { event } from "@/platform/events/schema";
import { addComment } from "@/posts/actions/add-comment";
import { publishPost } from "@/posts/actions/publish-post";
import { removeComment, removePost } from "@/posts/actions/remove-words";
import { readingLine } from "@/posts/reading/schema";
import type { CommentId, ConversationId } from "@/posts/shape";
import { spaceFollow, spaceMember } from "@/spaces/schema";
import type { SpaceId } from "@/spaces/shape";
import { noticeReactions } from "./reactions";
import { notice } from "./schema";

withDatabase();
beforeAll(() => atStage("general"));

const told = new Set<string>();

/** Runs the reactions of every event that has not been told yet, in the order in which they happened. */
async function react(): Promise<void> {
  for (const { id } of await reader().select({ id: event.id }).from(event).orderBy(asc(event.at), asc(event.id))) {
    if (told.has(id)) continue;
    told.add(id);
    await dispatchEvent(id, noticeReactions);
  }
}

function post(author: PersonId, room: SpaceId, title = "A question"): Promise<ConversationId> {
  return acting(author, (act) => publishPost(act, room, { kind: "discussion", title, body: "words" }));
}

function answer(author: PersonId, to: ConversationId, parentId?: CommentId): Promise<CommentId> {
  return acting(author, (act) => addComment(act, to, { body: "an answer", ...(parentId ? { parentId } : {}) }));
}

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

async function list(id: PersonId, show: "unread" | "all" = "unread") {
  return (await (await asked(id)).notices.list({ show })).items;
}

async function circle() {
  const [ada, paul, mia, eve] = [
    await aPerson({ name: "Ada" }),
    await aPerson({ name: "Paul" }),
    await aPerson({ name: "Mia" }),
    await aPerson({ name: "Eve" }),
  ];
  const room = await aSpace({ places: [ada, paul, mia].map((id) => [id, "member"] as const) });
  return { ada, paul, mia, eve, room };
}

test("several answers in one thread are one line that names who wrote, the latest first", async () => {
  const { ada, paul, mia, eve, room } = await circle();
  const thread = await post(ada, room);
  const first = await answer(paul, thread);
  await answer(mia, thread);
  await answer(paul, thread);
  await react();
  const lines = await list(ada);
  expect(lines).toMatchObject([{ kind: "answer", why: "opened", whoCount: 2, commentId: first, unread: true }]);
  expect(lines[0]?.who.map(({ name }) => name)).toEqual(["Paul", "Mia"]);
  expect(await (await asked(ada)).notices.bell()).toMatchObject({ unread: 1 });
  expect(await list(eve)).toEqual([]);
});

test("nobody is told of what they did themselves", async () => {
  const { ada, room } = await circle();
  const thread = await post(ada, room);
  await answer(ada, thread);
  await react();
  expect(await list(ada)).toEqual([]);
});

test("who is reached for several reasons hears the strongest, once", async () => {
  const { ada, paul, mia, room } = await circle();
  const thread = await post(ada, room);
  const said = await answer(mia, thread);
  await answer(paul, thread, said);
  await react();
  expect(await list(mia)).toMatchObject([{ why: "replied", whoCount: 1 }]);
});

test("a new thread reaches those with a place in the space, and later answers do not name it anew", async () => {
  const { ada, paul, eve, room } = await circle();
  const thread = await post(ada, room, "Proofing in winter");
  await react();
  expect(await list(paul)).toMatchObject([
    { kind: "thread", why: "space-thread", who: [{ name: "Ada" }], conversation: { id: thread } },
  ]);
  expect(await list(eve)).toEqual([]);
});

test("what was read comes up again when somebody writes more, and tells only what is new", async () => {
  const { ada, paul, mia, room } = await circle();
  const thread = await post(ada, room);
  await answer(paul, thread);
  await react();
  const [line] = await list(ada);
  const api = await asked(ada);
  expect(await api.notices.open({ notice: line?.id ?? "" })).toEqual({
    to: expect.stringContaining(`/posts/${thread}?at=`),
  });
  expect(await list(ada)).toEqual([]);
  const second = await answer(mia, thread);
  await react();
  expect(await list(ada)).toMatchObject([{ id: line?.id, whoCount: 1, who: [{ name: "Mia" }], commentId: second }]);
});

test("an event that is told again changes nothing", async () => {
  const { ada, paul, room } = await circle();
  const thread = await post(ada, room);
  await answer(paul, thread);
  await react();
  const before = await reader().select().from(notice).where(eq(notice.personId, ada));
  for (const { id } of await reader().select({ id: event.id }).from(event)) await dispatchEvent(id, noticeReactions);
  expect(await reader().select().from(notice).where(eq(notice.personId, ada))).toEqual(before);
});

test("removed words are not told, and a line of nothing else is gone", async () => {
  const { ada, paul, mia, room } = await circle();
  const thread = await post(ada, room);
  const gone = await answer(paul, thread);
  await react();
  await acting(paul, (act) => removeComment(act, gone));
  expect(await list(ada)).toEqual([]);
  expect(await (await asked(ada)).notices.bell()).toMatchObject({ unread: 0 });
  await answer(mia, thread);
  await react();
  expect(await list(ada)).toMatchObject([{ whoCount: 1, who: [{ name: "Mia" }] }]);
  await acting(ada, (act) => removePost(act, thread));
  expect(await list(ada)).toEqual([]);
});

test("who loses the place in a private space is shown nothing of it any more, not even a count", async () => {
  const { ada, paul } = await circle();
  const room = await aSpace({
    visibility: "private",
    places: [
      [ada, "member"],
      [paul, "owner"],
    ],
  });
  const thread = await post(ada, room);
  await answer(paul, thread);
  await react();
  expect(await list(ada)).toHaveLength(1);
  await transaction((tx) =>
    tx.delete(spaceMember).where(and(eq(spaceMember.spaceId, room), eq(spaceMember.personId, ada))),
  );
  expect(await list(ada, "all")).toEqual([]);
  expect(await (await asked(ada)).notices.bell()).toMatchObject({ unread: 0 });
  await answer(paul, thread);
  await react();
  const [row] = await reader().select().from(notice).where(eq(notice.personId, ada));
  expect(row?.lastAt).toEqual(row?.since);
});

test("an answer of the team reaches whose idea it is and says where it stands", async () => {
  const { ada, paul } = await circle();
  const host = await aPerson({ name: "Hannah", roles: ["host"] });
  const stages = { opensAt: "founding", votesAt: "founding" } as const;
  const board = await acting(host, (act) =>
    openBoard(act, { slug: `b-${host.slice(-8)}`, name: "Board", purpose: "", ...lettingAll("members"), ...stages }),
  );
  const idea = await acting(ada, (act) =>
    suggestIdea(act, { id: board.id, votesOpen: true }, { title: "An idea", body: "b", need: "need" }),
  );
  const paulAsked = await asked(paul);
  await paulAsked.feedback.vote({ idea, need: "like" });
  await acting(host, (act) => moveIdea(act, idea, { status: "planned", note: "Yes.", promisedFor: "" }));
  await react();
  expect(await list(ada)).toMatchObject([{ kind: "idea", why: "own-idea", status: "planned" }]);
  expect(await list(paul)).toMatchObject([{ kind: "idea", why: "voted", who: [{ name: "Hannah" }] }]);
  expect(await list(host)).toEqual([]);
});

test("what was read in its own place waits no more, and comes up again with what is new alone", async () => {
  const { ada, paul, mia, room } = await circle();
  const thread = await post(ada, room);
  await answer(paul, thread);
  const last = await answer(mia, thread);
  await react();
  // Ada was here before all this: whoever never was starts from this moment.
  await transaction((tx) =>
    tx.insert(readingLine).values({ personId: ada, hereAt: now(), drawnAt: new Date(now().getTime() - DAY) }),
  );
  const api = await asked(ada);
  await api.reading.mark({ post: thread, first: last, last });
  expect(await list(ada)).toHaveLength(1);
  await api.reading.markThread({ post: thread });
  expect(await list(ada)).toEqual([]);
  expect(await api.notices.bell()).toMatchObject({ unread: 0 });
  await answer(paul, thread);
  await react();
  expect(await list(ada)).toMatchObject([{ whoCount: 1, who: [{ name: "Paul" }] }]);
});

test.each([
  ["everything", ["thread", "talk"]],
  ["threads", ["thread"]],
  ["mentions", []],
  ["nothing", []],
] as const)("who follows a space at %s is told of %j", async (level, kinds) => {
  const { ada, paul, mia, room } = await circle();
  await transaction((tx) => tx.insert(spaceFollow).values({ personId: mia, spaceId: room, level }));
  await post(ada, room);
  await react();
  const heard = (await list(mia)).map(({ kind }) => kind);
  const old = await acting(ada, (act) => publishPost(act, room, { kind: "discussion", title: "Old", body: "b" }));
  await transaction((tx) => tx.delete(event).where(eq(event.subject, `post:${old}`)));
  await answer(paul, old);
  await react();
  const talk = (await list(mia)).filter(({ conversation }) => conversation?.id === old).map(({ kind }) => kind);
  expect([...heard, ...talk]).toEqual(kinds);
});

test("who wants to hear no more of a thread does not, though they wrote in it", async () => {
  const { ada, paul, mia, room } = await circle();
  const thread = await post(ada, room);
  await answer(mia, thread);
  await react();
  await (await asked(mia)).reading.follow({ post: thread, level: "nothing" });
  const before = await list(mia, "all");
  await answer(paul, thread);
  await react();
  expect(await list(mia, "all")).toEqual(before);
});

test("all is marked as read up to a moment, and taken back", async () => {
  const { ada, paul, room } = await circle();
  for (const title of ["One", "Two"]) await post(paul, room, title);
  await react();
  const api = await asked(ada);
  const { at } = await api.notices.readAll({ until: new Date() });
  expect(await list(ada)).toEqual([]);
  expect(await list(ada, "all")).toHaveLength(2);
  await api.notices.unreadAll({ at: new Date(at) });
  expect(await list(ada)).toHaveLength(2);
});

test("whoever is named hears of it by that reason, and a call reaches everybody in the space", async () => {
  const admitted = "host-invitation" as const;
  const [owner, ruth, mute] = [
    await aPerson({ admitted }),
    await aPerson({ name: "Ruth Named", admitted }),
    await aPerson({ admitted }),
  ];
  const room = await aSpace({
    visibility: "private",
    places: [
      [owner, "owner"],
      [ruth, "member"],
      [mute, "member"],
    ],
  });
  const level = "nothing" as const;
  await transaction((tx) => tx.insert(spaceFollow).values({ personId: mute, spaceId: room, level }));
  const api = createCaller({ viewer: await viewerFor(owner), locale: "en", requestId: "test" });
  const words = { space: room, kind: "discussion", title: "T" } as const;
  const named = await api.posts.publish({ ...words, body: "Dear @Ruth Named" });
  const called = await api.posts.publish({ ...words, body: "Dear @space", everyone: "yes" });
  await react();
  const rows = await reader()
    .select({ person: notice.personId, conversation: notice.conversationId, why: notice.why })
    .from(notice)
    .where(inArray(notice.personId, [owner, ruth, mute]));
  expect(new Set(rows.map((row) => `${row.person} ${row.conversation} ${row.why}`))).toEqual(
    new Set([`${ruth} ${named.post} mentioned`, `${ruth} ${called.post} space-mentioned`]),
  );
});
