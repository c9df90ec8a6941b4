import { aBoard, anIdea } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { aPerson, atStage } from "@tests/support/people";
import { asked } from "@tests/support/posts";
import { tellAll } from "@tests/support/telling";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { at, now } from "@/platform/clock";
import { reader } from "@/platform/database/client";
import { MINUTE } from "@/platform/durations";
import { event } from "@/platform/events/schema";
import { draftPlaces } from "@/posts/drafts/shape";
import { conversation } from "@/posts/schema";
import { board, idea, vote } from "./schema";

withDatabase();
beforeAll(() => atStage("founding"));

const aMember = () => aPerson({ admitted: "host-invitation" });
const words = { title: "Bigger buttons", body: "For gloves.", need: "need" } as const;
const conflict = { code: "CONFLICT", cause: { key: "answeredMeanwhile" } };

async function circle() {
  const [ada, paul, host] = [await aMember(), await aMember(), await aPerson({ roles: ["host"] })];
  const on = await aBoard();
  const count = async () =>
    (await reader().select({ count: board.ideaCount }).from(board).where(eq(board.id, on.id)))[0]?.count;
  return { ada, paul, host, on, count };
}

test("an idea is taken back within the minute as if it had never been, by whoever wrote it, and waits as a draft", async () => {
  const { ada, paul, host, on, count } = await circle();
  const [hers, others, team] = [await asked(ada), await asked(paul), await asked(host)];
  const { idea: id } = await hers.feedback.suggest({ board: on.id, ...words });
  expect((await hers.feedback.idea({ idea: id })).may.takeBack).toBe(true);
  expect((await others.feedback.idea({ idea: id })).may.takeBack).toBe(false);
  for (const somebody of [others, team])
    await expect(somebody.feedback.takeBack({ idea: id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await hers.feedback.takeBack({ idea: id })).toEqual({ slug: on.slug });
  expect(await reader().select().from(conversation).where(eq(conversation.id, id))).toEqual([]);
  expect(await reader().select().from(idea).where(eq(idea.id, id))).toEqual([]);
  expect(await reader().select().from(vote).where(eq(vote.ideaId, id))).toEqual([]);
  expect(await count()).toBe(0);
  expect(await hers.posts.draft({ place: draftPlaces.newIdea(on.id) })).toMatchObject({
    title: words.title,
    body: words.body,
  });
  const told = await reader()
    .select({ name: event.name })
    .from(event)
    .where(eq(event.subject, `idea:${id}`));
  expect(told.map(({ name }) => name).sort()).toEqual(["idea.suggested", "idea.withdrawn"]);
  await expect(others.feedback.vote({ idea: id, need: "like" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await tellAll();
});

test("what others have voted for, commented on or answered stays, and so does what is older than a minute", async () => {
  const { ada, paul, host, on, count } = await circle();
  const hers = await asked(ada);
  const [voted, said, moved, old] = [
    await anIdea(on.id, ada),
    await anIdea(on.id, ada),
    await anIdea(on.id, ada),
    await anIdea(on.id, ada),
  ];
  await (await asked(paul)).feedback.vote({ idea: voted, need: "like" });
  await (await asked(paul)).feedback.addComment({ idea: said, body: "Yes" });
  await (await asked(host)).feedback.move({ idea: moved, status: "under-review", note: "We look." });
  for (const one of [voted, said, moved]) {
    expect((await hers.feedback.idea({ idea: one })).may.takeBack).toBe(false);
    await expect(hers.feedback.takeBack({ idea: one })).rejects.toMatchObject(conflict);
  }
  await at(new Date(now().getTime() + 2 * MINUTE), async () => {
    expect((await hers.feedback.idea({ idea: old })).may.takeBack).toBe(false);
    await expect(hers.feedback.takeBack({ idea: old })).rejects.toMatchObject({ cause: { key: "undoOver" } });
  });
  expect(await count()).toBe(4);
});

test("what a host wrote down for somebody else, the host takes back, not whose idea it is", async () => {
  const { ada, host, on } = await circle();
  const team = await asked(host);
  const { idea: id } = await team.feedback.suggest({ board: on.id, ...words, onBehalfOf: ada });
  await expect((await asked(ada)).feedback.takeBack({ idea: id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await team.feedback.takeBack({ idea: id });
  expect(await reader().select().from(idea).where(eq(idea.id, id))).toEqual([]);
});
