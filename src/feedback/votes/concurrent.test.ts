import { aBoard, anIdea } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { acting, aPerson, atStage, viewerFor } from "@tests/support/people";
import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import type { PersonId } from "@/members/shape";
import { at, daysAfter, now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { isRefusal } from "@/platform/errors";
import { event } from "@/platform/events/schema";
import { newId } from "@/platform/ids";
import type { ConversationId } from "@/posts/shape";
import { castVote, takeVoteBack } from "../actions/vote";
import { idea, vote } from "../schema";
import { NEEDS } from "../shape";
import { recountVotes } from "./recount";

withDatabase();
beforeAll(() => atStage("founding"));

const DEPARTMENTS = ["", "Quality", "R&D", "Sales", "Shop floor"];

function voters(n: number): Promise<PersonId[]> {
  const wish = (at: number) => ({ admitted: "host-invitation" as const, department: DEPARTMENTS[at % 5] ?? "" });
  return Promise.all(Array.from({ length: n }, (_, at) => aPerson(wish(at))));
}

async function keptOf(id: ConversationId) {
  const [row] = await reader()
    .select({
      ...{ votes: idea.voteCount, like: idea.likeCount, need: idea.needCount, blocked: idea.blockedCount },
      ...{ weight: idea.weight, departments: idea.departmentCount, trend: idea.trend },
    })
    .from(idea)
    .where(eq(idea.id, id));
  if (row === undefined) throw new Error("the idea is gone");
  return row;
}

/** What is kept on the row is what the votes themselves say. */
async function expectExact(id: ConversationId): Promise<void> {
  const kept = await keptOf(id);
  await transaction((tx) => recountVotes(tx, eq(idea.id, id)));
  const counted = await keptOf(id);
  expect({ ...kept, trend: 0 }).toEqual({ ...counted, trend: 0 });
  expect(kept.trend).toBeCloseTo(counted.trend, 7);
  expect(kept.weight).toBe(kept.like + 3 * kept.need + 9 * kept.blocked);
}

const press = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NEEDS) },
  { weight: 1, arbitrary: fc.constant("back" as const) },
);

test("two hundred people who vote, change their minds and take it back at once leave exact counts and weights", async () => {
  const people = await voters(200);
  const id = await anIdea((await aBoard()).id, await aPerson());
  const start = now();
  const presses = fc.sample(fc.tuple(press, press, press), { numRuns: 200, seed: 11 });
  await Promise.all(
    people.flatMap((who, n) =>
      (presses[n] ?? []).map((what, turn) =>
        at(daysAfter(start, (n % 40) - 60 + turn), () =>
          acting(who, (act) =>
            what === "back" ? takeVoteBack(act, id) : castVote(act, id, { need: what, reason: "" }),
          ),
        ),
      ),
    ),
  );
  const rows = await reader().select({ need: vote.need }).from(vote).where(eq(vote.ideaId, id));
  const kept = await keptOf(id);
  expect(kept.votes).toBe(rows.length);
  for (const need of NEEDS) expect(kept[need]).toBe(rows.filter((one) => one.need === need).length);
  expect(rows.length).toBeGreaterThan(100);
  expect(kept.departments).toBe(4);
  await expectExact(id);
}, 60_000);

test("two hundred people with one vote each, given to three ideas at once, have given two hundred", async () => {
  const people = await voters(200);
  const on = await aBoard({ voteBudget: 1 });
  const author = await aPerson();
  const ideas = [await anIdea(on.id, author), await anIdea(on.id, author), await anIdea(on.id, author)];
  let refused = 0;
  await Promise.all(
    people.flatMap((who, n) =>
      ideas.map((id) =>
        acting(who, (act) => castVote(act, id, { need: NEEDS[n % 3] ?? "need", reason: "" })).catch(
          (error: unknown) => {
            if (!isRefusal(error) || error.key !== "budgetSpent") throw error;
            refused += 1;
          },
        ),
      ),
    ),
  );
  expect(refused).toBe(400);
  const given = await reader()
    .select({ by: vote.personId })
    .from(vote)
    .where(
      sql`${vote.ideaId} = any(${sql`array[${sql.join(
        ideas.map((one) => sql`${one}::uuid`),
        sql`, `,
      )}]`})`,
    );
  expect(given).toHaveLength(200);
  expect(new Set(given.map((one) => one.by)).size).toBe(200);
  for (const id of ideas) await expectExact(id);
}, 60_000);

