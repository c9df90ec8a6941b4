import { aBoard, anIdea } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { aPerson, atStage, viewerFor } from "@tests/support/people";
import { beforeAll, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import type { PersonId } from "@/members/shape";
import { at, daysAfter } from "@/platform/clock";

withDatabase();
beforeAll(() => atStage("founding"));

/** A Monday. */
const MONDAY = new Date("2026-11-02T09:00:00Z");
const on = (day: number) => daysAfter(MONDAY, day);

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

test("a board says how its promise was kept, and marks what waits for longer", async () => {
  const board = await aBoard({ answerDays: 2 });
  const silent = await aBoard();
  const [ada, host] = [await aPerson({ admitted: "host-invitation" }), await aPerson({ roles: ["host"] })];
  const idea = (day: number, title: string) => at(on(day), () => anIdea(board.id, ada, { title }));
  const [quick, late, looked, waits] = [
    await idea(0, "Quick"),
    await idea(0, "Late"),
    await idea(0, "Looked at"),
    await idea(8, "Fresh"),
  ];
  const desk = await asked(host);
  const move = (day: number, id: typeof quick, status: "shipped" | "not-now" | "under-review" | "open") =>
    at(on(day), () => desk.feedback.move({ idea: id, status, note: "Said." }));
  await move(1, quick, "shipped");
  await move(7, late, "not-now");
  await move(1, looked, "under-review");
  const read = () => at(on(8), () => desk.feedback.ideas({ slug: board.slug, show: "all", order: "newest" }));
  const { pace, items } = await read();
  expect(pace).toEqual({ answered: 2, median: 1, kept: 1, late: 1 });
  const lateDays = Object.fromEntries(items.map((one) => [one.id, one.lateDays]));
  expect(lateDays).toEqual({ [quick]: null, [late]: null, [looked]: 6, [waits]: null });
  expect((await desk.feedback.ideas({ slug: silent.slug })).pace).toBeNull();
  // A decision that is taken back makes an idea wait anew, and does not undo the first answer.
  await move(9, quick, "open");
  const { items: later } = await at(on(14), () =>
    desk.feedback.ideas({ slug: board.slug, show: "waiting", order: "unanswered" }),
  );
  expect(later.map((one) => [one.id, one.lateDays])).toEqual([
    [looked, 10],
    [waits, 4],
    [quick, 3],
  ]);
});

test("a double waits for nothing while it is one, and goes on waiting once it stands alone again", async () => {
  const board = await aBoard({ answerDays: 2 });
  const [ada, host] = [await aPerson({ admitted: "host-invitation" }), await aPerson({ roles: ["host"] })];
  const [double, into] = [await at(on(0), () => anIdea(board.id, ada)), await at(on(7), () => anIdea(board.id, ada))];
  await at(on(0), () => anIdea(board.id, ada, { removed: true }));
  const desk = await asked(host);
  const late = () =>
    at(on(8), async () => {
      const { pace } = await desk.feedback.ideas({ slug: board.slug });
      return [pace?.late, (await desk.feedback.idea({ idea: double })).lateDays];
    });
  expect(await late()).toEqual([1, 6]);
  const { plan } = await desk.feedback.mergeTargets({ idea: double, into });
  await desk.feedback.merge({ idea: double, into, basis: plan?.basis ?? "" });
  expect(await late()).toEqual([0, null]);
  const { joined } = await desk.feedback.idea({ idea: double });
  await desk.feedback.undoMerge({ idea: double, merge: joined?.merge ?? "" });
  expect(await late()).toEqual([1, 6]);
});
