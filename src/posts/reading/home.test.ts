import { withDatabase } from "@tests/support/database";
import { acting, aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { at, daysAfter, now } from "@/platform/clock";
import { transaction } from "@/platform/database/client";
import { HOUR } from "@/platform/durations";
import { spaceFollow, spaceMember } from "@/spaces/schema";
import type { SpaceId } from "@/spaces/shape";
import { addComment } from "../actions/add-comment";
import { publishPost } from "../actions/publish-post";
import type { PostKind } from "../shape";
import { reading, readingLine } from "./schema";

withDatabase();

let author: PersonId;
let other: PersonId;
let room: SpaceId;

beforeAll(async () => {
  await atStage("founding");
  author = await member("Ada");
  other = await member("Ben");
  room = await aSpace({
    places: [
      [author, "member"],
      [other, "member"],
    ],
  });
});

const member = (name?: string) => aPerson({ admitted: "host-invitation", ...(name ? { name } : {}) });

/** Somebody who was last here so many days ago, and reads since long before. */
async function regular(places: readonly SpaceId[], hereDaysAgo = 0): Promise<PersonId> {
  const who = await member();
  const long = daysAfter(now(), -90);
  await transaction(async (tx) => {
    await tx.insert(readingLine).values({ personId: who, drawnAt: long, hereAt: daysAfter(now(), -hereDaysAgo) });
    for (const spaceId of places)
      await tx.insert(spaceMember).values({ spaceId, personId: who, role: "member", joinedAt: long });
  });
  return who;
}

const asked = async (id: PersonId) => createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
const homeOf = async (id: PersonId) => (await asked(id)).reading.home({});

async function written(title: string, options: { kind?: PostKind; daysAgo?: number; in?: SpaceId } = {}) {
  const moment = daysAfter(now(), -(options.daysAgo ?? 1));
  const words = { kind: options.kind ?? "discussion", title, body: "Words." } as const;
  return at(moment, () => acting(author, (act) => publishPost(act, options.in ?? room, words)));
}

const answer = (post: Awaited<ReturnType<typeof written>>, by: PersonId, daysAgo = 0.5) =>
  at(daysAfter(now(), -daysAgo), () => acting(by, (act) => addComment(act, post, { body: "an answer" })));

describe("what is new", () => {
  test("are unread conversations, with how many answers by whom; reading or writing them takes them away", async () => {
    const who = await regular([room]);
    const post = await written("Fresh");
    await answer(post, other);
    await answer(post, author);
    const [card] = (await homeOf(who)).items.filter((one) => one.id === post);
    expect(card?.fresh).toEqual({ opening: true, answers: 2, by: ["Ben", "Ada"], others: 0 });
    const api = await asked(who);
    const { window } = await api.reading.thread({ post });
    await api.reading.mark({ post, first: window.items[0]?.id, last: window.items.at(-1)?.id });
    expect((await homeOf(who)).items.map((one) => one.id)).not.toContain(post);
    await answer(post, other, 0.1);
    const [again] = (await homeOf(who)).items.filter((one) => one.id === post);
    expect(again?.fresh).toEqual({ opening: false, answers: 1, by: ["Ben"], others: 0 });
    await acting(who, (act) => addComment(act, post, { body: "mine" }));
    const still = (await homeOf(who)).items.map((one) => one.id);
    expect(still, "what stands before one's own words is still unread").toContain(post);
    await api.reading.markThread({ post });
    await acting(who, (act) => addComment(act, post, { body: "mine again" }));
    expect((await homeOf(who)).items.map((one) => one.id)).not.toContain(post);
  });

  test("are not one's own words, nor what one turned off, nor what was said before one came", async () => {
    const who = await regular([room]);
    const mine = await acting(who, (act) => publishPost(act, room, { kind: "discussion", title: "Mine", body: "x" }));
    const off = await written("Off");
    await (await asked(who)).reading.follow({ post: off, level: "nothing" });
    const old = await written("Old", { daysAgo: 100 });
    const ids = (await homeOf(who)).items.map((one) => one.id);
    expect(ids).not.toEqual(expect.arrayContaining([mine]));
    expect(ids).not.toContain(off);
    expect(ids).not.toContain(old);
  });

  test("of a space that one follows for mentions only are the conversations that one follows", async () => {
    const quiet = await aSpace({ places: [[author, "member"]] });
    const who = await regular([quiet]);
    await transaction((tx) => tx.insert(spaceFollow).values({ personId: who, spaceId: quiet, level: "mentions" }));
    const [followed, unfollowed] = [await written("One", { in: quiet }), await written("Two", { in: quiet })];
    await (await asked(who)).reading.follow({ post: followed, level: "everything" });
    const ids = (await homeOf(who)).items.map((one) => one.id);
    expect(ids).toContain(followed);
    expect(ids).not.toContain(unfollowed);
  });

  test("includes what one follows elsewhere, and never what one may no longer see", async () => {
    const elsewhere = await aSpace({ places: [[author, "member"]] });
    const hidden = await aSpace({ visibility: "private", places: [[author, "member"]] });
    const who = await regular([room]);
    const [open, secret] = [await written("Open", { in: elsewhere }), await written("Secret", { in: hidden })];
    await (await asked(who)).reading.follow({ post: open, level: "everything" });
    await transaction((tx) =>
      tx.insert(reading).values({ personId: who, conversationId: secret, follow: "everything" }),
    );
    const ids = (await homeOf(who)).items.map((one) => one.id);
    expect(ids).toContain(open);
    expect(ids).not.toContain(secret);
  });

  test("goes on by its key, and ends", async () => {
    const place = await aSpace({ places: [[author, "member"]] });
    const who = await regular([place]);
    const all = [];
    for (let n = 0; n < 7; n += 1) all.push(await written(`No. ${n}`, { in: place, daysAgo: 8 - n }));
    const api = await asked(who);
    const read: string[] = [];
    let after: string | undefined;
    do {
      const page = await api.reading.home({ take: 3, after });
      read.push(...page.items.map((one) => one.id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(read).toEqual(all.reverse());
  });

  test("is marked as read at once, which can be taken back", async () => {
    const who = await regular([room]);
    await written("To be marked", { daysAgo: 0.2 });
    const before = (await homeOf(who)).items.map((one) => one.id);
    expect(before.length).toBeGreaterThan(0);
    const api = await asked(who);
    await api.reading.markEverything();
    expect(await homeOf(who)).toMatchObject({ items: [], next: null, mayUndo: true });
    await api.reading.undoMarkEverything();
    const after = await homeOf(who);
    expect(after.items.map((one) => one.id)).toEqual(before);
    expect(after.mayUndo).toBe(false);
    await expect(api.reading.undoMarkEverything()).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("questions that wait for somebody who knows", () => {
  test("are those whose words begin like what one can help with, unless one asked or answered", async () => {
    const who = await regular([]);
    await transaction((tx) =>
      tx
        .update(person)
        .set({ canHelpWith: ["Apache Kafka", "fours à sole"] })
        .where(eq(person.id, who)),
    );
    const place = await aSpace({ places: [[author, "member"]] });
    const question = (title: string) => written(title, { kind: "question", in: place });
    const [kafka, ovens] = [await question("Does anybody run kafka here?"), await question("Un four qui siffle")];
    await question("Where is the car park?");
    await written("Kafka is fine", { in: place });
    const told = async () => (await homeOf(who)).questions.map((one) => one.id);
    expect(new Set(await told())).toEqual(new Set([kafka, ovens]));
    await acting(who, (act) => addComment(act, kafka, { body: "We do." }));
    expect(await told()).toEqual([ovens]);
    expect((await homeOf(await regular([]))).questions).toEqual([]);
  });

  test("are never told from a space that one does not read", async () => {
    const who = await regular([]);
    await transaction((tx) =>
      tx
        .update(person)
        .set({ canHelpWith: ["welding"] })
        .where(eq(person.id, who)),
    );
    const hidden = await aSpace({ visibility: "private", places: [[author, "member"]] });
    await written("Welding in secret?", { kind: "question", in: hidden });
    expect((await homeOf(who)).questions).toEqual([]);
  });
});

describe("coming late or back", () => {
  test("begins with nothing unread and with what brought the most people together", async () => {
    const place = await aSpace({ places: [[author, "member"]] });
    const loud = await written("Two who go on", { in: place, daysAgo: 10 });
    for (let n = 0; n < 9; n += 1) await answer(loud, n % 2 ? author : other, 9 - n / 10);
    const wide = await written("Many voices", { in: place, daysAgo: 10 });
    for (let n = 0; n < 4; n += 1) await answer(wide, await member(), 8);
    const lined = await written("Few, but it matters", { in: place, daysAgo: 10 });
    await (await asked(await aPerson({ roles: ["host"], name: "Hannah" }))).reading.writeLine({
      post: lined,
      english: "We decided to move in May.",
    });
    for (const who of [await regular([place], 21), await newcomerOf(place)]) {
      const home = await homeOf(who);
      expect(home.items).toEqual([]);
      expect(home.missed?.threads.map((one) => one.id)).toEqual([lined, wide, loud]);
      expect(home.missed?.threads[0]?.line).toEqual({
        english: "We decided to move in May.",
        french: "",
        by: "Hannah",
      });
      expect(home.missed?.threads[1]).toMatchObject({ people: 4, comments: 4 });
      await (await asked(who)).reading.dismissMissed();
      expect((await homeOf(who)).missed).toBeNull();
    }
    expect((await homeOf(await regular([place], 13))).missed).toBeNull();
  });

  test("may be said by oneself, for as long as one was away", async () => {
    const place = await aSpace({ places: [[author, "member"]] });
    const who = await regular([place]);
    const [late, early] = [
      await written("Late", { in: place, daysAgo: 3 }),
      await written("Early", { in: place, daysAgo: 40 }),
    ];
    const api = await asked(who);
    await api.reading.beginAnew({ days: 7 });
    const home = await homeOf(who);
    expect(home.items).toEqual([]);
    expect(home.missed?.threads.map((one) => one.id)).toEqual([late]);
    await api.reading.beginAnew({ days: 60 });
    expect((await homeOf(who)).missed?.threads.map((one) => one.id)).toContain(early);
  });

  test("a line by a host goes when it has no words", async () => {
    const post = await written("Lined");
    const api = await asked(await aPerson({ roles: ["host"] }));
    await api.reading.writeLine({ post, french: "Parce que." });
    expect((await api.reading.thread({ post })).post.own.line).toMatchObject({ english: "", french: "Parce que." });
    await api.reading.writeLine({ post });
    expect((await api.reading.thread({ post })).post.own.line).toBeNull();
  });
});

async function newcomerOf(place: SpaceId): Promise<PersonId> {
  const who = await member();
  await transaction((tx) =>
    tx
      .insert(spaceMember)
      .values({ spaceId: place, personId: who, role: "member", joinedAt: new Date(now().getTime() - HOUR) }),
  );
  return who;
}
