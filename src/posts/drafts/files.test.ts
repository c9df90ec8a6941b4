import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { withDatabase } from "@tests/support/database";
import { acting, atStage } from "@tests/support/people";
import { aPost, aRoom, type Room } from "@tests/support/posts";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { keepHouse } from "@/assembly/housekeeping";
import { keepFile } from "@/members/files/actions/keep-file";
import type { FileId } from "@/members/files/shape";
import { file } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { at, daysAfter, now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { provideEnv } from "@/platform/env";
import { removePost } from "../actions/remove-words";
import { takePostBack } from "../actions/undo";
import { forgetDraft, saveDraft } from "./actions";
import { draftPlaces } from "./shape";

withDatabase();

let room: Room;
beforeAll(async () => {
  provideEnv({ LEVAIN_DATA_DIR: mkdtempSync(path.join(tmpdir(), "levain-drafts-")) });
  await atStage("founding");
  room = await aRoom();
});

async function aFile(ownerId: PersonId): Promise<{ id: FileId; words: string }> {
  const facts = { use: "attachment", name: "a.png", type: "image/png", kind: "picture", size: 1 } as const;
  const id = await transaction((tx) => keepFile(tx, { ownerId, ...facts, width: 9, height: 9 }));
  return { id, words: `Look: ![](/files/${id}/a.png)` };
}

async function stands(id: FileId): Promise<boolean> {
  return (await reader().select({ id: file.id }).from(file).where(eq(file.id, id))).length > 0;
}

/** Keeps the house, so many days from now. */
function house(days: number): Promise<void> {
  return at(daysAfter(now(), days), keepHouse);
}

test("a file stays while a draft of its owner's names it, and goes when the draft does", async () => {
  const place = draftPlaces.newPost(room.space);
  const [kept, loose] = [await aFile(room.author), await aFile(room.author)];
  const draft = { place, path: "/", title: "", kind: "", body: kept.words, base: 0 };
  await acting(room.author, (act) => saveDraft(act, draft));
  await house(2);
  expect([await stands(kept.id), await stands(loose.id)]).toEqual([true, false]);
  await acting(room.author, (act) => saveDraft(act, { ...draft, body: "Other words", base: 7 }));
  await house(2);
  // What another tab overtook can be had back, with its pictures.
  expect(await stands(kept.id)).toBe(true);
  await acting(room.author, (act) => forgetDraft(act, place));
  await house(2);
  expect(await stands(kept.id)).toBe(false);
});

test("nobody keeps another's file by naming it", async () => {
  const theirs = await aFile(room.author);
  const draft = { place: draftPlaces.newPost(room.space), path: "/", title: "", kind: "", body: theirs.words, base: 0 };
  await acting(room.reader, (act) => saveDraft(act, draft));
  await house(2);
  expect(await stands(theirs.id)).toBe(false);
});

test("what was taken back waits as a draft with its pictures, for as long as drafts are kept", async () => {
  const shown = await aFile(room.author);
  const post = await aPost(room, { body: shown.words });
  await acting(room.author, (act) => takePostBack(act, post, room.space, "/"));
  await house(60);
  expect(await stands(shown.id)).toBe(true);
  await house(92);
  expect(await stands(shown.id)).toBe(false);
});

test("files of words that were removed a month ago go as well, unless a draft of their owner's names them", async () => {
  const [kept, gone] = [await aFile(room.author), await aFile(room.author)];
  const post = await aPost(room, { body: `${kept.words} ${gone.words}` });
  const draft = { place: draftPlaces.comment(post), path: "/", title: "", kind: "", body: kept.words };
  await at(daysAfter(now(), 30), () => acting(room.author, (act) => saveDraft(act, draft)));
  await acting(room.author, (act) => removePost(act, post));
  await house(31);
  await house(33);
  expect([await stands(kept.id), await stands(gone.id)]).toEqual([true, false]);
});
