import { aBoard, anIdea } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { acting, aPerson, atStage, viewerFor } from "@tests/support/people";
import { tellAll } from "@tests/support/telling";
import { eq, inArray } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import { letter } from "@/mail/schema";
import type { PersonId } from "@/members/shape";
import { mailDue } from "@/notices/letters/send";
import { noticeWish } from "@/notices/wishes/schema";
import { at, daysAfter } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { rateLimit } from "@/platform/limits/schema";
import type { ConversationId } from "@/posts/shape";
import { castVote, takeVoteBack } from "../actions/vote";
import { board, idea, vote } from "../schema";
import { NEEDS, type Need } from "../shape";

withDatabase();
beforeAll(() => atStage("early"));

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

const aMember = () => aPerson({ admitted: "host-invitation" });
const aHost = () => aPerson({ roles: ["host"] });

function members(n: number): Promise<PersonId[]> {
  return Promise.all(Array.from({ length: n }, aMember));
}

type Api = Awaited<ReturnType<typeof asked>>;

async function join(host: Api, one: ConversationId, into: ConversationId, note = "") {
  const { plan } = await host.feedback.mergeTargets({ idea: one, into });
  if (plan === null) throw new Error("they cannot be joined");
  await host.feedback.merge({ idea: one, into, note, basis: plan.basis });
  return plan;
}

async function takeApart(host: Api, one: ConversationId) {
  const { joined } = await host.feedback.idea({ idea: one });
  await host.feedback.undoMerge({ idea: one, merge: joined?.merge ?? "" });
}

const votes = (of: ConversationId, by: readonly [PersonId, Need][]) =>
  Promise.all(by.map(([who, need]) => acting(who, (act) => castVote(act, of, { need, reason: need }))));

async function rowsOf(ids: readonly ConversationId[]) {
  const ideas = await reader()
    .select()
    .from(idea)
    .where(inArray(idea.id, [...ids]))
    .orderBy(idea.id);
  const voices = await reader()
    .select()
    .from(vote)
    .where(inArray(vote.ideaId, [...ids]))
    .orderBy(vote.ideaId, vote.personId);
  // Counted anew, a sum of powers differs in its last digits.
  return { ideas: ideas.map((one) => ({ ...one, trend: one.trend.toFixed(6) })), voices };
}

test("two doubles are one idea with everybody once, their stronger need and all comments; undone they are as before", async () => {
  const host = await asked(await aHost());
  const [ada, bo, cy] = [await aMember(), await aMember(), await aMember()];
  const on = await aBoard();
  const [one, into] = [
    await anIdea(on.id, ada, { title: "Dark theme" }),
    await anIdea(on.id, bo, { title: "A dark look" }),
  ];
  await votes(one, [
    [ada, "blocked"],
    [cy, "like"],
  ]);
  await votes(into, [
    [bo, "need"],
    [cy, "blocked"],
  ]);
  const { comment } = await (await asked(ada)).feedback.addComment({ idea: one, body: "My eyes" });
  await (await asked(bo)).feedback.addComment({ idea: into, body: "At night" });
  const before = await rowsOf([one, into]);
  const plan = await join(host, one, into, "The same wish");
  expect(plan).toMatchObject({ voters: 3, both: 1 });

  const read = await (await asked(cy)).feedback.ideaWithTalk({ idea: into });
  expect(read.idea).toMatchObject({
    voteCount: 3,
    voted: "blocked",
    tally: { like: 0, need: 1, blocked: 2 },
    commentCount: 2,
    doubles: [{ id: one, title: "Dark theme", votes: 2 }],
  });
  expect(read.voters.items.map((one) => [one.person.id, one.need]).sort()).toEqual(
    [
      [ada, "blocked"],
      [bo, "need"],
      [cy, "blocked"],
    ].sort(),
  );
  expect(read.window.items.map((one) => [one.body, one.conversationId])).toEqual([
    ["My eyes", one],
    ["At night", into],
  ]);
  const old = await (await asked(cy)).feedback.idea({ idea: one });
  expect(old).toMatchObject({
    status: "merged",
    joined: { into: { id: into, title: "A dark look" }, note: "The same wish" },
    may: { vote: false, edit: false },
  });
  expect((await (await asked(cy)).feedback.ideas({ slug: on.slug, show: "all" })).items.map((one) => one.id)).toEqual([
    into,
  ]);
  const [counted] = await reader().select({ ideas: board.ideaCount }).from(board).where(eq(board.id, on.id));
  expect(counted?.ideas).toBe(1);

  // An answer stays with what it answers; what is said anew stands with the idea that stands, from wherever it comes.
  await (await asked(bo)).feedback.addComment({ idea: into, body: "Mine too", parentId: comment });
  await (await asked(bo)).feedback.addComment({ idea: one, body: "By mail" });
  await takeApart(host, one);
  expect(await rowsOf([one, into])).toEqual(before);
  const bodies = async (id: ConversationId) =>
    (await (await asked(cy)).feedback.comments({ idea: id })).items.map((it) => it.body);
  expect(await bodies(one)).toEqual(["My eyes", "Mine too"]);
  expect(await bodies(into)).toEqual(["At night", "By mail"]);
});

