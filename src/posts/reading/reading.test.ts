import { withDatabase } from "@tests/support/database";
import { acting, aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { and, eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import type { PersonId } from "@/members/shape";
import { at, daysAfter, now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { MINUTE } from "@/platform/durations";
import { addComment } from "../actions/add-comment";
import { publishPost } from "../actions/publish-post";
import { comment } from "../schema";
import type { CommentId, ConversationId } from "../shape";
import { noteVisit } from "./actions/note-visit";
import { hasRead, threadFollowers, threadLevel } from "./facts";
import { reading, readingLine } from "./schema";

withDatabase();

let author: PersonId;
let room: Awaited<ReturnType<typeof aSpace>>;
beforeAll(async () => {
  await atStage("founding");
  author = await aPerson({ admitted: "host-invitation" });
  room = await aSpace({ places: [[author, "member"]] });
});

/** Somebody who reads here since before anything was said. */
async function member(): Promise<PersonId> {
  const who = await aPerson({ admitted: "host-invitation" });
  await transaction((tx) =>
    tx.insert(readingLine).values({ personId: who, drawnAt: daysAfter(now(), -30), hereAt: now() }),
  );
  return who;
}
const asked = async (id: PersonId) => createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });

/** A thread whose comments were written a minute apart; each may answer an earlier one. */
async function thread(parents: readonly (number | null)[]): Promise<{ post: ConversationId; said: CommentId[] }> {
  const began = daysAfter(now(), -1);
  const words = { kind: "discussion", title: "A thread", body: "It begins" } as const;
  const post = await at(began, () => acting(author, (act) => publishPost(act, room, words)));
  const said: CommentId[] = [];
  for (const [n, parent] of parents.entries()) {
    const answered = parent === null ? undefined : said[parent];
    const moment = new Date(began.getTime() + (n + 1) * MINUTE);
    const input = { body: `word ${n}`, ...(answered ? { parentId: answered } : {}) };
    said.push(await at(moment, () => acting(author, (act) => addComment(act, post, input))));
  }
  return { post, said };
}

/** Which comments a person has read, in the order in which they were written. */
async function readBy(who: PersonId, post: ConversationId): Promise<boolean[]> {
  const of = { conversation: sql`${comment.conversationId}`, at: sql`${comment.createdAt}`, id: sql`${comment.id}` };
  const rows = await reader()
    .select({ read: sql<boolean>`${hasRead(who, of)}` })
    .from(comment)
    .where(eq(comment.conversationId, post))
    .orderBy(comment.createdAt);
  return rows.map((row) => row.read);
}

describe("what was on a screen", () => {
  test("counts as read, on every device of the person and for nobody else", async () => {
    const [one, other] = [await member(), await member()];
    const { post, said } = await thread([null, null, null]);
    const api = await asked(one);
    await api.reading.mark({ post, first: said[0], last: said[1] });
    expect(await readBy(one, post)).toEqual([true, true, false]);
    expect(await readBy(other, post)).toEqual([false, false, false]);
  });

  test("is never taken back by reading an earlier page again", async () => {
    const one = await member();
    const { post, said } = await thread([null, null, null]);
    const api = await asked(one);
    await api.reading.mark({ post, first: said[0], last: said[2] });
    await api.reading.mark({ post, first: said[0], last: said[0] });
    await api.reading.mark({ post });
    expect(await readBy(one, post)).toEqual([true, true, true]);
  });

  test("does not hide an answer that stands on another page", async () => {
    const one = await member();
    // The third answers the first, so it stands before the second on the page.
    const { post, said } = await thread([null, null, 0]);
    const api = await asked(one);
    await api.reading.mark({ post, first: said[1], last: said[1] });
    expect(await readBy(one, post)).toEqual([false, false, false]);
    await api.reading.mark({ post, first: said[0], last: said[1] });
    expect(await readBy(one, post)).toEqual([true, true, true]);
  });

  test("marks nothing as read that stands after something not shown, whatever the shape of the thread", async () => {
    const shapes = fc.array(fc.nat(), { minLength: 1, maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(shapes, fc.nat(), fc.nat(), async (seeds, from, to) => {
        const parents = seeds.map((seed, n) => (n === 0 || seed % 2 === 0 ? null : seed % n));
        const { post, said } = await thread(parents);
        const one = await member();
        const shown = await reader()
          .select({ id: comment.id, n: sql<number>`(${comment.createdAt})::text` })
          .from(comment)
          .where(eq(comment.conversationId, post))
          .orderBy(comment.threadAt, comment.threadId, sql`(${comment.threadId} <> ${comment.id})`, comment.createdAt);
        const [a, b] = [from % shown.length, to % shown.length].sort((x, y) => x - y) as [number, number];
        await (await asked(one)).reading.mark({ post, first: shown[a]?.id, last: shown[b]?.id });
        const onPage = new Set(shown.slice(a, b + 1).map((row) => row.id));
        const read = await readBy(one, post);
        const until = said.findIndex((id) => !onPage.has(id));
        expect(read).toEqual(said.map((_, n) => until < 0 || n < until));
      }),
      { numRuns: 25 },
    );
  });

  test("a whole thread is marked to its end", async () => {
    const one = await member();
    const { post } = await thread([null, 0, null, 0]);
    await (await asked(one)).reading.markThread({ post });
    expect(await readBy(one, post)).toEqual([true, true, true, true]);
  });

  test("is not told of what one may not see", async () => {
    const hidden = await aSpace({ visibility: "private", places: [[author, "member"]] });
    const post = await acting(author, (act) =>
      publishPost(act, hidden, { kind: "discussion", title: "Hidden", body: "x" }),
    );
    const api = await asked(await member());
    await expect(api.reading.mark({ post })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(api.reading.follow({ post, level: "everything" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("who speaks", () => {
  test("follows the conversation, unless they said otherwise", async () => {
    const [speaks, silent] = [await member(), await member()];
    const { post } = await thread([]);
    await (await asked(silent)).reading.follow({ post, level: "nothing" });
    for (const one of [speaks, silent]) await acting(one, (act) => addComment(act, post, { body: "a word" }));
    const rows = await reader().execute<{ person_id: PersonId; follow: string }>(
      sql`select * from ${threadFollowers(post)} f order by f.follow`,
    );
    expect([...rows].map((row) => [row.person_id, row.follow])).toEqual(
      expect.arrayContaining([
        [author, "everything"],
        [speaks, "everything"],
        [silent, "nothing"],
      ]),
    );
    await (await asked(silent)).reading.follow({ post, level: "default" });
    const [left] = await reader().execute(sql`select ${threadLevel(silent, post)} as level`);
    expect(left).toEqual({ level: null });
  });

  test("has read what they say, but not what stands unread before it", async () => {
    const [caught, behind] = [await member(), await member()];
    const { post } = await thread([null]);
    await (await asked(caught)).reading.markThread({ post });
    for (const one of [caught, behind]) await acting(one, (act) => addComment(act, post, { body: "a word" }));
    expect(await readBy(caught, post)).toEqual([true, true, false]);
    expect(await readBy(behind, post)).toEqual([false, false, false]);
  });
});

describe("the line that reading starts from", () => {
  const lineOf = async (who: PersonId) =>
    (await reader().select().from(readingLine).where(eq(readingLine.personId, who)))[0];

  test("is drawn at the first visit, and again after a long absence, never in between", async () => {
    const one = await aPerson({ admitted: "host-invitation" });
    const { post } = await thread([null]);
    const first = now();
    await at(first, () => transaction((tx) => noteVisit(tx, one)));
    expect(await readBy(one, post)).toEqual([true]);
    await at(daysAfter(first, 13), () => transaction((tx) => noteVisit(tx, one)));
    expect((await lineOf(one))?.drawnAt).toEqual(first);
    const back = daysAfter(first, 40);
    await at(back, () => transaction((tx) => noteVisit(tx, one)));
    expect(await lineOf(one)).toMatchObject({ drawnAt: back, hereAt: back, missedSince: daysAfter(first, 13) });
  });

  test("leaves no row of reading behind", async () => {
    const one = await member();
    await transaction((tx) => noteVisit(tx, one));
    const rows = await reader()
      .select()
      .from(reading)
      .where(and(eq(reading.personId, one)));
    expect(rows).toEqual([]);
  });
});
