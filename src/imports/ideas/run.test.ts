import { aBoard } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { acting, aPerson, atStage, viewerFor } from "@tests/support/people";
import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import { castVote } from "@/feedback/actions/vote";
import { board as boardTable, idea, ideaMove, vote } from "@/feedback/schema";
import { person, personAddress } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { notice } from "@/notices/schema";
import { reader, transaction } from "@/platform/database/client";
import { addComment } from "@/posts/actions/add-comment";
import { conversation } from "@/posts/schema";
import type { ConversationId } from "@/posts/shape";
import { importLine, importRun } from "../schema";
import { undoImport } from "../undo";
import { importIdeas } from "./run";

const database = withDatabase();

let member: PersonId;
let host: PersonId;
beforeAll(async () => {
  await atStage("founding");
  host = await aPerson({ roles: ["host"] });
  member = await aPerson({ admitted: "host-invitation", address: "mona@example.org", name: "Mona" });
});

async function* chunks(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}

function take(board: string, text: string, dryRun = false, fallback: PersonId | null = null) {
  const options = { board, fileName: "ideas.csv", chunks: chunks(text), dryRun, fallback, run: null };
  return importIdeas(database.url(), options);
}

const HEAD = "id,title,details,author name,author email,status,votes,created,voters,response,responded_by,responded_at";
const line = (
  id: string,
  more: Partial<Record<"title" | "name" | "email" | "status" | "votes" | "voters" | "answer", string>> = {},
) =>
  [
    id,
    more.title ?? `Idea ${id}`,
    "Words.",
    more.name ?? "Ada Baker",
    more.email ?? "",
    more.status ?? "open",
    more.votes ?? "",
    "2024-01-02T03:04:05Z",
    more.voters ?? "",
    more.answer ?? "",
    "",
    "",
  ].join(",");
const file = (...lines: string[]) => `${[HEAD, ...lines].join("\n")}\n`;

async function ideasOn(slug: string) {
  return reader()
    .select({
      id: idea.id,
      title: conversation.title,
      status: idea.status,
      votes: idea.voteCount,
      imported: idea.importedVotes,
      author: conversation.authorId,
      at: idea.createdAt,
    })
    .from(idea)
    .innerJoin(conversation, eq(conversation.id, idea.id))
    .innerJoin(boardTable, eq(boardTable.id, idea.boardId))
    .where(eq(boardTable.slug, slug))
    .orderBy(conversation.title);
}

