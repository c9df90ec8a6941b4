import { aBoard, anIdea } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { acting, aPerson, atStage, viewerFor } from "@tests/support/people";
import { and, eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import type { PersonId } from "@/members/shape";
import { reader } from "@/platform/database/client";
import { event } from "@/platform/events/schema";
import type { ConversationId } from "@/posts/shape";
import { castVote, takeVoteBack } from "./actions/vote";
import { idea, vote } from "./schema";
import { NEEDS } from "./shape";

withDatabase();
beforeAll(() => atStage("founding"));

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

async function countsOf(id: ConversationId) {
  const [kept] = await reader().select({ count: idea.voteCount }).from(idea).where(eq(idea.id, id));
  const rows = await reader().select().from(vote).where(eq(vote.ideaId, id));
  return { kept: kept?.count, rows: rows.length };
}

function members(n: number): Promise<PersonId[]> {
  return Promise.all(Array.from({ length: n }, () => aPerson({ admitted: "host-invitation" })));
}

test("two hundred people who vote at once are counted exactly, twice each or not", async () => {
  const voters = await members(200);
  const id = await anIdea((await aBoard()).id, await aPerson());
  await Promise.all(
    voters.flatMap((voter) => [
      acting(voter, (act) => castVote(act, id, { need: "need", reason: "" })),
      acting(voter, (act) => castVote(act, id, { need: "blocked", reason: "I wait" })),
    ]),
  );
  expect(await countsOf(id)).toEqual({ kept: 200, rows: 200 });
  const told = await reader()
    .select({ changed: sql<boolean>`(payload->>'changed')::boolean` })
    .from(event)
    .where(and(eq(event.subject, `idea:${id}`), eq(event.name, "idea.voted")));
  expect(told.filter((one) => !one.changed)).toHaveLength(200);
});

test("votes given and taken back in any order and at once leave the count that the rows have", async () => {
  const voters = await members(12);
  const board = await aBoard();
  const author = await aPerson();
  const press = fc.record({
    who: fc.nat({ max: voters.length - 1 }),
    what: fc.constantFrom(...NEEDS, "back" as const),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(press, { minLength: 1, maxLength: 60 }), async (presses) => {
      const id = await anIdea(board.id, author);
      await Promise.all(
        presses.map(({ who, what }) =>
          acting(voters[who] ?? author, (act) =>
            what === "back" ? takeVoteBack(act, id) : castVote(act, id, { need: what, reason: "" }),
          ),
        ),
      );
      const { kept, rows } = await countsOf(id);
      expect(kept).toBe(rows);
    }),
    { numRuns: 15 },
  );
});

test("a vote can be changed and taken back, and says by name who needs it and why", async () => {
  const [ada, bo] = (await members(2)) as [PersonId, PersonId];
  const board = await aBoard();
  const id = await anIdea(board.id, ada);
  const api = await asked(bo);
  await api.feedback.vote({ idea: id, need: "like" });
  await api.feedback.vote({ idea: id, need: "blocked", reason: "My team waits for it" });
  const { idea: shown, voters } = await api.feedback.ideaWithTalk({ idea: id });
  expect(shown).toMatchObject({ voteCount: 1, voted: "blocked", myReason: "My team waits for it" });
  expect(shown.tally).toEqual({ like: 0, need: 0, blocked: 1 });
  expect(voters.items).toMatchObject([{ person: { id: bo }, need: "blocked", reason: "My team waits for it" }]);
  await api.feedback.unvote({ idea: id });
  await api.feedback.unvote({ idea: id });
  expect(await countsOf(id)).toEqual({ kept: 0, rows: 0 });
});

test("nobody votes before the board's stage, on an archived board, or for what is there already", async () => {
  const [ada] = (await members(1)) as [PersonId];
  const host = await aPerson({ roles: ["host"] });
  const early = await anIdea((await aBoard({ votesAt: "early" })).id, ada);
  const closed = await anIdea((await aBoard({ archived: true })).id, ada);
  const shipped = await anIdea((await aBoard()).id, ada, { status: "shipped" });
  for (const person of [ada, host]) {
    const api = await asked(person);
    await expect(api.feedback.vote({ idea: early, need: "need" })).rejects.toMatchObject({
      code: "PRECONDITION_FAILED",
      cause: { key: "votesNotYet", values: { stage: "early" } },
    });
    await expect(api.feedback.vote({ idea: closed, need: "need" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(api.feedback.vote({ idea: shipped, need: "need" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
  expect((await (await asked(ada)).feedback.idea({ idea: early })).may.vote).toBe(false);
  await atStage("early");
  await (await asked(ada)).feedback.vote({ idea: early, need: "need" }).catch((error: unknown) => error);
  await atStage("founding");
  expect(await countsOf(early)).toEqual({ kept: 1, rows: 1 });
});

test("an idea on a board of the team's own does not exist for members, and no idea does for those at the door", async () => {
  const waiting = await aPerson();
  const id = await anIdea((await aBoard()).id, await aPerson());
  await expect((await asked(waiting)).feedback.vote({ idea: id, need: "need" })).rejects.toMatchObject({
    code: "PRECONDITION_FAILED",
    cause: { key: "stageClosed" },
  });
  const hidden = await anIdea((await aBoard({ audience: "hosts" })).id, await aPerson());
  const [member] = (await members(1)) as [PersonId];
  await expect((await asked(member)).feedback.vote({ idea: hidden, need: "need" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});
