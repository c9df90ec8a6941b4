import { withDatabase } from "@tests/support/database";
import { acting, atStage } from "@tests/support/people";
import { aComment, aPost, aRoom } from "@tests/support/posts";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { keepFile } from "@/members/files/actions/keep-file";
import type { FileId } from "@/members/files/shape";
import type { PersonId } from "@/members/shape";
import { reader, transaction } from "@/platform/database/client";
import { event } from "@/platform/events/schema";
import { editComment, editPost } from "../actions/edit-words";

withDatabase();
beforeAll(() => atStage("founding"));

function aFile(ownerId: PersonId): Promise<FileId> {
  const facts = { use: "attachment", name: "a.pdf", type: "application/pdf", kind: "document", size: 1 } as const;
  return transaction((tx) => keepFile(tx, { ownerId, ...facts }));
}

/** How often it was recorded that these words were edited. */
async function edits(subject: string): Promise<number> {
  const all = await reader().select({ name: event.name }).from(event).where(eq(event.subject, subject));
  return all.filter((one) => one.name.endsWith(".edited")).length;
}

test("a post counts as edited when its files came or went, and not when it is saved as it stands", async () => {
  const room = await aRoom();
  const [first, second] = [await aFile(room.author), await aFile(room.author)];
  const post = await aPost(room, { files: [first] });
  const save = (files?: readonly FileId[]) =>
    acting(room.author, (act) => editPost(act, post, { title: "A title", body: "Some words", files }));
  await save([first]);
  await save();
  expect(await edits(`post:${post}`)).toBe(0);
  await save([first, second]);
  expect(await edits(`post:${post}`)).toBe(1);
  await save([second]);
  await save([second]);
  expect(await edits(`post:${post}`)).toBe(2);
});

test("a comment counts as edited when its files came or went, and not when it is saved as it stands", async () => {
  const room = await aRoom();
  const post = await aPost(room);
  const id = await aComment(room.reader, post, "An answer");
  const paper = await aFile(room.reader);
  const save = (files?: readonly FileId[]) =>
    acting(room.reader, (act) => editComment(act, { id, conversationId: post }, { body: "An answer", files }));
  await save([]);
  await save();
  expect(await edits(`comment:${id}`)).toBe(0);
  await save([paper]);
  expect(await edits(`comment:${id}`)).toBe(1);
  await save([paper]);
  await save([]);
  expect(await edits(`comment:${id}`)).toBe(2);
});
