import { withDatabase } from "@tests/support/database";
import { acting, atStage } from "@tests/support/people";
import { aComment, aPost, aRoom, asked } from "@tests/support/posts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { now } from "@/platform/clock";
import { reader } from "@/platform/database/client";
import { event } from "@/platform/events/schema";
import { loadHistory } from "@/readiness/load";
import { react } from "./actions/react";
import { reaction } from "./schema";
import { REACTION_KINDS, type ReactionKind } from "./shape";

withDatabase();

test("a reaction is one of each kind a person, told by name, and taken back", async () => {
  await atStage("founding");
  const room = await aRoom();
  const post = await aPost(room);
  const [author, other] = [await asked(room.author), await asked(room.reader)];
  await other.posts.react({ post, add: "thanks" });
  await other.posts.react({ post, add: "thanks" });
  await other.posts.react({ post, add: "curious" });
  const names = [(await other.members.profile({ person: room.reader })).displayName];
  expect((await author.posts.one({ post })).reactions).toEqual([
    { kind: "thanks", count: 1, mine: false, names },
    { kind: "curious", count: 1, mine: false, names },
  ]);
  expect((await other.posts.one({ post })).reactions[0]).toEqual({ kind: "thanks", count: 1, mine: true, names: [] });
  await other.posts.react({ post, remove: "thanks" });
  await other.posts.react({ post, remove: "thanks" });
  expect((await author.posts.one({ post })).reactions.map((one) => one.kind)).toEqual(["curious"]);
  const told = await reader().select({ name: event.name }).from(event);
  expect(told.filter((one) => one.name === "reaction.added")).toHaveLength(2);
  expect(told.filter((one) => one.name === "reaction.removed")).toHaveLength(1);
});

test("a comment takes reactions too, of which a removed one shows none; nothing and two wishes at once are refused", async () => {
  await atStage("founding");
  const room = await aRoom();
  const post = await aPost(room);
  const comment = await aComment(room.author, post);
  const other = await asked(room.reader);
  await other.posts.reactToComment({ comment, add: "support" });
  const read = async () => (await other.posts.comments({ post })).items[0]?.reactions;
  expect(await read()).toEqual([{ kind: "support", count: 1, mine: true, names: [] }]);
  await expect(other.posts.reactToComment({ comment })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  const both = { comment, add: "support", remove: "support" } as const;
  await expect(other.posts.reactToComment(both)).rejects.toMatchObject({ code: "BAD_REQUEST" });
  await (await asked(room.author)).posts.removeComment({ comment });
  expect(await read()).toEqual([]);
});

test("whatever is pressed in whatever order, and at once, the counts are those of the rows", async () => {
  await atStage("founding");
  const room = await aRoom();
  const people = [room.author, room.reader, room.owner];
  const press = fc.record({
    who: fc.integer({ min: 0, max: 2 }),
    kind: fc.constantFrom(...REACTION_KINDS),
    adds: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(press, { maxLength: 12 }), async (presses) => {
      const post = await aPost(room);
      const on = { conversation: post, comment: null };
      await Promise.all(
        presses.map(({ who, kind, adds }) =>
          acting(people[who] ?? room.author, (act) => react(act, on, adds ? { add: kind } : { remove: kind })),
        ),
      );
      const rows = await reader().select().from(reaction);
      const counts = new Map<ReactionKind, number>();
      for (const row of rows) if (row.conversationId === post) counts.set(row.kind, (counts.get(row.kind) ?? 0) + 1);
      const shown = (await (await asked(room.author)).posts.one({ post })).reactions;
      expect(new Map(shown.map(({ kind, count }) => [kind, count]))).toEqual(
        new Map(REACTION_KINDS.flatMap((kind) => (counts.has(kind) ? [[kind, counts.get(kind) ?? 0] as const] : []))),
      );
    }),
    { numRuns: 15 },
  );
});

test("a reaction is no contribution: readiness sees the same community with and without", async () => {
  await atStage("founding");
  const room = await aRoom();
  const post = await aPost(room);
  const comment = await aComment(room.author, post);
  const later = now().getTime() + 1000;
  const before = await loadHistory(reader(), later, { everything: true });
  const lurker = await asked(room.stranger);
  await lurker.posts.react({ post, add: "agree" });
  await lurker.posts.reactToComment({ comment, add: "agree" });
  await lurker.posts.save({ post });
  expect(await loadHistory(reader(), later, { everything: true })).toEqual(before);
});

test("what is kept for later is its owner's alone, newest first, and gone from sight with the post", async () => {
  await atStage("founding");
  const room = await aRoom();
  const [first, second] = [await aPost(room), await aPost(room)];
  const [mine, others] = [await asked(room.reader), await asked(room.author)];
  await mine.posts.save({ post: first });
  await mine.posts.save({ post: second });
  await mine.posts.save({ post: second });
  const ids = async (take?: number, after?: string) =>
    (await mine.posts.saved({ ...(take ? { take } : {}), ...(after ? { after } : {}) })).items.map((one) => one.id);
  expect(await ids()).toEqual([second, first]);
  const page = await mine.posts.saved({ take: 1 });
  expect(await ids(1, page.next ?? "")).toEqual([first]);
  expect((await mine.posts.one({ post: first })).saved).toBe(true);
  expect((await others.posts.one({ post: first })).saved).toBe(false);
  expect((await others.posts.saved({})).items).toEqual([]);
  await others.posts.remove({ post: second });
  expect(await ids()).toEqual([first]);
  await mine.posts.unsave({ post: first });
  expect(await ids()).toEqual([]);
});

test("what one may not read takes no sign and is not kept", async () => {
  await atStage("founding");
  const room = await aRoom("private");
  const post = await aPost(room);
  const outsider = await asked(room.stranger);
  await expect(outsider.posts.react({ post, add: "thanks" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(outsider.posts.save({ post })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("all who reacted are listed page by page, the latest first, each sign once, for those who read the words", async () => {
  await atStage("founding");
  const room = await aRoom("private");
  const post = await aPost(room);
  const comment = await aComment(room.author, post);
  const [author, other, owner] = [await asked(room.author), await asked(room.reader), await asked(room.owner)];
  await other.posts.react({ post, add: "thanks" });
  await owner.posts.react({ post, add: "agree" });
  await other.posts.react({ post, add: "curious" });
  await other.posts.reactToComment({ comment, add: "support" });
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await author.posts.reactors({ post, take: 1, after });
    expect(page.title).toBe("A title");
    seen.push(...page.items.map(({ person, kind }) => `${person.id} ${kind}`));
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect(seen).toEqual([`${room.reader} curious`, `${room.owner} agree`, `${room.reader} thanks`]);
  const below = async () => (await author.posts.commentReactors({ comment })).items;
  expect(await below()).toMatchObject([{ person: { id: room.reader }, kind: "support" }]);
  const outsider = await asked(room.stranger);
  await expect(outsider.posts.reactors({ post })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(outsider.posts.commentReactors({ comment })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await author.posts.removeComment({ comment });
  await expect(below()).rejects.toMatchObject({ code: "NOT_FOUND" });
});
