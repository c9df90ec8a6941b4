import { withDatabase } from "@tests/support/database";
import { acting, aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { asc, eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { dispatchEvent } from "@/assembly/dispatch";
import { createCaller } from "@/assembly/router";
import { deliverLetter } from "@/mail/deliver";
import { letter } from "@/mail/schema";
import { endingOf, unsubscribeToken } from "@/mail/unsubscribe/token";
import { personAddress } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { at } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { MINUTE } from "@/platform/durations";
import { provideEnv } from "@/platform/env";
import { event } from "@/platform/events/schema";
import { addComment } from "@/posts/actions/add-comment";
import { publishPost } from "@/posts/actions/publish-post";
import { removeComment } from "@/posts/actions/remove-words";
import type { ConversationId } from "@/posts/shape";
import { spaceMember } from "@/spaces/schema";
import { sendDigests } from "../digest/send";
import { noticeReactions } from "../reactions";
import { endMails, resumeMails } from "../unsubscribe/end-mails";
import { noticeWish } from "../wishes/schema";
import type { Position } from "../wishes/shape";
import { mailDecision } from "./schema";
import { mailDue } from "./send";

withDatabase();
beforeAll(() => atStage("general"));
beforeEach(() => provideEnv({ MAIL_DOMAIN: "levain.test.example" }));

/** A Monday at ten in the morning, UTC. */
const MONDAY = new Date("2026-11-23T10:00:00Z");
const later = (minutes: number) => new Date(MONDAY.getTime() + minutes * MINUTE);

async function react(moment: Date): Promise<void> {
  for (const { id } of await reader().select({ id: event.id }).from(event).orderBy(asc(event.at), asc(event.id)))
    await at(moment, () => dispatchEvent(id, noticeReactions));
}

async function circle() {
  const [ada, paul, mia] = [
    await aPerson({ name: "Ada" }),
    await aPerson({ name: "Paul" }),
    await aPerson({ name: "Mia" }),
  ];
  const room = await aSpace({
    visibility: "private",
    places: [
      [ada, "member"],
      [paul, "owner"],
      [mia, "member"],
    ],
  });
  const say = { kind: "discussion", title: "Steam", body: "How often?" } as const;
  const thread = await at(MONDAY, () => acting(ada, (act) => publishPost(act, room, say)));
  await react(MONDAY);
  return { ada, paul, mia, room, thread };
}

function answer(who: PersonId, to: ConversationId, body: string, minutes: number) {
  return at(later(minutes), () => acting(who, (act) => addComment(act, to, { body })));
}

function lettersOf(id: PersonId) {
  return reader().select().from(letter).where(eq(letter.personId, id)).orderBy(asc(letter.createdAt));
}

async function reasonsOf(id: PersonId): Promise<string[]> {
  const rows = await reader().select().from(mailDecision).where(eq(mailDecision.personId, id)).orderBy(mailDecision.at);
  return rows.map((row) => row.reason);
}

function wishes(id: PersonId, position: Position) {
  return transaction((tx) => tx.insert(noticeWish).values({ personId: id, position, quietFrom: 0, quietUntil: 0 }));
}

test("answers of two minutes are one mail of one conversation, with what threads, sorts and ends such mails", async () => {
  const { ada, paul, mia, thread } = await circle();
  await answer(paul, thread, "Every **week**.", 1);
  const last = await answer(mia, thread, "We filter.", 2);
  await react(later(2));
  await at(later(3), mailDue);
  expect(await lettersOf(ada)).toEqual([]);
  await at(later(4), mailDue);
  await at(later(5), mailDue);
  const [mail, ...others] = await lettersOf(ada);
  expect(others).toEqual([]);
  expect(mail?.subject).toMatch(/^Re: \[Room .+\] Steam$/);
  expect(mail?.bodyText).toMatch(/Paul:\n\nEvery \*\*week\*\*\.[\s\S]*Mia:\n\nWe filter\./);
  expect(mail?.bodyText).toContain("because you opened this conversation");
  expect(mail?.headers).toMatchObject({
    messageId: `<comment.${last}@levain.test.example>`,
    inReplyTo: `<conversation.${thread}@levain.test.example>`,
    references: [`<conversation.${thread}@levain.test.example>`],
    replyTo: expect.stringMatching(/^reply\+[a-z2-7]{32}@levain\.test\.example$/),
  });
  expect(await reasonsOf(ada)).toEqual(["mailed"]);
  // Mia answered after Paul had, so she has read him.
  expect(await reasonsOf(mia)).toEqual(["read"]);
});

test("two workers at once mail once", async () => {
  const { ada, paul, thread } = await circle();
  await answer(paul, thread, "Yes.", 1);
  await react(later(1));
  await at(later(9), () => Promise.all([mailDue(), mailDue(), mailDue()]));
  expect(await lettersOf(ada)).toHaveLength(1);
});

test("what was read, taken away, or closed to the person meanwhile is not mailed, and says so", async () => {
  const { ada, paul, mia, thread } = await circle();
  await wishes(mia, "all");
  const first = await answer(paul, thread, "Gone.", 1);
  await react(later(1));
  await acting(paul, (act) => removeComment(act, first));
  await at(later(5), mailDue);
  expect(await reasonsOf(ada)).toEqual(["removed"]);
  await answer(paul, thread, "Read.", 6);
  await react(later(6));
  const api = createCaller({ viewer: await viewerFor(ada), locale: "en", requestId: "t" });
  await at(later(7), () => api.reading.markThread({ post: thread }));
  await at(later(9), mailDue);
  expect(await reasonsOf(ada)).toEqual(["removed", "read"]);
  await answer(mia, thread, "Secret.", 10);
  await react(later(10));
  await transaction((tx) => tx.delete(spaceMember).where(eq(spaceMember.personId, ada)));
  await at(later(14), mailDue);
  expect(await reasonsOf(ada)).toEqual(["removed", "read", "not-visible"]);
  expect(await lettersOf(ada)).toEqual([]);
  // Of what is closed to her now she is not even shown the title.
  const { items } = await api.notices.decisions({});
  expect(items.map(({ title }) => title)).toEqual([null, null, null]);
});

test("a letter on its way stays when its person may not read it any more", async () => {
  const { ada, paul, thread } = await circle();
  await answer(paul, thread, "Yes.", 1);
  await react(later(1));
  await at(later(5), mailDue);
  await transaction((tx) => tx.delete(spaceMember).where(eq(spaceMember.personId, ada)));
  const [mail] = await lettersOf(ada);
  const sent: string[] = [];
  await deliverLetter({ letterId: mail?.id }, async ({ id }) => void sent.push(id));
  expect(sent).toEqual([]);
  expect((await lettersOf(ada))[0]?.state).toBe("failed");
});

test("a letter of a room that does not open yet to whoever is inside waits with them, a place or not", async () => {
  await atStage("founding");
  const [owner, inside, atTheDoor] = [
    await aPerson({ admitted: "host-invitation" }),
    await aPerson({ admitted: "host-invitation" }),
    await aPerson(),
  ];
  const room = await aSpace({
    opensAt: "general",
    places: [
      [owner, "owner"],
      [inside, "member"],
      [atTheDoor, "member"],
    ],
  });
  for (const id of [inside, atTheDoor]) await wishes(id, "all");
  const say = { kind: "discussion", title: "Later", body: "Not yet." } as const;
  await at(MONDAY, () => acting(owner, (act) => publishPost(act, room, say)));
  await react(MONDAY);
  await at(later(5), mailDue);
  // Whoever is not inside yet takes part by mail, in every room where they were given a place.
  expect(await lettersOf(atTheDoor)).toHaveLength(1);
  expect(await lettersOf(inside)).toEqual([]);
  await atStage("general");
});

test("a mail of the night comes in the morning, with all that was said by then", async () => {
  const { ada, paul, mia, thread } = await circle();
  await answer(paul, thread, "Late.", 11 * 60);
  await react(later(11 * 60));
  await at(later(11 * 60 + 3), mailDue);
  expect(await reasonsOf(ada)).toEqual(["quiet-hours"]);
  await answer(mia, thread, "Later.", 12 * 60);
  await react(later(12 * 60));
  await at(later(20 * 60), mailDue);
  expect(await lettersOf(ada)).toEqual([]);
  await at(later(21 * 60), mailDue);
  const [mail] = await lettersOf(ada);
  expect(mail?.bodyText).toMatch(/Late\.[\s\S]*Later\./);
});

test("nobody gets mail who wants none, and the link of a mail ends what it names, and nothing by being changed", async () => {
  const { ada, paul, thread } = await circle();
  const ending = { person: ada, scope: "thread", key: thread } as const;
  const token = unsubscribeToken(ending);
  expect(endingOf(token)).toEqual(ending);
  expect(endingOf(`${token}x`)).toBeNull();
  expect(endingOf(`${unsubscribeToken({ ...ending, person: paul }).split(".")[0]}.${token.split(".")[1]}`)).toBeNull();
  await transaction((tx) => endMails(tx, ending));
  await answer(paul, thread, "One.", 1);
  await react(later(1));
  await at(later(5), mailDue);
  expect(await reasonsOf(ada)).toEqual(["bell-only"]);
  await transaction((tx) => resumeMails(tx, ending));
  await answer(paul, thread, "Two.", 6);
  await react(later(6));
  await at(later(10), mailDue);
  expect(await reasonsOf(ada)).toEqual(["bell-only", "mailed"]);
  expect((await lettersOf(ada))[0]?.bodyText).not.toContain("One.");
});

test("a digest tells once what is new, unread and open to its reader, whoever sends it; with nothing new there is none", async () => {
  const { ada, paul, mia, thread } = await circle();
  await answer(paul, thread, "Yes.", 1);
  await react(later(1));
  await at(later(5), mailDue);
  const nextMonday = new Date("2026-11-30T08:10:00Z");
  await at(nextMonday, () => Promise.all([sendDigests(), sendDigests()]));
  await at(new Date(nextMonday.getTime() + 30 * MINUTE), sendDigests);
  const digests = (await lettersOf(mia)).filter(({ kind }) => kind === "digest");
  expect(digests).toHaveLength(1);
  expect(digests[0]?.bodyText).toContain("Steam");
  expect(digests[0]?.conversationIds).toEqual([thread]);
  expect((await lettersOf(ada)).filter(({ kind }) => kind === "digest")).toEqual([]);
  expect(await reasonsOf(ada)).toContain("nothing-new");
  const admin = await aPerson({ roles: ["admin"] });
  const api = createCaller({ viewer: await viewerFor(admin), locale: "en", requestId: "t" });
  const shown = await api.mail.letter({ letter: digests[0]?.id ?? "" });
  expect([shown.subject, shown.bodyText]).toEqual(["", ""]);
});

test("no address, no mail, and that is said", async () => {
  const { ada, paul, thread } = await circle();
  await transaction((tx) => tx.delete(personAddress).where(eq(personAddress.personId, ada)));
  await answer(paul, thread, "Yes.", 1);
  await react(later(1));
  await at(later(5), mailDue);
  expect(await reasonsOf(ada)).toEqual(["no-address"]);
});
