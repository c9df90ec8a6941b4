import { withDatabase } from "@tests/support/database";
import { acting, aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import type { PersonId } from "@/members/shape";
import { at, daysAfter, now } from "@/platform/clock";
import { transaction } from "@/platform/database/client";
import { MINUTE } from "@/platform/durations";
import { addComment } from "../actions/add-comment";
import { publishPost } from "../actions/publish-post";
import type { CommentId, ConversationId } from "../shape";
import { readingLine } from "./schema";

withDatabase();

let author: PersonId;
let reads: PersonId;
let post: ConversationId;
/** The comments in the order of the page, worked out by hand. */
let ordered: CommentId[];
/** In the order of time. */
const said: CommentId[] = [];
const SEEDS = [0, 2, 5, 1, 4, 7, 3, 6, 9, 11, 2, 8, 13, 5, 21, 34, 10, 3, 12, 17, 19, 23, 4, 6, 8];

beforeAll(async () => {
  await atStage("founding");
  author = await aPerson({ admitted: "host-invitation" });
  reads = await aPerson({ admitted: "host-invitation" });
  const room = await aSpace({ places: [[author, "member"]] });
  const began = daysAfter(now(), -1);
  const words = { kind: "discussion", title: "A thread", body: "It begins" } as const;
  post = await at(began, () => acting(author, (act) => publishPost(act, room, words)));
  const branches: CommentId[][] = [];
  for (const [n, seed] of SEEDS.entries()) {
    const parentId = n === 0 || seed % 3 === 0 ? undefined : said[seed % n];
    const moment = new Date(began.getTime() + (n + 1) * MINUTE);
    const input = { body: `word ${n}`, ...(parentId ? { parentId } : {}) };
    const id = await at(moment, () => acting(author, (act) => addComment(act, post, input)));
    said.push(id);
    const home = branches.find((branch) => parentId !== undefined && branch.includes(parentId));
    if (home === undefined) branches.push([id]);
    else home.push(id);
  }
  ordered = branches.flat();
});

async function ask(input: Record<string, unknown>, who = reads) {
  const api = createCaller({ viewer: await viewerFor(who), locale: "en", requestId: "test" });
  const { window } = await api.reading.thread({ post, ...input });
  return { ...window, ids: window.items.map((one) => one.id) };
}

describe("a part of a conversation", () => {
  test("has answers under what they answer, whatever they answer", async () => {
    const { ids, earlier, later } = await ask({ take: 50 });
    expect(ids).toEqual(ordered);
    expect([earlier, later]).toEqual([false, false]);
  });

  test("names who is answered only where that is not who began the branch", async () => {
    const { items } = await ask({ take: 50 });
    for (const one of items) {
      const answersBranch = one.parentId === null || one.parentId === one.threadId;
      expect(one.answers === null, one.body).toBe(answersBranch);
    }
  });

  test("goes on and back by keys, and misses nothing", async () => {
    const numbers = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(SEEDS.length - 1));
    await fc.assert(
      fc.asyncProperty(numbers, async ([take, n]) => {
        const key = ordered[n];
        const after = await ask({ after: key, take });
        expect(after.ids).toEqual(ordered.slice(n + 1, n + 1 + take));
        expect(after.later).toBe(n + 1 + take < ordered.length);
        expect(after.earlier).toBe(true);
        const before = await ask({ before: key, take });
        expect(before.ids).toEqual(ordered.slice(Math.max(0, n - take), n));
        expect(before.earlier).toBe(n - take > 0);
        expect(before.later).toBe(true);
        const until = await ask({ until: key, take });
        expect(until.ids).toEqual(ordered.slice(Math.max(0, n + 1 - take), n + 1));
        expect(until.later).toBe(n + 1 < ordered.length);
        const from = await ask({ from: key, take });
        expect(from.ids).toEqual(ordered.slice(n, n + take));
      }),
      { numRuns: 30 },
    );
  });

  test("shows the comment that is linked to, with as many others as there is room for", async () => {
    for (const [n, key] of ordered.entries()) {
      const part = await ask({ at: key, take: 10 });
      expect(part.ids).toContain(key);
      expect(part.ids).toHaveLength(10);
      const [first] = part.ids;
      const start = ordered.indexOf(first as CommentId);
      expect(part.ids).toEqual(ordered.slice(start, start + 10));
      expect([part.earlier, part.later]).toEqual([start > 0, start + 10 < ordered.length]);
      expect(start).toBeLessThanOrEqual(n);
    }
  });

  test("tells under what it begins when that stands before it", async () => {
    const { items } = await ask({ take: 50 });
    const n = items.findIndex((one) => one.threadId !== one.id);
    const part = await ask({ from: ordered[n], take: 3 });
    expect(part.under).toMatchObject({ id: items[n]?.threadId, author: { id: author } });
    expect((await ask({ take: 3 })).under).toBeNull();
  });

  test("begins at the start, at the end, or at a day", async () => {
    expect((await ask({ edge: "start", take: 4 })).ids).toEqual(ordered.slice(0, 4));
    expect((await ask({ edge: "end", take: 4 })).ids).toEqual(ordered.slice(-4));
    expect((await ask({ on: "2001-01-01", take: 4 })).ids).toEqual(ordered.slice(0, 4));
    expect((await ask({ on: "2999-01-01", take: 4 })).ids).toEqual(ordered.slice(-4));
  });

  test("begins at the beginning for an address that names nothing, or something that is not there", async () => {
    for (const input of [{ at: post }, { after: "nothing" }, { on: "yesterday" }, { take: "many" }])
      expect((await ask({ take: 4, ...input })).ids.slice(0, 4)).toEqual(ordered.slice(0, 4));
  });
});

describe("the place where one stopped reading", () => {
  test("is where the conversation opens; all read, it opens at its end", async () => {
    const one = await aPerson({ admitted: "host-invitation" });
    await transaction((tx) =>
      tx.insert(readingLine).values({ personId: one, drawnAt: daysAfter(now(), -30), hereAt: now() }),
    );
    const api = createCaller({ viewer: await viewerFor(one), locale: "en", requestId: "test" });
    expect((await ask({ take: 5 }, one)).ids).toEqual(ordered.slice(0, 5));
    await api.reading.mark({ post, first: ordered[0], last: ordered.at(-1) });
    const done = await ask({ take: 5 }, one);
    expect(done.ids).toEqual(ordered.slice(-5));
    expect(done.unread).toEqual({ count: 0, first: null });
    const late = await acting(author, (act) => addComment(act, post, { body: "late" }));
    const late2 = await acting(author, (act) =>
      addComment(act, post, { body: "later", parentId: said[0] as CommentId }),
    );
    const part = await ask({ take: 5 }, one);
    // The answer stands in the first branch, far above the other.
    expect(part.unread).toEqual({ count: 2, first: late2 });
    expect(part.items.filter((item) => item.unread).map((item) => item.id)).toEqual([late2]);
    const end = await ask({ edge: "end", take: 5 }, one);
    expect(end.items.filter((item) => item.unread).map((item) => item.id)).toEqual([late]);
  });
});
