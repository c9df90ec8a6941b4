import { aBoard, anIdea, lettingAll } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { aPerson, atStage, viewerFor } from "@tests/support/people";
import { and, eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { isTeam, type Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import { reader } from "@/platform/database/client";
import { conversation } from "@/posts/schema";
import { cohortsOfPerson } from "@/stages/cohorts";
import { STAGES } from "@/stages/shape";
import { readersOfBoard } from "./among";
import { BOARD_ACTIONS, type BOARD_AUDIENCES, type BoardAction } from "./board-shape";
import {
  type BoardFacts,
  boardsVisibleTo,
  canCommentOnIdea,
  canSeeBoard,
  canSuggest,
  canVoteOn,
  ideasVisibleTo,
  lets,
} from "./policy";
import { readersOfConversation } from "./readers";
import { board, idea } from "./schema";

withDatabase();

const name = fc.constantFrom("Quality", "R&D", "Lyon", 'it\'s, "quoted" {x}');
const word = fc.tuple(fc.constantFrom("department", "site", "group"), name).map(([kind, of]) => `${kind}:${of}`);
const answer = fc.oneof(
  fc.constantFrom("members", "hosts").map((to) => ({ to, cohorts: [] as string[] })),
  fc.uniqueArray(word, { minLength: 1, maxLength: 3 }).map((cohorts) => ({ to: "cohort", cohorts })),
) as fc.Arbitrary<{ to: (typeof BOARD_AUDIENCES)[number]; cohorts: string[] }>;
const someBoard = fc.record({
  view: answer,
  vote: answer,
  comment: answer,
  suggest: answer,
  opensAt: fc.constantFrom(...STAGES),
  archived: fc.boolean(),
});
const someone = fc.record({
  department: fc.oneof(fc.constant(""), name),
  site: fc.oneof(fc.constant(""), name),
  groups: fc.uniqueArray(name, { maxLength: 2 }),
  roles: fc.constantFrom([], [], [], ["host"] as const, ["admin"] as const),
  admitted: fc.constantFrom(null, "host-invitation" as const, "wave" as const),
  state: fc.constantFrom("active" as const, "active" as const, "suspended" as const),
});

const DECIDES: Readonly<Record<Exclude<BoardAction, "view">, (viewer: Viewer, on: BoardFacts) => boolean>> = {
  vote: (viewer, on) => canVoteOn(viewer, on).allowed,
  comment: (viewer, on) => canCommentOnIdea(viewer, { board: on, lockedAt: null }).allowed,
  suggest: (viewer, on) => canSuggest(viewer, on).allowed,
};

test("whom a board lets is the same, asked as a decision, as a filter, and of everybody at once", async () => {
  const people: PersonId[] = [];
  for (const one of fc.sample(someone, { numRuns: 24, seed: 5 })) people.push(await aPerson(one));
  const [author] = people as [PersonId];
  const ideas = new Map<string, string>();
  for (const one of fc.sample(someBoard, { numRuns: 60, seed: 7 })) {
    const { view, vote, comment, suggest, ...rest } = one;
    const access = {
      ...{ audience: view.to, audienceCohorts: view.cohorts, voteTo: vote.to, voteCohorts: vote.cohorts },
      ...{ commentTo: comment.to, commentCohorts: comment.cohorts },
      ...{ suggestTo: suggest.to, suggestCohorts: suggest.cohorts },
    };
    const { id } = await aBoard({ ...rest, ...access, votesAt: rest.opensAt });
    ideas.set(id, await anIdea(id, author));
  }
  const boards = await reader().select().from(board);
  let cohortsSeen = 0;
  for (const stage of STAGES) {
    await atStage(stage, { departments: ["Quality"], sites: [], groups: ["R&D"] });
    for (const id of people) {
      const viewer = await viewerFor(id);
      const seen = boards.filter((one) => canSeeBoard(viewer, one)).map((one) => one.id);
      const filtered = await reader().select({ id: board.id }).from(board).where(boardsVisibleTo(viewer));
      expect(filtered.map((one) => one.id).sort()).toEqual(seen.toSorted());
      const hers = await reader()
        .select({ id: idea.boardId })
        .from(idea)
        .innerJoin(board, eq(board.id, idea.boardId))
        .where(ideasVisibleTo(viewer));
      expect(hers.map((one) => one.id).sort()).toEqual(seen.toSorted());
      const toldOf = await reader()
        .select({ id: conversation.id })
        .from(conversation)
        .innerJoin(person, eq(person.id, id))
        .where(readersOfConversation(viewer, now()));
      expect(toldOf.map((one) => one.id).sort()).toEqual(seen.map((one) => ideas.get(one)).toSorted());
      cohortsSeen += isTeam(viewer)
        ? 0
        : boards.filter((one) => one.audience === "cohort" && seen.includes(one.id)).length;
    }
  }
  expect(cohortsSeen).toBeGreaterThan(50);
  for (const on of boards.slice(0, 20))
    for (const id of people) {
      const viewer = await viewerFor(id);
      const rows = await reader()
        .select({ id: person.id })
        .from(person)
        .where(and(eq(person.id, id), readersOfBoard(viewer, on)));
      expect(rows.length === 1).toBe(canSeeBoard(viewer, on));
    }
}, 60_000);

test("what a board lets somebody do is the same as a decision and as a condition, and never more than seeing", async () => {
  await atStage("general");
  const people = await reader().select({ id: person.id }).from(person);
  const boards = await reader().select().from(board);
  for (const action of BOARD_ACTIONS) {
    if (action === "view") continue;
    for (const { id } of people) {
      const viewer = await viewerFor(id);
      const letIn = await reader()
        .select({ id: board.id })
        .from(board)
        .innerJoin(person, eq(person.id, id))
        .where(sql`(${isTeam(viewer)} or ${lets(action, cohortsOfPerson)})`);
      const may = new Set(letIn.map((one) => one.id));
      for (const on of boards) {
        const expected = may.has(on.id) && canSeeBoard(viewer, on) && on.archivedAt === null;
        expect(DECIDES[action](viewer, on), `${action} ${JSON.stringify(on)}`).toBe(expected);
      }
    }
  }
}, 60_000);

test("a board says clearly what it does not take, and is the hosts' own until somebody says otherwise", async () => {
  await atStage("founding");
  const api = createCaller({
    viewer: await viewerFor(await aPerson({ roles: ["host"] })),
    locale: "en",
    requestId: "test",
  });
  const plain = { slug: "quiet", name: "Quiet", purpose: "", opensAt: "founding", votesAt: "founding" } as const;
  const saying = (field: string, message: string) => ({ cause: { issues: [{ path: [field], message }] } });
  const open = (wish: object) => api.feedback.openBoard({ ...plain, ...wish });
  await expect(open({ ...lettingAll("hosts"), voteTo: "members" })).rejects.toMatchObject(
    saying("voteTo", "field.looserThanSeeing"),
  );
  const toCohort = { ...lettingAll("cohort", ["site:Lyon", "group:pilots"]) };
  await expect(open({ ...toCohort, commentCohorts: ["site:Leeds"] })).rejects.toMatchObject(
    saying("commentTo", "field.looserThanSeeing"),
  );
  await expect(open({ ...lettingAll("members"), suggestTo: "cohort" })).rejects.toMatchObject(
    saying("suggestTo", "field.cohortNeeded"),
  );
  await expect(open({ ...lettingAll("members"), audience: "cohort" })).rejects.toMatchObject(
    saying("audience", "field.cohortNeeded"),
  );
  await open({ slug: "narrower", ...toCohort, voteCohorts: ["site:Lyon"], suggestTo: "hosts" });
  expect(await api.feedback.boardBySlug({ slug: "narrower" })).toMatchObject({
    voteCohorts: ["site:Lyon"],
    suggestTo: "hosts",
    suggestCohorts: [],
  });
  await open({});
  expect(await api.feedback.boardBySlug({ slug: "quiet" })).toMatchObject({
    ...{ audience: "hosts", voteTo: "hosts", commentTo: "hosts", suggestTo: "hosts" },
    ...{ voteBudget: 5, votesLeft: 5, answerDays: 10 },
  });
});