test("while a hundred people vote on both, merging and taking apart lose no voice and count exactly", async () => {
  const host = await aHost();
  const api = await asked(host);
  const voters = await members(100);
  const needOf = (n: number) => (n % 4 === 0 ? "blocked" : "need");
  const on = await aBoard();
  for (let round = 0; round < 3; round += 1) {
    const [one, into] = [await anIdea(on.id, host), await anIdea(on.id, host)];
    const pressing = voters.flatMap((who, n) => [
      acting(who, (act) => castVote(act, n % 3 === 0 ? into : one, { need: needOf(n), reason: "" })),
      ...(n % 4 === 0 ? [acting(who, (act) => castVote(act, one, { need: needOf(n), reason: "" }))] : []),
    ]);
    const hosting = (async () => {
      await join(api, one, into);
      if (round > 0) await takeApart(api, one);
      if (round > 1) await join(api, one, into);
    })();
    await Promise.all([...pressing, hosting]);
    if (round === 1) await join(api, one, into);
    const { voteCount, tally } = await api.feedback.idea({ idea: into });
    expect(voteCount).toBe(100);
    expect(tally.like + tally.need + tally.blocked).toBe(100);
    expect(tally.blocked).toBe(25);
    await takeApart(api, one);
    for (const { id, voteCount: kept } of (await rowsOf([one, into])).ideas)
      expect((await rowsOf([id])).voices).toHaveLength(kept);
  }
}, 120_000);

