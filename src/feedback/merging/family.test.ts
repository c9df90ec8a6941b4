import { aBoard, anIdea } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { acting, aPerson, atStage, viewerFor } from "@tests/support/people";
import { beforeAll, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import type { PersonId } from "@/members/shape";
import type { ConversationId } from "@/posts/shape";
import { castVote } from "../actions/vote";
import type { Need } from "../shape";

withDatabase();
beforeAll(() => atStage("early"));

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

type Api = Awaited<ReturnType<typeof asked>>;
const aMember = (wish: { department?: string } = {}) => aPerson({ admitted: "host-invitation", ...wish });
const aHost = async () => asked(await aPerson({ roles: ["host"] }));
const says = (who: PersonId, of: ConversationId, need: Need) =>
  acting(who, (act) => castVote(act, of, { need, reason: "" }));

async function join(host: Api, one: ConversationId, into: ConversationId) {
  const { plan } = await host.feedback.mergeTargets({ idea: one, into });
  await host.feedback.merge({ idea: one, into, basis: plan?.basis ?? "" });
}

test("who says the same of the idea again means it: what they had said of its double counts no more", async () => {
  const host = await aHost();
  const [ada, bo, on] = [await aMember(), await aMember(), await aBoard()];
  const [one, into] = [await anIdea(on.id, bo), await anIdea(on.id, bo)];
  await says(ada, into, "like");
  await says(ada, one, "blocked");
  await join(host, one, into);
  const hers = await asked(ada);
  expect(await hers.feedback.idea({ idea: into })).toMatchObject({ voted: "blocked", tally: { like: 0, blocked: 1 } });
  await hers.feedback.vote({ idea: into, need: "like" });
  expect(await hers.feedback.idea({ idea: into })).toMatchObject({
    voted: "like",
    voteCount: 1,
    tally: { like: 1, blocked: 0 },
  });
  await hers.feedback.vote({ idea: one, need: "like" });
  expect(await hers.feedback.idea({ idea: into })).toMatchObject({ voted: "like", voteCount: 1 });
});

test("votes by group and the table of a board have everybody who wants an idea or its double, once", async () => {
  const host = await aHost();
  const on = await aBoard({ votersShown: "hosts" });
  const voters = await Promise.all(Array.from({ length: 7 }, () => aMember({ department: "Sales" })));
  const [ada] = voters as [PersonId];
  const [one, into] = [await anIdea(on.id, ada), await anIdea(on.id, ada)];
  for (const who of voters.slice(0, 4)) await says(who, one, "need");
  for (const who of voters.slice(3)) await says(who, into, "like");
  const hers = await asked(ada);
  await hers.feedback.addComment({ idea: one, body: "Here" });
  await hers.feedback.addComment({ idea: into, body: "And there" });
  await join(host, one, into);
  const { idea, by } = await host.feedback.segments({ idea: into });
  expect(idea.voteCount).toBe(7);
  expect(by.department).toEqual({ shown: [{ name: "Sales", count: 7 }], others: 0 });
  const { items } = await host.table.ideas({ slug: on.slug });
  expect(items.find((row) => row.id === into)).toMatchObject({ like: 3, need: 4, blocked: 0, comments: 2 });
});

test("the comments of an idea and its doubles are one list in one order, page by page", async () => {
  const host = await aHost();
  const [ada, on] = [await aMember(), await aBoard()];
  const [one, into] = [await anIdea(on.id, ada), await anIdea(on.id, ada)];
  const hers = await asked(ada);
  const said: string[] = [];
  for (let n = 0; n < 7; n += 1) {
    const { comment } = await hers.feedback.addComment({ idea: n % 2 === 0 ? one : into, body: `Word ${n}` });
    said.push(comment);
  }
  await join(host, one, into);
  const read: string[] = [];
  let after: string | undefined;
  do {
    const page = await hers.feedback.comments({ idea: into, take: 3, after });
    read.push(...page.items.map((it) => it.id));
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect(read).toEqual(said);
  expect((await hers.feedback.idea({ idea: into })).commentCount).toBe(read.length);
});

test("comments that are closed on the idea are closed for whoever comes by its double, answers included", async () => {
  const host = await aHost();
  const [ada, on] = [await aMember(), await aBoard()];
  const [one, into] = [await anIdea(on.id, ada), await anIdea(on.id, ada)];
  const hers = await asked(ada);
  const { comment } = await hers.feedback.addComment({ idea: one, body: "Before" });
  await join(host, one, into);
  await host.feedback.lockTalk({ idea: into, locked: true, reason: "Said and done" });
  const closed = { cause: { key: "ideaLocked" } };
  await expect(hers.feedback.addComment({ idea: into, body: "?" })).rejects.toMatchObject(closed);
  await expect(hers.feedback.addComment({ idea: one, body: "?" })).rejects.toMatchObject(closed);
  await expect(hers.feedback.addComment({ idea: one, body: "?", parentId: comment })).rejects.toMatchObject(closed);
  await host.feedback.lockTalk({ idea: into, locked: false });
  expect(await hers.feedback.addComment({ idea: one, body: "!" })).toMatchObject({ idea: into });
});
