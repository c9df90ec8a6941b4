import { aBoard } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { aPerson, atStage, viewerFor } from "@tests/support/people";
import { tellAll } from "@tests/support/telling";
import { beforeAll, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import type { PersonId } from "@/members/shape";
import type { ConversationId } from "@/posts/shape";

withDatabase();
beforeAll(() => atStage("early"));

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

const aMember = () => aPerson({ admitted: "host-invitation" });

async function followOf(who: PersonId, idea: ConversationId) {
  return (await (await asked(who)).feedback.idea({ idea })).follow;
}

async function unread(who: PersonId) {
  return (await (await asked(who)).notices.list({ show: "unread" })).items.map((it) => it.why).sort();
}

async function circle() {
  const [host, ada, bo, cy, dee] = await Promise.all([
    aPerson({ roles: ["host"] }),
    aMember(),
    aMember(),
    aMember(),
    aMember(),
  ]);
  const on = await aBoard();
  const api = await asked(host);
  const { idea } = await api.feedback.suggest({
    board: on.id,
    title: "A bell",
    body: "For the door.",
    onBehalfOf: ada,
  });
  return { host, api, ada, bo, cy, dee, idea };
}

test("whoever has to do with an idea hears of it, with the reason why; others may ask to", async () => {
  const { host, ada, bo, cy, dee, idea } = await circle();
  await (await asked(bo)).feedback.vote({ idea, need: "need" });
  await (await asked(cy)).feedback.addComment({ idea, body: "Mine too" });
  expect(await followOf(ada, idea)).toEqual({ why: "author", status: true, comments: true });
  expect(await followOf(host, idea)).toEqual({ why: "recorder", status: true, comments: false });
  expect(await followOf(bo, idea)).toEqual({ why: "voter", status: true, comments: false });
  expect(await followOf(cy, idea)).toEqual({ why: "commenter", status: true, comments: true });
  expect(await followOf(dee, idea)).toEqual({ why: null, status: false, comments: false });
  await (await asked(dee)).feedback.followIdea({ idea, wish: "both" });
  expect(await followOf(dee, idea)).toEqual({ why: null, status: true, comments: true });
  await (await asked(dee)).feedback.followIdea({ idea, wish: "comments" });
  expect(await followOf(dee, idea)).toEqual({ why: null, status: false, comments: true });
});

test("an answer is told once to author, voters, commenters and followers, and not to whoever wants none", async () => {
  const { api, ada, bo, cy, dee, idea } = await circle();
  await (await asked(bo)).feedback.vote({ idea, need: "need" });
  await (await asked(bo)).feedback.followIdea({ idea, wish: "both" });
  await (await asked(dee)).feedback.followIdea({ idea, wish: "status" });
  await (await asked(cy)).feedback.vote({ idea, need: "like" });
  await (await asked(cy)).feedback.followIdea({ idea, wish: "none" });
  await api.feedback.move({ idea, status: "under-review", note: "We look." });
  await tellAll();
  await tellAll();
  expect(await unread(ada)).toEqual(["own-idea"]);
  expect(await unread(bo)).toEqual(["voted"]);
  expect(await unread(dee)).toEqual(["follows-idea"]);
  expect(await unread(cy)).toEqual([]);
});

test("no means no, whatever somebody does later, until they say otherwise", async () => {
  const { api, cy, idea } = await circle();
  const his = await asked(cy);
  await his.feedback.followIdea({ idea, wish: "none" });
  await his.feedback.vote({ idea, need: "need" });
  await his.feedback.addComment({ idea, body: "All the same" });
  expect(await followOf(cy, idea)).toEqual({ why: "commenter", status: false, comments: false });
  await api.feedback.addComment({ idea, body: "We hear you" });
  await api.feedback.move({ idea, status: "under-review", note: "We look." });
  await tellAll();
  expect(await unread(cy)).toEqual([]);
  await his.feedback.followIdea({ idea, wish: "status" });
  await api.feedback.move({ idea, status: "not-now", note: "Later." });
  await api.feedback.addComment({ idea, body: "In spring" });
  await tellAll();
  expect(await unread(cy)).toEqual(["voted"]);
});

test("whoever takes their vote back hears no more of it", async () => {
  const { bo, idea } = await circle();
  const hers = await asked(bo);
  await hers.feedback.vote({ idea, need: "need" });
  await hers.feedback.unvote({ idea });
  expect(await followOf(bo, idea)).toEqual({ why: null, status: false, comments: false });
});
