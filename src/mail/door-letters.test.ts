import { aBoard } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { acting, aPerson, atStage, viewerFor } from "@tests/support/people";
import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { dispatchEvent } from "@/assembly/dispatch";
import { fileFor } from "@/assembly/files/queries";
import { createCaller } from "@/assembly/router";
import { flipStage } from "@/launch/actions/flip-stage";
import { showAtTheDoor } from "@/launch/door/faces";
import { rehearse } from "@/launch/rehearsal";
import { file, person, personAddress } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { endMails, resumeMails } from "@/notices/unsubscribe/end-mails";
import { now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { event } from "@/platform/events/schema";
import { newId } from "@/platform/ids";
import { currentStage } from "@/stages/queries";
import { mailReactions } from "./reactions";
import { letter } from "./schema";
import type { LetterKind } from "./shape";
import { endingOf } from "./unsubscribe/token";

withDatabase();

beforeEach(async () => {
  await transaction(async (tx) => {
    await tx.execute(sql`truncate ${person}, ${event} cascade`);
  });
  await atStage("founding");
});

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

async function tellAll(): Promise<void> {
  for (const { id } of await reader().select({ id: event.id }).from(event).orderBy(event.at, event.id))
    await dispatchEvent(id, mailReactions);
}

async function lettersOf(kind: LetterKind): Promise<{ to: PersonId; row: typeof letter.$inferSelect }[]> {
  return reader()
    .select({ to: personAddress.personId, row: letter })
    .from(letter)
    .innerJoin(personAddress, eq(personAddress.address, letter.toAddress))
    .where(eq(letter.kind, kind));
}

const WORDS = { title: "This week", body: "Three of you *came*.", language: "en" } as const;

test("a letter stands at the door for everybody who waits, and goes by mail once to those alone who follow and wait", async () => {
  const host = await asked(await aPerson({ roles: ["host"], name: "Hannah" }));
  const [follows, waits, cameIn] = [await aPerson(), await aPerson(), await aPerson()];
  for (const one of [follows, cameIn]) await (await asked(one)).door.follow();
  await host.launch.invitePerson({ person: cameIn, note: "" });
  expect((await host.door.desk({})).followers).toBe(1);
  await host.door.writeLetter({ ...WORDS, byMail: true });
  await tellAll();
  await tellAll();
  const sent = await lettersOf("door-letter");
  expect(sent.map(({ to }) => to)).toEqual([follows]);
  expect(sent[0]?.row).toMatchObject({ subject: "This week", state: "waiting" });
  expect(sent[0]?.row.bodyHtml).toContain('<div lang="en"><p>Three of you <em>came</em>.</p>');
  const room = await (await asked(waits)).launch.waiting();
  expect(room.letters).toMatchObject([{ title: "This week", by: "Hannah", language: "en" }]);
  expect(room.follows).toBe(false);
});

test("the link in the mail ends the letters without a session, and takes that back", async () => {
  const host = await asked(await aPerson({ roles: ["host"] }));
  const follows = await aPerson();
  await (await asked(follows)).door.follow();
  await host.door.writeLetter({ ...WORDS, byMail: true });
  await tellAll();
  const [sent] = await lettersOf("door-letter");
  const token = sent?.row.headers.unsubscribe?.split("/").at(-1) ?? "";
  const ending = endingOf(token);
  if (ending === null) throw new Error("the letter carries no way to end it");
  await transaction((tx) => endMails(tx, ending));
  expect((await (await asked(follows)).launch.waiting()).follows).toBe(false);
  await transaction((tx) => resumeMails(tx, ending));
  expect((await (await asked(follows)).launch.waiting()).follows).toBe(true);
});

test("a letter that is taken down is read and leaves no more; one that is not asked for by mail never leaves", async () => {
  const host = await asked(await aPerson({ roles: ["host"] }));
  const waits = await asked(await aPerson());
  await waits.door.follow();
  await host.door.writeLetter({ ...WORDS, title: "Only here" });
  const { letter: id } = await host.door.writeLetter({ ...WORDS, byMail: true });
  await tellAll();
  await host.door.changeLetter({ letter: id, ...WORDS, title: "That week" });
  expect((await waits.door.letters({})).items.map(({ title }) => title)).toEqual(["That week", "Only here"]);
  await host.door.takeLetterDown({ letter: id });
  await tellAll();
  expect((await waits.door.letters({})).items.map(({ title }) => title)).toEqual(["Only here"]);
  expect((await lettersOf("door-letter")).map(({ row }) => [row.state, row.problem])).toEqual([
    ["dropped", "taken-down"],
  ]);
  await expect(host.door.takeLetterDown({ letter: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a step forward writes to those who follow and go on waiting, held like its other letters, as the rehearsal said", async () => {
  const boss = await aPerson({ roles: ["admin"] });
  const [follows, waits] = [await aPerson(), await aPerson()];
  await (await asked(follows)).door.follow();
  await (await asked(waits)).launch.askToJoin({ needs: "Bread" });
  const { effect } = await rehearse(reader(), "early", null);
  expect(effect.waiting).toEqual({ count: 1, letters: 1 });
  const { version } = await currentStage(reader());
  await acting(boss, (act) =>
    flipStage(act, { to: "early", version, reason: "", override: "We know what is missing." }),
  );
  await tellAll();
  const moved = await lettersOf("stage-moved");
  expect(moved.map(({ to }) => to)).toEqual([follows]);
  expect(moved[0]?.row.flipId).not.toBeNull();
  expect(moved[0]?.row.headers.unsubscribe).toBeDefined();
  expect(await lettersOf("stage-closed")).toEqual([]);
});

test("whoever is inside does not follow, and somebody suspended neither follows nor reads", async () => {
  const inside = await asked(await aPerson({ admitted: "host-invitation" }));
  await expect(inside.door.follow()).rejects.toMatchObject({ code: "CONFLICT" });
  const suspended = await asked(await aPerson({ state: "suspended" }));
  await expect(suspended.door.follow()).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(suspended.door.letters({})).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await suspended.launch.waiting()).toMatchObject({ letters: [], faces: [] });
});

test("a photo is seen from the door by consent alone, and no longer when that is taken back", async () => {
  const mona = await aPerson({ admitted: "host-invitation", name: "Mona" });
  const photo = newId<"file">();
  await transaction(async (tx) => {
    const kept = { use: "photo", name: "mona.webp", type: "image/webp", kind: "picture", size: 9 } as const;
    await tx.insert(file).values({ id: photo, ownerId: mona, ...kept, createdAt: now() });
    await tx
      .update(person)
      .set({ photoId: photo, shownTo: { photo: "nobody" } })
      .where(eq(person.id, mona));
  });
  const waits = await viewerFor(await aPerson());
  const seen = async () => (await fileFor(reader(), waits, photo)) !== null;
  const face = async () => (await (await asked(waits.id)).launch.waiting()).faces[0]?.photo ?? null;
  await acting(mona, (act) => showAtTheDoor(act, { words: "I bake.", withPhoto: false }));
  expect([await seen(), await face()]).toEqual([false, null]);
  await acting(mona, (act) => showAtTheDoor(act, { words: "I bake.", withPhoto: true }));
  expect([await seen(), await face()]).toEqual([true, `/files/${photo}/photo.webp`]);
  await acting(mona, (act) => showAtTheDoor(act, null));
  expect([await seen(), await face()]).toEqual([false, null]);
});

test("what was built lately begins a letter, with names only of those who agreed to be seen", async () => {
  const host = await asked(await aPerson({ roles: ["host"] }));
  const [seen, unseen] = [
    await aPerson({ admitted: "host-invitation", name: "Mona" }),
    await aPerson({ admitted: "host-invitation", name: "Omar" }),
  ];
  await acting(seen, (act) => showAtTheDoor(act, { words: "I bake.", withPhoto: false }));
  const board = await aBoard();
  for (const [who, title] of [[seen, "Bigger oven"] as const, [unseen, "Better door"] as const]) {
    const { idea } = await (await asked(who)).feedback.suggest({ board: board.id, title, body: "Please." });
    await host.feedback.move({ idea, status: "shipped", note: "There." });
    const { entry } = await host.changelog.write({ title, body: "There.", files: [], ideas: [idea] });
    await host.changelog.publish({ entry });
  }
  const built = await host.door.built();
  expect(built).toEqual(
    expect.arrayContaining([
      { title: "Bigger oven", thanksTo: "Mona" },
      { title: "Better door", thanksTo: null },
    ]),
  );
  expect(built).toHaveLength(2);
});
