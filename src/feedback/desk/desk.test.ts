import { randomUUID } from "node:crypto";
import { aBoard, anIdea } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { aPerson, atStage, viewerFor } from "@tests/support/people";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import type { PersonId } from "@/members/shape";
import { at, daysAfter, now } from "@/platform/clock";
import { reordered } from "./actions/place-idea";
import { DESK_ORDERS } from "./shape";
import type { DeskIdea } from "./views";

withDatabase();
beforeAll(() => atStage("early"));

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

const aMember = () => aPerson({ admitted: "host-invitation" });
const aHost = async () => asked(await aPerson({ roles: ["host"] }));

test("the desk shows who waits across boards, the oldest first, and counts people who wait too long", async () => {
  const host = await aHost();
  const before = await host.desk.open({});
  const [ada, bo] = [await aMember(), await aMember()];
  const [one, other] = [await aBoard(), await aBoard({ audience: "hosts" })];
  const long = daysAfter(now(), -20);
  const first = await at(long, () => anIdea(one.id, ada, { title: "First" }));
  const second = await at(daysAfter(long, 1), () => anIdea(other.id, ada, { title: "Second" }));
  const fresh = await anIdea(one.id, bo, { title: "Fresh" });
  const answered = await at(long, () => anIdea(one.id, bo, { title: "Answered" }));
  await host.feedback.move({ idea: answered, status: "not-now", note: "We looked." });
  const desk = await host.desk.open({});
  expect(desk.items.map((it) => it.id)).toEqual([first, second, fresh]);
  expect(desk.items.map((it) => it.late)).toEqual([true, true, false]);
  expect(desk.waiting - before.waiting).toBe(1);
  expect(desk.counts.inbox - before.counts.inbox).toBe(3);
  const refused = await host.desk.open({ show: "not-now", board: one.slug });
  expect(refused.items.map((it) => it.id)).toEqual([answered]);
  expect(refused.counts).toMatchObject({ inbox: 2, late: 1, open: 2, "not-now": 1, all: 3 });
  expect((await host.desk.open({ show: "all", search: "fresh" })).items.map((it) => it.id)).toEqual([fresh]);
  await expect((await asked(ada)).desk.open({})).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("what waits too long does so by what its board promises, under review too, until it is decided", async () => {
  const host = await aHost();
  const [ada, bo] = [await aMember(), await aMember()];
  const [quick, silent, shut] = [
    await aBoard({ answerDays: 2 }),
    await aBoard(),
    await aBoard({ answerDays: 1, archived: true }),
  ];
  const before = await host.desk.open({ show: "late" });
  const suggested = (daysAgo: number, on: typeof quick, by = ada, wish = {}) =>
    at(daysAfter(now(), -daysAgo), () => anIdea(on.id, by, wish));
  const reviewed = await suggested(9, quick);
  await host.feedback.move({ idea: reviewed, status: "under-review", note: "We look." });
  const unpromised = await suggested(21, silent);
  const opened = await suggested(20, silent, bo);
  // Decided and taken back: it waits since then, however old it is.
  await host.feedback.move({ idea: opened, status: "not-now", note: "No." });
  await host.feedback.move({ idea: opened, status: "open", note: "We think again." });
  const [double, goesOn] = [await suggested(30, quick, bo), await suggested(8, quick)];
  const { plan } = await host.feedback.mergeTargets({ idea: double, into: goesOn });
  await host.feedback.merge({ idea: double, into: goesOn, basis: plan?.basis ?? "" });
  for (const wish of [{ removed: true }, { status: "planned" }]) await suggested(30, quick, bo, wish);
  await suggested(30, shut, bo);
  await suggested(9, silent);
  const late = await host.desk.open({ show: "late" });
  const known = new Set(before.items.map((it) => it.id));
  expect(late.items.map((it) => it.id).filter((id) => !known.has(id))).toEqual([unpromised, reviewed, goesOn]);
  expect([late.counts.late - before.counts.late, late.waiting - before.waiting]).toEqual([3, 1]);
  expect((await host.desk.open({ board: quick.slug })).items.map((it) => it.id)).toEqual([reviewed, goesOn]);
});

test.each(DESK_ORDERS)("the desk pages by %s and misses nothing", async (order) => {
  const host = await aHost();
  const [ada, on] = [await aMember(), await aBoard()];
  const voters = await Promise.all(Array.from({ length: 3 }, aMember));
  for (let n = 0; n < 11; n += 1) {
    const idea = await anIdea(on.id, ada, { title: randomUUID(), voters: voters.slice(0, n % 4) });
    if (n % 3 > 0) await host.desk.weigh({ idea, effort: 1 + (n % 5), value: 1 + (n % 4) });
  }
  const read: DeskIdea[] = [];
  let after: string | undefined;
  do {
    const page = await host.desk.open({ show: "all", board: on.slug, order, after, take: 4 });
    read.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect(new Set(read.map((it) => it.id)).size).toBe(11);
  const key = (it: DeskIdea) =>
    ({
      oldest: -it.createdAt.getTime(),
      newest: it.createdAt.getTime(),
      votes: it.voteCount,
      value: it.value ?? 0,
      effort: -(it.effort ?? 6),
    })[order];
  expect(read.map(key)).toEqual(read.map(key).toSorted((a, b) => b - a));
  expect((await host.desk.table({ show: "all", board: on.slug, order })).map((it) => it.id)).toEqual(
    read.map((it) => it.id),
  );
});

test("a weight is noted with its line, seen by hosts alone, and taken away when it says nothing", async () => {
  const host = await aHost();
  const [ada, on] = [await aMember(), await aBoard()];
  const idea = await anIdea(on.id, ada);
  await host.desk.weigh({ idea, effort: 5, effortLine: "Sixpence", value: 1 });
  const own = async () => (await host.desk.open({ board: on.slug })).items[0];
  expect(await own()).toMatchObject({ effort: 5, effortLine: "Sixpence", value: 1, valueLine: "" });
  const hers = await asked(ada);
  expect(JSON.stringify(await hers.feedback.ideaWithTalk({ idea }))).not.toContain("Sixpence");
  await expect(host.desk.weigh({ idea, effort: 6 })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  await host.desk.weigh({ idea, effort: "", value: "" });
  expect(await own()).toMatchObject({ effort: null, value: null, effortLine: "" });
});

test("doubles are offered until they are joined or found to be different", async () => {
  const host = await aHost();
  const [ada, on] = [await aMember(), await aBoard()];
  const wanted = await anIdea(on.id, ada, { title: "Dark theme for the night shift", voters: [ada] });
  const double = await anIdea(on.id, ada, { title: "A dark theme at night" });
  await anIdea(on.id, ada, { title: "Coffee in the lobby" });
  await anIdea((await aBoard()).id, ada, { title: "Dark theme for the night shift" });
  const pairs = async () => (await host.desk.pairs()).filter((pair) => pair.board.slug === on.slug);
  const [pair, more] = await pairs();
  expect([pair?.one.id, pair?.into.id, more]).toEqual([double, wanted, undefined]);
  await host.desk.keepApart({ idea: wanted, other: double });
  expect(await pairs()).toEqual([]);
  const third = await anIdea(on.id, ada, { title: "Dark themes for the night shift" });
  const [again] = await pairs();
  expect(again?.one.id).toBe(third);
  await host.feedback.merge({ idea: third, into: again?.into.id ?? "", basis: again?.basis ?? "" });
  expect(await pairs()).toEqual([]);
});

test("a host keeps views under names of their own", async () => {
  const [host, other] = [await aHost(), await aHost()];
  await host.desk.keepView({ name: "Votes", order: "votes", show: "open" });
  await host.desk.keepView({ name: "votes", order: "value", show: "inbox" });
  const { views } = await host.desk.open({});
  expect(views).toMatchObject([{ name: "votes", query: "order=value" }]);
  expect((await other.desk.open({})).views).toEqual([]);
  const view = views[0]?.id ?? "";
  await expect(other.desk.dropView({ view })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await host.desk.dropView({ view });
  expect((await host.desk.open({})).views).toEqual([]);
  for (let n = 0; n < 20; n += 1) await host.desk.keepView({ name: `View ${n}` });
  await expect(host.desk.keepView({ name: "One more" })).rejects.toMatchObject({ cause: { key: "viewsFull" } });
});

test("hosts put a column of the roadmap in order; who sees a card is who sees its board", async () => {
  const host = await aHost();
  const [ada, open, team] = [await aMember(), await aBoard(), await aBoard({ audience: "hosts" })];
  const make = (on: typeof open, votes: readonly PersonId[] = []) =>
    anIdea(on.id, ada, { status: "in-progress", voters: votes });
  const [a, b, c] = [await make(open, [ada]), await make(open), await make(team)];
  const column = async (api: Awaited<ReturnType<typeof asked>>, board?: string) =>
    (await api.feedback.roadmap({ board })).find((it) => it.status === "in-progress")?.ideas.map((it) => it.id);
  expect(await column(host)).toEqual([a, c, b]);
  await host.desk.place({ idea: b, before: a });
  expect(await column(host)).toEqual([b, a, c]);
  await host.desk.place({ idea: b, step: "lower" });
  expect(await column(host)).toEqual([a, b, c]);
  await host.desk.place({ idea: a });
  expect(await column(host)).toEqual([b, c, a]);
  expect(await column(await asked(ada))).toEqual([b, a]);
  expect(await column(host, open.slug)).toEqual([b, a]);
  await host.feedback.move({ idea: b, status: "under-review", note: "Once more" });
  await host.feedback.move({ idea: b, status: "in-progress", note: "On" });
  expect(await column(host)).toEqual([c, a, b]);
  await expect((await asked(ada)).desk.place({ idea: a, step: "higher" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  const still = await anIdea(open.id, ada);
  await expect(host.desk.place({ idea: still, step: "higher" })).rejects.toMatchObject({ code: "CONFLICT" });
});

test("whatever is asked, a column keeps its cards, and all others their order", () => {
  const wish = fc.record({
    step: fc.constantFrom("higher", "lower", undefined),
    before: fc.option(fc.nat({ max: 9 })),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat({ max: 9 }).map(String), { minLength: 1 }),
      fc.nat(),
      wish,
      (ids, nth, { step, before }) => {
        const id = ids[nth % ids.length] ?? "";
        const asks = { ...(step ? { step } : {}), ...(before === null ? {} : { before: String(before) }) };
        const next = reordered(ids, id, asks);
        expect(next.toSorted()).toEqual(ids.toSorted());
        expect(next.filter((it) => it !== id)).toEqual(ids.filter((it) => it !== id));
      },
    ),
  );
});
