import { withDatabase } from "@tests/support/database";
import { atStage } from "@tests/support/people";
import { aComment, aPost, aRoom, asked } from "@tests/support/posts";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { person } from "@/members/schema";
import { reader, transaction } from "@/platform/database/client";
import { conversation } from "../schema";
import { differences } from "./differences";

withDatabase();

test("the differences hold both texts whole, whatever they are", () => {
  const text = fc.array(fc.constantFrom("one", "two", "three", " ", "\n", "é", "🙂", "."), { maxLength: 30 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const found = differences(before.join(""), after.join(""));
      const without = (kind: string) => found.flatMap((one) => (one.kind === kind ? [] : [one.text])).join("");
      expect(without("added")).toBe(before.join(""));
      expect(without("removed")).toBe(after.join(""));
    }),
  );
});

test("two long texts that have nothing in common are told as one replaced by the other, and soon", () => {
  const long = (seed: string) => Array.from({ length: 8_000 }, (_, n) => `${seed}${n}`).join(" ");
  const found = differences(long("a"), long("b"));
  expect(found.map((one) => one.kind)).toEqual(["removed", "added"]);
});

test("each edit keeps the words before it, and shows what changed, to whoever reads the post", async () => {
  await atStage("founding");
  const room = await aRoom();
  const post = await aPost(room, { title: "Ovens", body: "The stone is cold." });
  const [author, other] = [await asked(room.author), await asked(room.reader)];
  await author.posts.edit({ post, title: "Ovens", body: "The stone is hot." });
  await author.posts.edit({ post, title: "Two ovens", body: "The stone is hot." });
  await author.posts.edit({ post, title: "Two ovens", body: "The stone is hot." });
  const { items, next, title } = await other.posts.history({ post });
  expect({ title, next, versions: items.map((one) => one.version) }).toEqual({
    title: "Two ovens",
    next: null,
    versions: [3, 2, 1],
  });
  expect(items[0]?.title.filter((one) => one.kind !== "same")).toEqual([
    { kind: "removed", text: "Ovens" },
    { kind: "added", text: "Two ovens" },
  ]);
  expect(items[1]?.body.filter((one) => one.kind !== "same")).toEqual([
    { kind: "removed", text: "cold" },
    { kind: "added", text: "hot" },
  ]);
  expect(items[2]).toMatchObject({ first: true, body: [{ kind: "same", text: "The stone is cold." }] });
});

test("whoever is named stands in each version as they were typed", async () => {
  await atStage("founding");
  const room = await aRoom();
  await transaction((tx) => tx.update(person).set({ displayName: "Zelda Zinc" }).where(eq(person.id, room.reader)));
  const author = await asked(room.author);
  const words = { kind: "discussion", title: "Seals", body: "Ask @Zelda Zinc about it.", aware: "yes" } as const;
  const { post } = await author.posts.publish({ space: room.space, ...words });
  const [kept] = await reader().select({ body: conversation.body }).from(conversation).where(eq(conversation.id, post));
  expect(kept?.body).toContain(room.reader);
  const { items } = await author.posts.history({ post });
  expect(items[0]?.body).toEqual([{ kind: "same", text: "Ask @Zelda Zinc about it." }]);
});

test("a long history is read a few versions at a time, and misses none", async () => {
  await atStage("founding");
  const room = await aRoom();
  const post = await aPost(room);
  const author = await asked(room.author);
  for (let n = 2; n <= 12; n += 1) await author.posts.edit({ post, title: "A title", body: `Words ${n}` });
  const read: number[] = [];
  let after: string | undefined;
  do {
    const page = await author.posts.history(after === undefined ? { post } : { post, after });
    read.push(...page.items.map((one) => one.version));
    expect(page.items.every((one) => one.first === (one.version === 1))).toBe(true);
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect(read).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
});

test("an edit that started from older words is refused, and put in their place only when its author says so", async () => {
  await atStage("founding");
  const room = await aRoom();
  const post = await aPost(room, { body: "First" });
  const comment = await aComment(room.author, post, "First");
  const author = await asked(room.author);
  await author.posts.edit({ post, title: "A title", body: "Second", version: 1 });
  const late = { post, title: "A title", body: "Third", version: "1" } as const;
  await expect(author.posts.edit(late)).rejects.toMatchObject({
    code: "CONFLICT",
    cause: { key: "editedMeanwhile", fields: { over: ["field.editedMeanwhile"] } },
  });
  expect((await author.posts.one({ post })).body).toBe("Second");
  await author.posts.edit({ ...late, over: "yes" });
  expect(await author.posts.one({ post })).toMatchObject({ body: "Third", version: 3 });
  await author.posts.editComment({ comment, body: "Second", version: 1 });
  await expect(author.posts.editComment({ comment, body: "Third", version: 1 })).rejects.toMatchObject({
    code: "CONFLICT",
  });
});

test("two edits at once: one is saved, the other is told", async () => {
  await atStage("founding");
  const room = await aRoom();
  const comment = await aComment(room.author, await aPost(room), "First");
  const author = await asked(room.author);
  const outcomes = await Promise.allSettled(
    ["One", "Two", "Three"].map((body) => author.posts.editComment({ comment, body, version: 1 })),
  );
  expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
});

test("what was removed has no history for anybody, its author included", async () => {
  await atStage("founding");
  const room = await aRoom();
  const post = await aPost(room);
  const comment = await aComment(room.author, post, "A secret");
  const [author, other] = [await asked(room.author), await asked(room.reader)];
  await author.posts.editComment({ comment, body: "Nothing" });
  expect((await other.posts.commentHistory({ comment })).items).toHaveLength(2);
  await author.posts.removeComment({ comment });
  for (const api of [author, other])
    await expect(api.posts.commentHistory({ comment })).rejects.toMatchObject({ code: "NOT_FOUND" });
  const outside = await asked(room.stranger);
  const hidden = await aRoom("private");
  await expect(outside.posts.history({ post: await aPost(hidden) })).rejects.toMatchObject({ code: "NOT_FOUND" });
});
