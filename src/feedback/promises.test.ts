import { aBoard, anIdea } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { acting, aPerson, atStage, viewerFor } from "@tests/support/people";
import { beforeAll, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import type { PersonId } from "@/members/shape";
import { at, daysAfter, now } from "@/platform/clock";
import type { ConversationId } from "@/posts/shape";
import { moveIdea } from "./actions/move-idea";
import type { NewMove, PromiseState } from "./shape";

withDatabase();
beforeAll(() => atStage("founding"));

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

const day = (days: number) => daysAfter(now(), days).toISOString().slice(0, 10);

test("what was said and what was done is told from the moves alone", async () => {
  const [host, ada] = [await aPerson({ roles: ["host"] }), await aPerson({ admitted: "host-invitation" })];
  const { id: on } = await aBoard();
  const move = (idea: ConversationId, daysAgo: number, wish: Partial<NewMove> & Pick<NewMove, "status">) =>
    at(daysAfter(now(), -daysAgo), () =>
      acting(host, (act) => moveIdea(act, idea, { note: "", promisedFor: "", ...wish })),
    );
  const one = (title: string) => anIdea(on, ada, { title });
  const [coming, late, kept, keptLate, off, no] = [
    await one("coming"),
    await one("late"),
    await one("kept"),
    await one("kept late"),
    await one("put off"),
    await one("refused"),
  ];
  await move(coming, 9, { status: "planned", promisedFor: day(30) });
  // The same day again is the same promise.
  await move(coming, 8, { status: "in-progress", promisedFor: day(30), note: "We began." });
  await move(late, 9, { status: "planned", promisedFor: day(-2) });
  await move(kept, 9, { status: "planned", promisedFor: day(-1) });
  await move(kept, 3, { status: "shipped", note: "Here." });
  await move(keptLate, 9, { status: "planned", promisedFor: day(-5) });
  await move(keptLate, 3, { status: "shipped" });
  await move(off, 9, { status: "planned", promisedFor: day(5) });
  await move(off, 3, { status: "planned", promisedFor: day(50), note: "It takes longer." });
  await move(no, 9, { status: "planned", promisedFor: day(5) });
  await move(no, 3, { status: "not-now", note: "We were wrong." });
  // An answer by a day is not the thing by a day, and a board of the team's own is nobody else's.
  await move(await one("reviewed"), 3, { status: "under-review", promisedFor: day(5) });
  await move(await anIdea((await aBoard({ audience: "hosts" })).id, host, { title: "team" }), 3, {
    status: "planned",
    promisedFor: day(5),
  });

  const hers = await asked(ada);
  const told = async (show: PromiseState) => (await hers.feedback.promises({ show })).items;
  expect((await told("coming")).map((p) => [p.idea.title, p.note])).toEqual([
    ["coming", "We began."],
    ["put off", "It takes longer."],
  ]);
  expect((await told("late")).map((p) => p.idea.title)).toEqual(["late"]);
  expect((await told("kept")).map((p) => [p.idea.title, p.end?.late, p.end?.note])).toEqual([
    ["kept", false, "Here."],
    ["kept late", true, ""],
  ]);
  expect((await told("withdrawn")).map((p) => p.end?.note).sort()).toEqual(["It takes longer.", "We were wrong."]);
  const first = await hers.feedback.promises({ show: "coming", take: 1 });
  const second = await hers.feedback.promises({ show: "coming", take: 1, after: first.next ?? "" });
  expect([first, second].map(({ items }) => items[0]?.idea.title)).toEqual(["coming", "put off"]);
  expect((await (await asked(host)).feedback.promises({ show: "coming" })).items).toHaveLength(3);
});

test("the roadmap has the boards that one sees, and lets go of what was shipped long ago", async () => {
  await atStage("early");
  const [host, ada] = [await aPerson({ roles: ["host"] }), await aPerson({ admitted: "host-invitation" })];
  const { id: on } = await aBoard();
  const hidden = await aBoard({ audience: "hosts" });
  const ship = (idea: ConversationId, daysAgo: number) =>
    at(daysAfter(now(), -daysAgo), () =>
      acting(host, (act) => moveIdea(act, idea, { status: "shipped", note: "", promisedFor: "" })),
    );
  const fresh = await anIdea(on, ada, { title: "fresh" });
  await ship(fresh, 1);
  await ship(await anIdea(on, ada, { title: "old" }), 200);
  await anIdea(on, ada, { title: "little", status: "under-review" });
  await anIdea(on, ada, { title: "much", status: "under-review", voters: [ada] });
  await anIdea(hidden.id, host, { title: "secret", status: "under-review" });
  const columns = async (id: PersonId) =>
    Object.fromEntries(
      (await (await asked(id)).feedback.roadmap()).map(({ status, ideas }) => [status, ideas.map((one) => one.title)]),
    );
  expect((await columns(ada)).shipped?.[0]).toBe("fresh");
  expect((await columns(ada)).shipped).not.toContain("old");
  expect((await columns(ada))["under-review"]).not.toContain("secret");
  expect((await columns(ada))["under-review"]?.[0]).toBe("much");
  expect((await columns(host))["under-review"]).toContain("secret");
});