test("two hosts who join the same two ideas both ways at once: one does, the other is told", async () => {
  const [first, second] = [await asked(await aHost()), await asked(await aHost())];
  const on = await aBoard();
  for (let round = 0; round < 5; round += 1) {
    const [a, b] = [await anIdea(on.id, await aMember()), await anIdea(on.id, await aMember())];
    const done = await Promise.allSettled([join(first, a, b), join(second, b, a)]);
    expect(done.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const { ideas } = await rowsOf([a, b]);
    expect(ideas.filter((one) => one.status === "merged")).toHaveLength(1);
  }
});

test("an old page is told what changed, and there are no chains, no second board and no promise lost", async () => {
  const host = await asked(await aHost());
  const [ada, on] = [await aMember(), await aBoard()];
  const [a, b, c] = [await anIdea(on.id, ada), await anIdea(on.id, ada), await anIdea(on.id, ada)];
  const stale = (await host.feedback.mergeTargets({ idea: a, into: b })).plan?.basis ?? "";
  await host.feedback.move({ idea: b, status: "under-review", note: "We look." });
  await expect(host.feedback.merge({ idea: a, into: b, basis: stale })).rejects.toMatchObject({
    cause: { key: "mergeStale" },
  });
  await join(host, a, b);
  const merge = (one: ConversationId, into: ConversationId) => host.feedback.merge({ idea: one, into, basis: "" });
  await expect(merge(a, c)).rejects.toMatchObject({ cause: { key: "mergedAlready" } });
  await expect(merge(c, a)).rejects.toMatchObject({ cause: { key: "mergeIntoMerged" } });
  await expect(merge(c, c)).rejects.toMatchObject({ cause: { key: "mergeItself" } });
  const basis = (await host.feedback.mergeTargets({ idea: b, into: c })).plan?.basis ?? "";
  await expect(host.feedback.merge({ idea: b, into: c, basis })).rejects.toMatchObject({
    cause: { key: "mergeHasDoubles" },
  });
  const elsewhere = await anIdea((await aBoard()).id, ada);
  expect((await host.feedback.mergeTargets({ idea: c, into: elsewhere })).plan).toBeNull();
  await expect(host.feedback.merge({ idea: c, into: elsewhere, basis: "open.1./open.1." })).rejects.toMatchObject({
    cause: { key: "mergeOtherBoard" },
  });
  await host.feedback.move({ idea: c, status: "planned", promisedFor: "2099-01-01" });
  await expect(join(host, c, b)).rejects.toMatchObject({ cause: { key: "mergePromised" } });
  await expect(host.feedback.move({ idea: a, status: "planned", promisedFor: "2099-01-01" })).rejects.toMatchObject({
    cause: { key: "ideaMerged" },
  });
  await expect((await asked(ada)).feedback.merge({ idea: c, into: b, basis: "" })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});

test("whatever people vote before and after, everybody counts once, and taking apart in any order restores the rows", async () => {
  const host = await asked(await aHost());
  const [voters, on, author] = [await members(4), await aBoard(), await aMember()];
  const press = fc.record({ who: fc.nat({ max: 3 }), on: fc.nat({ max: 2 }), need: fc.constantFrom(...NEEDS) });
  await fc.assert(
    fc.asyncProperty(fc.array(press, { maxLength: 12 }), fc.boolean(), async (presses, inOrder) => {
      const [into, one, other] = [
        await anIdea(on.id, author),
        await anIdea(on.id, author),
        await anIdea(on.id, author),
      ];
      const all = [into, one, other];
      for (const { who, on: at, need } of presses) await votes(all[at] ?? into, [[voters[who] ?? author, need]]);
      // A host who merges this fast is a machine.
      await transaction((tx) => tx.delete(rateLimit));
      const before = await rowsOf(all);
      await join(host, one, into);
      await join(host, other, into);
      const { idea: read, voters: shown } = await host.feedback.ideaWithTalk({ idea: into });
      const strongest = new Map<PersonId, number>();
      for (const { personId, need } of before.voices)
        strongest.set(personId, Math.max(strongest.get(personId) ?? 0, NEEDS.indexOf(need)));
      expect(read.voteCount).toBe(strongest.size);
      expect(new Map(shown.items.map((it) => [it.person.id, NEEDS.indexOf(it.need)]))).toEqual(strongest);
      for (const double of inOrder ? [one, other] : [other, one]) await takeApart(host, double);
      expect(await rowsOf(all)).toEqual(before);
    }),
    { numRuns: 12 },
  );
}, 120_000);

test("what somebody says after the merge takes the place of what they said before, and taking back takes back all", async () => {
  const host = await asked(await aHost());
  const [ada, on] = [await aMember(), await aBoard()];
  const [one, into] = [await anIdea(on.id, ada), await anIdea(on.id, ada)];
  await votes(one, [[ada, "blocked"]]);
  await join(host, one, into);
  const hers = await asked(ada);
  expect(await hers.feedback.idea({ idea: into })).toMatchObject({ voted: "blocked", voteCount: 1 });
  await hers.feedback.vote({ idea: into, need: "like" });
  expect(await hers.feedback.idea({ idea: into })).toMatchObject({
    voted: "like",
    voteCount: 1,
    tally: { blocked: 0, like: 1 },
  });
  // From a page that was open before the merge.
  expect(await hers.feedback.vote({ idea: one, need: "need" })).toEqual({ idea: into });
  await acting(ada, (act) => takeVoteBack(act, one));
  expect(await hers.feedback.idea({ idea: into })).toMatchObject({ voted: null, voteCount: 0 });
  await takeApart(host, one);
  expect(await hers.feedback.idea({ idea: one })).toMatchObject({ voted: null, voteCount: 0 });
});

test("voters and followers of a double are told once where it went, and hear of the idea that stands from then on", async () => {
  const hostId = await aHost();
  const host = await asked(hostId);
  const [ada, bo, cy] = [await aMember(), await aMember(), await aMember()];
  const on = await aBoard();
  const [one, into] = [await anIdea(on.id, ada, { title: "First" }), await anIdea(on.id, bo, { title: "Second" })];
  await votes(one, [
    [cy, "need"],
    [ada, "need"],
  ]);
  await votes(into, [[cy, "like"]]);
  await join(host, one, into);
  await tellAll();
  const unread = async (who: PersonId) =>
    (await (await asked(who)).notices.list({ show: "unread" })).items.map((it) => [it.why, it.conversation?.id]);
  expect(await unread(ada)).toEqual([["merged", into]]);
  expect(await unread(cy)).toEqual([["merged", into]]);
  expect(await unread(bo)).toEqual([]);
  await host.feedback.move({ idea: into, status: "under-review", note: "We look at both." });
  await tellAll();
  expect((await unread(ada)).map(([why]) => why).sort()).toEqual(["merged", "own-idea"]);
  await takeApart(host, one);
  expect((await unread(ada)).map(([why]) => why)).toEqual(["own-idea"]);
  await host.feedback.move({ idea: into, status: "not-now", note: "Later." });
  await tellAll();
  // Of the idea that it was one with she hears no more, and is told why, once.
  const apart = ["unmerged", one];
  expect(await unread(ada)).toEqual([apart, ["own-idea", into]]);
  expect(await unread(cy)).toContainEqual(apart);
  expect(await unread(bo)).not.toContainEqual(apart);
  await tellAll();
  expect((await unread(ada)).length).toBe(2);
  await join(host, one, into);
  expect(await unread(ada)).not.toContainEqual(apart);
});

test("that an idea stands alone again is mailed in the words of its own, to whoever is told by mail", async () => {
  const host = await asked(await aHost());
  const [ada, on] = [await aMember(), await aBoard()];
  const [one, into] = [await anIdea(on.id, ada, { title: "First" }), await anIdea(on.id, await aMember())];
  const wish = { personId: ada, position: "all", quietFrom: 0, quietUntil: 0 } as const;
  await transaction((tx) => tx.insert(noticeWish).values(wish));
  const monday = new Date("2026-11-30T10:00:00Z");
  await at(monday, async () => {
    await join(host, one, into);
    await takeApart(host, one);
    await tellAll();
  });
  await at(daysAfter(monday, 1), mailDue);
  const hers = await reader().select().from(letter).where(eq(letter.personId, ada));
  expect(hers.map((it) => it.subject)).toEqual([expect.stringContaining("First")]);
  expect(hers[0]?.bodyText).toContain("took an idea that you stand behind apart again");
});

test("search finds what was said of a double under the idea that stands, and never the double itself", async () => {
  const host = await asked(await aHost());
  const [ada, on] = [await aMember(), await aBoard()];
  const [one, into] = [await anIdea(on.id, ada, { title: "Zirconium whisks" }), await anIdea(on.id, ada)];
  await (await asked(ada)).feedback.addComment({ idea: one, body: "Or tantalum ladles" });
  await join(host, one, into);
  const found = async (q: string) => (await (await asked(ada)).search.find({ q })).conversations.map((hit) => hit.id);
  expect(await found("zirconium")).toEqual([into]);
  expect(await found("tantalum")).toEqual([into]);
  expect((await (await asked(ada)).feedback.similar({ board: on.id, text: "zirconium" })).length).toBe(0);
  await takeApart(host, one);
  expect(await found("tantalum")).toEqual([one]);
});

test("a double that its author takes away counts no more for the idea that stands", async () => {
  const host = await asked(await aHost());
  const [ada, bo, on] = [await aMember(), await aMember(), await aBoard()];
  const [one, into] = [await anIdea(on.id, ada), await anIdea(on.id, bo)];
  await votes(one, [[ada, "need"]]);
  await votes(into, [[bo, "need"]]);
  await join(host, one, into);
  await (await asked(ada)).feedback.removeIdea({ idea: one });
  expect(await host.feedback.idea({ idea: into })).toMatchObject({ voteCount: 1, doubles: [] });
  const [counted] = await reader().select({ ideas: board.ideaCount }).from(board).where(eq(board.id, on.id));
  expect(counted?.ideas).toBe(1);
});
