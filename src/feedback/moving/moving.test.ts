import { aBoard, anIdea } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { acting, aPerson, atStage, viewerFor } from "@tests/support/people";
import { eq, inArray } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import type { PersonId } from "@/members/shape";
import { reader } from "@/platform/database/client";
import { castVote } from "../actions/vote";
import { board, idea, ideaTag } from "../schema";

withDatabase();
beforeAll(() => atStage("early"));

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

const aMember = () => aPerson({ admitted: "host-invitation" });

test("before an idea goes to another board, the host sees who loses sight of it; its doubles go along", async () => {
  const api = await asked(await aPerson({ roles: ["host"] }));
  const [ada, bo] = [await aMember(), await aMember()];
  const [open, team] = [await aBoard(), await aBoard({ audience: "hosts" })];
  const [one, into] = [await anIdea(open.id, ada), await anIdea(open.id, bo)];
  await acting(ada, (act) => castVote(act, one, { need: "need", reason: "" }));
  const { plan } = await api.feedback.mergeTargets({ idea: one, into });
  await api.feedback.merge({ idea: one, into, basis: plan?.basis ?? "" });
  const look = await api.feedback.transferTargets({ idea: into, to: team.id });
  expect(look.effect).toMatchObject({ concerned: 2, gaining: 0 });
  expect(look.effect?.losing).toBeGreaterThanOrEqual(2);
  await api.feedback.transfer({ idea: into, from: open.id, to: team.id });
  await expect((await asked(ada)).feedback.idea({ idea: into })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect((await asked(ada)).feedback.idea({ idea: one })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(api.feedback.transfer({ idea: into, from: open.id, to: team.id })).rejects.toMatchObject({
    cause: { key: "ideaTransferred" },
  });
  const places = await reader()
    .select({ on: idea.boardId })
    .from(idea)
    .where(inArray(idea.id, [one, into]));
  expect(places.map((it) => it.on)).toEqual([team.id, team.id]);
  const [counted] = await reader().select({ ideas: board.ideaCount }).from(board).where(eq(board.id, team.id));
  expect(counted?.ideas).toBe(1);
  const steps = await api.feedback.course({ idea: into });
  expect(steps.map((step) => step.kind)).toEqual(["transferred", "joined"]);
});

test("an idea that was voted on goes to no board that tells more of who voted than was promised", async () => {
  const api = await asked(await aPerson({ roles: ["host"] }));
  const ada = await aMember();
  const [secret, open, other] = [
    await aBoard({ votersShown: "counts" }),
    await aBoard(),
    await aBoard({ votersShown: "counts" }),
  ];
  const id = await anIdea(secret.id, ada);
  const offered = async () => (await api.feedback.transferTargets({ idea: id })).targets.map((one) => one.id);
  expect(await offered()).toContain(open.id);
  await acting(ada, (act) => castVote(act, id, { need: "need", reason: "My case" }));
  expect(await offered()).toContain(other.id);
  expect(await offered()).not.toContain(open.id);
  await expect(api.feedback.transfer({ idea: id, from: secret.id, to: open.id })).rejects.toMatchObject({
    cause: { key: "votersPromised" },
  });
  await api.feedback.transfer({ idea: id, from: secret.id, to: other.id });
});

test("categories and tags stay on the board whose words they are; a double that was removed goes along", async () => {
  const api = await asked(await aPerson({ roles: ["host"] }));
  const ada = await aMember();
  const [from, to] = [await aBoard({ audience: "hosts" }), await aBoard()];
  await api.feedback.addLabel({ board: from.id, kind: "category", name: "Redundancies" });
  await api.feedback.addLabel({ board: from.id, kind: "tag", name: "confidential" });
  const { categories, tags } = await api.feedback.boardBySlug({ slug: from.slug });
  const wish = { category: categories[0]?.id, tags: tags.map((one) => one.id) };
  const [one, gone, into] = [
    await anIdea(from.id, ada, wish),
    await anIdea(from.id, ada, wish),
    await anIdea(from.id, ada, wish),
  ];
  for (const double of [one, gone]) {
    const { plan } = await api.feedback.mergeTargets({ idea: double, into });
    await api.feedback.merge({ idea: double, into, basis: plan?.basis ?? "" });
  }
  await api.feedback.removeIdea({ idea: gone });
  await api.feedback.transfer({ idea: into, from: from.id, to: to.id });
  const hers = await asked(ada);
  for (const id of [one, into])
    expect(await hers.feedback.idea({ idea: id })).toMatchObject({ category: null, tags: [] });
  const places = await reader()
    .select({ on: idea.boardId, category: idea.categoryId })
    .from(idea)
    .where(inArray(idea.id, [one, gone, into]));
  expect(places).toEqual(Array.from({ length: 3 }, () => ({ on: to.id, category: null })));
  expect(
    await reader()
      .select()
      .from(ideaTag)
      .where(inArray(ideaTag.ideaId, [one, gone, into])),
  ).toEqual([]);
});

test("the history of an idea tells answers, merges and their undoing, and names no board that the reader does not see", async () => {
  const api = await asked(await aPerson({ roles: ["host"] }));
  const ada = await aMember();
  const [open, team] = [await aBoard(), await aBoard({ audience: "hosts" })];
  const [one, into] = [await anIdea(team.id, ada, { title: "Double" }), await anIdea(open.id, ada)];
  await api.feedback.transfer({ idea: one, from: team.id, to: open.id });
  await api.feedback.move({ idea: one, status: "under-review", note: "We look." });
  const { plan } = await api.feedback.mergeTargets({ idea: one, into });
  await api.feedback.merge({ idea: one, into, note: "The same", basis: plan?.basis ?? "" });
  const { joined } = await api.feedback.idea({ idea: one });
  await api.feedback.undoMerge({ idea: one, merge: joined?.merge ?? "" });
  await expect(api.feedback.undoMerge({ idea: one, merge: joined?.merge ?? "" })).rejects.toMatchObject({
    cause: { key: "mergeUndone" },
  });
  const hers = await asked(ada);
  const steps = await hers.feedback.course({ idea: one });
  expect(steps.map((step) => step.kind)).toEqual(["unmerged", "merged", "moved", "transferred"]);
  expect(steps.at(-1)).toMatchObject({ from: "" });
  expect(steps[1]).toMatchObject({ note: "The same", other: { id: into } });
  expect((await hers.feedback.course({ idea: into })).map((step) => step.kind)).toEqual(["parted", "joined"]);
  expect(await hers.feedback.idea({ idea: one })).toMatchObject({ status: "under-review", joined: null });
});

test("hosts close the comments with a reason, and open them again; kind signs go on", async () => {
  const api = await asked(await aPerson({ roles: ["host"] }));
  const ada = await aMember();
  const on = await anIdea((await aBoard()).id, ada);
  const hers = await asked(ada);
  await expect(hers.feedback.lockTalk({ idea: on, locked: true })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await api.feedback.lockTalk({ idea: on, locked: true, reason: "Said and done" });
  expect(await hers.feedback.idea({ idea: on })).toMatchObject({
    lockReason: "Said and done",
    may: { comment: false, react: true, vote: true },
  });
  await expect(hers.feedback.addComment({ idea: on, body: "?" })).rejects.toMatchObject({
    cause: { key: "ideaLocked" },
  });
  await api.feedback.lockTalk({ idea: on, locked: false });
  await hers.feedback.addComment({ idea: on, body: "!" });
});
