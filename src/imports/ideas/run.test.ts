import { aBoard } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { ideaTable as file, hostAndMember, ideasOn, ideaLine as line, takeIdeas } from "@tests/support/idea-tables";
import { aPerson, viewerFor } from "@tests/support/people";
import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import { board as boardTable, ideaMove, vote } from "@/feedback/schema";
import { person, personAddress } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { notice } from "@/notices/schema";
import { at, daysAfter } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import type { ConversationId } from "@/posts/shape";
import { importLine, importRun } from "../schema";

const database = withDatabase();

let member: PersonId;
let host: PersonId;
beforeAll(async () => {
  ({ host, member } = await hostAndMember());
});

function take(board: string, text: string, dryRun = false, fallback: PersonId | null = null) {
  return takeIdeas(database.url(), board, text, { dryRun, fallback });
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

  test("are owed an answer from the day on which they came, and tell nothing of how soon answers come here", async () => {
    const board = await aBoard({ answerDays: 2 });
    const text = file(line("1"), line("2", { status: "completed", answer: "It is there.", created: "2026-11-01" }));
    const monday = new Date("2026-11-02T09:00:00Z");
    await at(monday, () => take(board.slug, text, false, host));
    const api = createCaller({ viewer: await viewerFor(host), locale: "en", requestId: "test" });
    const read = (day: number) =>
      at(daysAfter(monday, day), () => api.feedback.ideas({ slug: board.slug, show: "waiting", order: "unanswered" }));
    const [then, later] = [await read(1), await read(4)];
    expect(then.pace).toEqual({ answered: 0, median: null, kept: 0, late: 0 });
    expect(then.items.map((one) => [one.title, one.lateDays])).toEqual([["Idea 1", null]]);
    expect([later.pace?.late, later.items[0]?.lateDays]).toEqual([1, 4]);
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

test("no board, and no table, is a refusal that leaves nothing", async () => {
  const board = await aBoard();
  await expect(take("nowhere", file())).rejects.toMatchObject({ code: "not-found", key: "boardUnknown" });
  for (const text of ["", "number,votes\n1,2\n"])
    await expect(take(board.slug, text)).rejects.toMatchObject({ code: "invalid", key: "notATable" });
  expect(await reader().select().from(importRun).where(eq(importRun.boardId, board.id))).toEqual([]);
});