test("a budget says what is left of it, and gives votes back when an idea is decided, taken away or let go", async () => {
  const [ada] = (await voters(1)) as [PersonId];
  const host = await aPerson({ roles: ["host"] });
  const on = await aBoard({ voteBudget: 2 });
  const [first, second, third] = [await anIdea(on.id, host), await anIdea(on.id, host), await anIdea(on.id, host)];
  const api = createCaller({ viewer: await viewerFor(ada), locale: "en", requestId: "test" });
  const desk = createCaller({ viewer: await viewerFor(host), locale: "en", requestId: "test" });
  const left = async () => (await api.feedback.boardBySlug({ slug: on.slug })).votesLeft;
  await api.feedback.vote({ idea: first, need: "need" });
  await api.feedback.vote({ idea: second, need: "like" });
  expect(await left()).toBe(0);
  await expect(api.feedback.vote({ idea: third, need: "need" })).rejects.toMatchObject({
    cause: { key: "budgetSpent" },
  });
  const { items } = await api.feedback.ideas({ slug: on.slug });
  expect(items.map((one) => one.may.vote)).toEqual(items.map((one) => one.voted !== null));
  await api.feedback.vote({ idea: second, need: "blocked" });
  await desk.feedback.move({ idea: first, status: "not-now", note: "Too dear this year." });
  expect(await left()).toBe(1);
  await api.feedback.vote({ idea: third, need: "need" });
  await api.feedback.unvote({ idea: second });
  expect(await left()).toBe(1);
  await desk.feedback.move({ idea: first, status: "open", note: "We look again." });
  expect(await left()).toBe(0);
  const { idea: own } = await api.feedback.suggest({ board: on.id, title: "One more", body: "…" });
  expect(await api.feedback.idea({ idea: own })).toMatchObject({ voteCount: 0, voted: null, votesLeft: 0 });
  await desk.feedback.removeIdea({ idea: third });
  expect(await left()).toBe(1);
});

test("a budget counts an idea and its doubles once, and nothing that was voted elsewhere", async () => {
  const [ada] = (await voters(1)) as [PersonId];
  const host = await aPerson({ roles: ["host"] });
  const on = await aBoard({ voteBudget: 3 });
  const [one, into, brought] = [await anIdea(on.id, host), await anIdea(on.id, host), await anIdea(on.id, host)];
  const api = createCaller({ viewer: await viewerFor(ada), locale: "en", requestId: "test" });
  const desk = createCaller({ viewer: await viewerFor(host), locale: "en", requestId: "test" });
  const left = async () => (await api.feedback.boardBySlug({ slug: on.slug })).votesLeft;
  const run = newId<"import-run">();
  await transaction(async (tx) => {
    await tx.execute(sql`insert into import_run (id, kind, board_id, file_name, state, started_at)
      values (${run}, 'ideas', ${on.id}, 'fider.csv', 'done', now())`);
    await tx.execute(sql`insert into import_idea (board_id, source_hash, run_id, idea_id, votes)
      values (${on.id}, 'one', ${run}, ${brought}, 1)`);
    await tx.execute(sql`insert into idea_vote (idea_id, person_id, need, voted_at)
      select id, ${ada}, 'need', created_at from idea where id = ${brought}`);
  });
  expect(await left()).toBe(3);
  await api.feedback.vote({ idea: one, need: "need" });
  expect(await left()).toBe(2);
  const { plan } = await desk.feedback.mergeTargets({ idea: one, into });
  await desk.feedback.merge({ idea: one, into, basis: plan?.basis ?? "" });
  expect(await left()).toBe(2);
  await api.feedback.vote({ idea: into, need: "blocked" });
  expect(await left()).toBe(2);
});

test("who voted is told to whom the board tells it, and on a board of numbers not even the journal has a name", async () => {
  const [ada, bo] = (await voters(2)) as [PersonId, PersonId];
  const host = await aPerson({ roles: ["host"] });
  const asked = async (who: PersonId) => createCaller({ viewer: await viewerFor(who), locale: "en", requestId: "t" });
  for (const votersShown of ["names", "hosts", "counts"] as const) {
    const id = await anIdea((await aBoard({ votersShown })).id, ada);
    await (await asked(bo)).feedback.vote({ idea: id, need: "need", reason: "My case" });
    const [hers, theirs] = [await asked(ada), await asked(host)];
    for (const [api, told] of [
      [hers, votersShown === "names"],
      [theirs, votersShown !== "counts"],
    ] as const) {
      const { idea: shown, voters: by } = await api.feedback.ideaWithTalk({ idea: id });
      expect(shown).toMatchObject({ voteCount: 1, tally: { need: 1 }, may: { seeVoters: told } });
      expect(by.items).toHaveLength(told ? 1 : 0);
      const listed = api.feedback.voters({ idea: id });
      if (told) expect((await listed).items).toMatchObject([{ person: { id: bo }, reason: "My case" }]);
      else await expect(listed).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await (await asked(bo)).feedback.idea({ idea: id })).toMatchObject({ voted: "need", myReason: "My case" });
    const [said] = await reader()
      .select({ actor: event.actorId })
      .from(event)
      .where(sql`${event.subject} = ${`idea:${id}`} and ${event.name} = 'idea.voted'`);
    expect(said?.actor).toBe(votersShown === "counts" ? null : bo);
  }
});