describe("ideas out of a table", () => {
  test("stand on the board as they stood there, told to nobody, and counted once", async () => {
    const board = await aBoard();
    const report = await take(
      board.slug,
      file(
        line("1", { email: "mona@example.org", status: "planned" }),
        line("2", { email: "new@example.org", name: "Nora New" }),
      ),
    );
    expect(report).toMatchObject({ tool: "canny", read: 2, imported: 2, duplicates: 0, bad: 0, people: 1 });
    const [first, second] = await ideasOn(board.slug);
    expect(first).toMatchObject({
      title: "Idea 1",
      status: "planned",
      author: member,
      at: new Date("2024-01-02T03:04:05Z"),
    });
    const [seeded] = await reader()
      .select()
      .from(person)
      .where(eq(person.id, second?.author as PersonId));
    expect(seeded).toMatchObject({ displayName: "Nora New", claimedAt: null });
    const [row] = await reader().select().from(boardTable).where(eq(boardTable.id, board.id));
    expect(row?.ideaCount).toBe(2);
    expect(await reader().select().from(notice)).toEqual([]);
  });

  test("come once, however often and in however many files they stand", async () => {
    const board = await aBoard();
    await take(board.slug, file(line("1"), line("2"), line("1")));
    const again = await take(board.slug, file(line("2"), line("3")));
    expect(again).toMatchObject({ read: 2, imported: 1, duplicates: 1 });
    expect((await ideasOn(board.slug)).map(({ title }) => title)).toEqual(["Idea 1", "Idea 2", "Idea 3"]);
    const authors = new Set((await ideasOn(board.slug)).map(({ author }) => author));
    expect(authors.size).toBe(1);
  });

  test("bring the voices of those who are known here; all others are a number apart", async () => {
    const board = await aBoard();
    await transaction((tx) =>
      tx
        .insert(personAddress)
        .values({ address: "unproved@example.org", personId: host, rank: "other", createdAt: new Date() }),
    );
    const voters = "mona@example.org unproved@example.org stranger@example.org";
    const report = await take(board.slug, file(line("1", { votes: "40", voters }), line("2", { votes: "7" })));
    expect(report).toMatchObject({ votes: 1, importedVotes: 46 });
    const [first, second] = await ideasOn(board.slug);
    expect([first?.votes, first?.imported, second?.votes, second?.imported]).toEqual([1, 39, 0, 7]);
    const votes = await reader()
      .select()
      .from(vote)
      .where(eq(vote.ideaId, first?.id as ConversationId));
    expect(votes.map(({ personId }) => personId)).toEqual([member]);
    const api = createCaller({ viewer: await viewerFor(member), locale: "en", requestId: "test" });
    const shown = await api.feedback.idea({ idea: first?.id ?? "" });
    expect([shown.voteCount, shown.importedVotes]).toEqual([1, 39]);
  });

  test("give nobody's words to somebody who has not proved the address, or by a name alone", async () => {
    const board = await aBoard();
    const claimed = await aPerson({ name: "Grace Hopper" });
    await transaction((tx) =>
      tx
        .insert(personAddress)
        .values({ address: "grace@example.org", personId: claimed, rank: "other", createdAt: new Date() }),
    );
    await take(
      board.slug,
      file(line("1", { name: "Grace Hopper", email: "grace@example.org" }), line("2", { name: "Grace Hopper" })),
    );
    for (const { author } of await ideasOn(board.slug)) expect(author).not.toBe(claimed);
    const [still] = await reader().select().from(personAddress).where(eq(personAddress.address, "grace@example.org"));
    expect(still?.personId).toBe(claimed);
  });

  test("keep the answer that they got, and whatever nobody knows as open", async () => {
    const board = await aBoard();
    const report = await take(
      board.slug,
      file(line("1", { status: "completed", answer: "It is there." }), line("2", { status: "Someday maybe" })),
      false,
      host,
    );
    expect(report.unknownStatuses).toEqual(["Someday maybe"]);
    const [first, second] = await ideasOn(board.slug);
    expect([first?.status, second?.status]).toEqual(["shipped", "open"]);
    const moves = await reader()
      .select()
      .from(ideaMove)
      .where(eq(ideaMove.ideaId, first?.id as ConversationId));
    expect(moves).toMatchObject([{ toStatus: "shipped", note: "It is there.", movedBy: host }]);
  });

  test("that cannot be taken are named by line and column, and hinder none", async () => {
    const board = await aBoard();
    const report = await take(
      board.slug,
      file(line("1", { title: " " }), line("2"), line("3", { email: "nobody" }), line("4", { name: "" })),
    );
    expect(report).toMatchObject({ read: 4, imported: 1, bad: 3 });
    const bad = await reader()
      .select()
      .from(importLine)
      .where(eq(importLine.runId, report.run as never))
      .orderBy(importLine.line);
    expect(bad.map(({ line: at, column, reason }) => [at, column, reason])).toEqual([
      [2, "title", "no-title"],
      [4, "author email", "bad-address"],
      [5, "author name", "no-author"],
    ]);
  });

  test("are only counted by a rehearsal, which says what the run will say", async () => {
    const board = await aBoard();
    const text = file(
      line("1", { email: "r@example.org" }),
      line("1"),
      line("2", { title: "" }),
      line("3", { email: "r@example.org" }),
    );
    const before = await reader().select({ count: sql<number>`count(*)::int` }).from(person);
    const rehearsed = await take(board.slug, text, true);
    expect(rehearsed.run).toBeNull();
    expect(await ideasOn(board.slug)).toEqual([]);
    expect(await reader().select({ count: sql<number>`count(*)::int` }).from(person)).toEqual(before);
    const run = await take(board.slug, text);
    const told = ({ read, imported, duplicates, bad, people }: typeof run) => ({
      read,
      imported,
      duplicates,
      bad,
      people,
    });
    expect(told(run)).toEqual(told(rehearsed));
  });
});

describe("undoing a run", () => {
  test("takes away what it brought, people too, and lets it come again", async () => {
    const board = await aBoard();
    const text = file(
      line("1", { email: "undone@example.org", answer: "Yes." }),
      line("2", { name: "Una Doe", voters: "mona@example.org" }),
    );
    const { run } = await take(board.slug, text, false, host);
    const undone = await transaction((tx) => undoImport(tx, run as never));
    expect(undone).toMatchObject({ threads: 2, people: 2 });
    expect(await ideasOn(board.slug)).toEqual([]);
    expect(await reader().select().from(personAddress).where(eq(personAddress.address, "undone@example.org"))).toEqual(
      [],
    );
    const [row] = await reader()
      .select()
      .from(importRun)
      .where(eq(importRun.id, run as never));
    expect(row?.state).toBe("undone");
    const [counted] = await reader().select().from(boardTable).where(eq(boardTable.id, board.id));
    expect(counted?.ideaCount).toBe(0);
    expect(await take(board.slug, text)).toMatchObject({ imported: 2 });
  });

  test.each([
    ["comment", (id: ConversationId) => acting(host, (act) => addComment(act, id, { body: "Yes." }))],
    ["vote", (id: ConversationId) => acting(member, (act) => castVote(act, id, { need: "like", reason: "" }))],
  ] as const)("is refused once somebody here has answered: %s", async (_, answer) => {
    const board = await aBoard();
    const { run } = await take(board.slug, file(line("1")));
    const [first] = await ideasOn(board.slug);
    await answer(first?.id as ConversationId);
    await expect(transaction((tx) => undoImport(tx, run as never))).rejects.toMatchObject({ key: "undoBlocked" });
    expect(await ideasOn(board.slug)).toHaveLength(1);
  });
});

test("no board, and no table, is a refusal that leaves nothing", async () => {
  const board = await aBoard();
  await expect(take("nowhere", file())).rejects.toMatchObject({ code: "not-found", key: "boardUnknown" });
  for (const text of ["", "number,votes\n1,2\n"])
    await expect(take(board.slug, text)).rejects.toMatchObject({ code: "invalid", key: "notATable" });
  expect(await reader().select().from(importRun).where(eq(importRun.boardId, board.id))).toEqual([]);
});
