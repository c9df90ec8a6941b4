import { aBoard, anIdea } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { ideaTable as file, hostAndMember, ideasOn, ideaLine as line, takeIdeas } from "@tests/support/idea-tables";
import { acting, viewerFor } from "@tests/support/people";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import { castVote } from "@/feedback/actions/vote";
import { board as boardTable } from "@/feedback/schema";
import { personAddress } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { reader, transaction } from "@/platform/database/client";
import { addComment } from "@/posts/actions/add-comment";
import type { ConversationId } from "@/posts/shape";
import { importRun } from "../schema";
import { undoImport } from "../undo";

const database = withDatabase();

let member: PersonId;
let host: PersonId;
beforeAll(async () => {
  ({ host, member } = await hostAndMember());
});

function take(board: string, text: string, fallback: PersonId | null = null) {
  return takeIdeas(database.url(), board, text, { fallback });
}

const hosting = async () => createCaller({ viewer: await viewerFor(host), locale: "en", requestId: "test" });

async function ideaCountOf(slug: string) {
  const [row] = await reader()
    .select({ count: boardTable.ideaCount })
    .from(boardTable)
    .where(eq(boardTable.slug, slug));
  return row?.count;
}

async function merge(one: ConversationId, into: ConversationId) {
  const api = await hosting();
  const { plan } = await api.feedback.mergeTargets({ idea: one, into });
  await api.feedback.merge({ idea: one, into, basis: plan?.basis ?? "" });
}

describe("undoing a run", () => {
  test("takes away what it brought, people too, and lets it come again", async () => {
    const board = await aBoard();
    const text = file(
      line("1", { email: "undone@example.org", answer: "Yes." }),
      line("2", { name: "Una Doe", voters: "mona@example.org" }),
    );
    const { run } = await take(board.slug, text, host);
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
    expect(await ideaCountOf(board.slug)).toBe(0);
    expect(await take(board.slug, text)).toMatchObject({ imported: 2 });
  });

  test("is offered for one that failed on its way, and takes away what that had brought", async () => {
    const board = await aBoard();
    const { run } = await take(board.slug, file(line("1")));
    await transaction((tx) =>
      tx
        .update(importRun)
        .set({ state: "failed", imported: 0 })
        .where(eq(importRun.id, run as never)),
    );
    const again = await take(board.slug, file(line("1")));
    const api = await hosting();
    const offered = async () => {
      const { runs } = await api.imports.runs({ slug: board.slug });
      return [run, again.run].map((id) => runs.find((one) => one.run === id)?.mayUndo);
    };
    expect(await offered()).toEqual([true, false]);
    await api.imports.undo({ run: run ?? "" });
    expect([await ideasOn(board.slug), await offered()]).toEqual([[], [false, false]]);
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

  test.each([
    ["into one of this place", (came: ConversationId, own: ConversationId) => merge(came, own)],
    ["with one of this place in it", (came: ConversationId, own: ConversationId) => merge(own, came)],
  ] as const)("is refused once a host has merged an idea of it: %s", async (_, join) => {
    const board = await aBoard();
    const { run } = await take(board.slug, file(line("1")));
    const [came] = await ideasOn(board.slug);
    await join(came?.id as ConversationId, await anIdea(board.id, member));
    await expect(transaction((tx) => undoImport(tx, run as never))).rejects.toMatchObject({ key: "undoBlocked" });
    expect([(await ideasOn(board.slug)).length, await ideaCountOf(board.slug)]).toEqual([2, 1]);
  });

  test("is refused once a host has moved an idea of it, there and back again too", async () => {
    const [board, other] = [await aBoard(), await aBoard()];
    const { run } = await take(board.slug, file(line("1")));
    const [came] = await ideasOn(board.slug);
    const move = async (from: typeof board, to: typeof board) =>
      (await hosting()).feedback.transfer({ idea: came?.id ?? "", from: from.id, to: to.id });
    for (const [from, to] of [
      [board, other],
      [other, board],
    ] as const) {
      await move(from, to);
      await expect(transaction((tx) => undoImport(tx, run as never))).rejects.toMatchObject({ key: "undoBlocked" });
    }
    expect([await ideaCountOf(board.slug), await ideaCountOf(other.slug)]).toEqual([1, 0]);
  });
});
