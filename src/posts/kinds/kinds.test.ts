import { withDatabase } from "@tests/support/database";
import { acting, aPerson, atStage } from "@tests/support/people";
import { aComment, aPost, aRoom, asked } from "@tests/support/posts";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { at, daysAfter, now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { event } from "@/platform/events/schema";
import { newId } from "@/platform/ids";
import { voteInPoll } from "./actions/vote-in-poll";
import { pollBallot } from "./schema";

withDatabase();

test("whoever asked, and whoever runs the space, marks the answer; others do not; lists show it", async () => {
  await atStage("founding");
  const room = await aRoom();
  const question = await aPost(room, { kind: "question" });
  const [first, second] = [await aComment(room.reader, question, "One"), await aComment(room.owner, question, "Two")];
  const [asker, other, owner] = [await asked(room.author), await asked(room.reader), await asked(room.owner)];
  await expect(other.posts.accept({ comment: first })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await asker.posts.accept({ comment: first });
  await owner.posts.accept({ comment: second });
  expect((await other.posts.one({ post: question })).answer).toMatchObject({ id: second, bodyHtml: "<p>Two</p>\n" });
  const listed = async () => (await other.posts.inSpace({ space: room.space })).items[0]?.answered;
  expect(await listed()).toBe(true);
  const told = await reader()
    .select()
    .from(event)
    .where(eq(event.subject, `post:${question}`));
  expect(told.filter((one) => one.name === "answer.accepted")).toHaveLength(2);
  // A removed answer is none, and is one again when it comes back.
  await owner.posts.removeComment({ comment: second });
  expect((await other.posts.one({ post: question })).answer).toBeNull();
  expect(await listed()).toBe(false);
  await owner.posts.bringCommentBack({ comment: second });
  expect(await listed()).toBe(true);
  await asker.posts.unaccept({ comment: second });
  expect((await other.posts.one({ post: question })).answer).toBeNull();
});

test("only a question has an answer", async () => {
  await atStage("founding");
  const room = await aRoom();
  const comment = await aComment(room.reader, await aPost(room));
  await expect((await asked(room.author)).posts.accept({ comment })).rejects.toMatchObject({ code: "FORBIDDEN" });
});

const lines = "Monday\n\n Tuesday \nWednesday";
const poll = { kind: "poll", title: "When?", body: "", options: lines } as const;

test("a poll takes one answer or several as its author chose, and lets it be changed and taken back", async () => {
  await atStage("founding");
  const room = await aRoom();
  const [author, other] = [await asked(room.author), await asked(room.reader)];
  const { post } = await author.posts.publish({ space: room.space, ...poll, named: true });
  const shown = async () => (await other.posts.one({ post })).poll;
  expect((await shown())?.options.map((one) => one.label)).toEqual(["Monday", "Tuesday", "Wednesday"]);
  await expect(other.posts.vote({ post, choices: [1, 2] })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  await expect(other.posts.vote({ post, choices: [7] })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  await expect(other.posts.vote({ post })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  await other.posts.vote({ post, choices: 1 });
  await other.posts.vote({ post, choices: [2] });
  const { displayName } = await other.members.profile({ person: room.reader });
  expect(await shown()).toMatchObject({
    voters: 1,
    mine: [2],
    options: [
      { votes: 0, names: [] },
      { votes: 1, names: [displayName] },
      { votes: 0, names: [] },
    ],
  });
  await other.posts.unvote({ post });
  expect(await shown()).toMatchObject({ voters: 0, mine: [], options: [{ votes: 0 }, { votes: 0 }, { votes: 0 }] });

  const several = await author.posts.publish({ space: room.space, ...poll, several: "yes" });
  await other.posts.vote({ post: several.post, choices: [3, 1, 3] });
  const counted = (await other.posts.one({ post: several.post })).poll;
  expect(counted?.mine).toEqual([1, 3]);
  expect(counted?.options.map((one) => one.votes)).toEqual([1, 0, 1]);
  // Without names nobody is named, and the trail names nobody either.
  expect(counted?.options.flatMap((one) => one.names)).toEqual([]);
  const told = await reader()
    .select()
    .from(event)
    .where(eq(event.subject, `post:${several.post}`));
  expect(told.find((one) => one.name === "poll.answered")?.actorId).toBeNull();
});

test("one person has one voice, however often and however fast they press", async () => {
  await atStage("founding");
  const room = await aRoom();
  const { post } = await (await asked(room.author)).posts.publish({ space: room.space, ...poll });
  const people = [room.author, room.reader, room.owner, await aPerson({ admitted: "host-invitation" })];
  await Promise.all(
    people.flatMap((person, index) =>
      [1, 2, 3, 1, 2].map((choice) => acting(person, (act) => voteInPoll(act, post, [((choice + index) % 3) + 1]))),
    ),
  );
  const ballots = await reader().select().from(pollBallot).where(eq(pollBallot.pollId, post));
  expect(ballots).toHaveLength(people.length);
  const view = (await (await asked(room.author)).posts.one({ post })).poll;
  expect(view?.voters).toBe(people.length);
  expect(view?.options.map((one) => one.votes)).toEqual(
    [1, 2, 3].map((place) => ballots.filter((one) => one.choices.includes(place)).length),
  );
});

test("the database itself refuses a second ballot, and two answers where one is asked for", async () => {
  await atStage("founding");
  const room = await aRoom();
  const post = await aPost(room, {
    kind: "poll",
    poll: { options: ["One", "Two"], several: false, named: false, closesAt: null },
  });
  const ballot = (choices: number[], several = false) =>
    transaction((tx) =>
      tx.insert(pollBallot).values({ pollId: post, personId: room.reader, several, choices, votedAt: now() }),
    );
  await expect(ballot([1, 2])).rejects.toThrow();
  await expect(ballot([1, 2], true)).rejects.toThrow();
  await ballot([1]);
  await expect(ballot([2])).rejects.toThrow();
});

test("a closed poll takes no more answers and still shows them", async () => {
  await atStage("founding");
  const room = await aRoom();
  const closesAt = daysAfter(now(), 1);
  const post = await aPost(room, {
    kind: "poll",
    poll: { options: ["One", "Two"], several: false, named: false, closesAt },
  });
  const other = await asked(room.reader);
  await other.posts.vote({ post, choices: [1] });
  await at(daysAfter(now(), 2), async () => {
    await expect(other.posts.vote({ post, choices: [2] })).rejects.toMatchObject({ code: "CONFLICT" });
    const view = await other.posts.one({ post });
    expect(view).toMatchObject({ poll: { open: false, voters: 1 }, may: { vote: false } });
  });
});

test("a poll is closed before its time by its author and whoever looks after the space, and opened as it was", async () => {
  await atStage("founding");
  const room = await aRoom();
  const closesAt = daysAfter(now(), 2);
  const asks = { options: ["One", "Two"], several: false, named: false };
  const [post, endless] = [
    await aPost(room, { kind: "poll", poll: { ...asks, closesAt } }),
    await aPost(room, { kind: "poll", poll: { ...asks, closesAt: null } }),
  ];
  const [author, other, owner] = [await asked(room.author), await asked(room.reader), await asked(room.owner)];
  await other.posts.vote({ post, choices: [1] });
  await expect(other.posts.closePoll({ post })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(author.posts.reopenPoll({ post })).rejects.toMatchObject({ cause: { key: "pollOpen" } });
  expect((await author.posts.one({ post })).may).toMatchObject({ closePoll: true, reopenPoll: false });
  await author.posts.closePoll({ post });
  await expect(owner.posts.closePoll({ post })).rejects.toMatchObject({ cause: { key: "pollClosed" } });
  await expect(other.posts.vote({ post, choices: [2] })).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await other.posts.one({ post })).toMatchObject({
    poll: { open: false, voters: 1 },
    may: { vote: false, closePoll: false, reopenPoll: false },
  });
  await owner.posts.reopenPoll({ post });
  expect((await other.posts.one({ post })).poll).toMatchObject({ open: true, closesAt });
  await owner.posts.closePoll({ post: endless });
  await author.posts.reopenPoll({ post: endless });
  expect((await other.posts.one({ post: endless })).poll).toMatchObject({ open: true, closesAt: null });
  // When the moment that it had is over, it stays open until somebody closes it.
  await author.posts.closePoll({ post });
  await at(daysAfter(now(), 3), () => author.posts.reopenPoll({ post }));
  expect((await other.posts.one({ post })).poll).toMatchObject({ open: true, closesAt: null });
  await expect(author.posts.closePoll({ post: await aPost(room) })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a poll and an event are refused with what is wrong beside each field", async () => {
  await atStage("founding");
  const room = await aRoom();
  const author = await asked(room.author);
  const refused = (field: string, said: string) => ({ cause: { code: "invalid", fields: { [field]: [said] } } });
  const publish = (words: object) =>
    author.posts.publish({ space: room.space, title: "T", body: "", kind: "poll", ...words });
  await expect(publish({ options: "One" })).rejects.toMatchObject(refused("options", "field.optionsFew"));
  await expect(publish({ options: "a\nA" })).rejects.toMatchObject(refused("options", "field.optionTwice"));
  const eleven = Array.from({ length: 11 }, (_, n) => `answer ${n}`).join("\n");
  await expect(publish({ options: eleven })).rejects.toMatchObject(refused("options", "field.optionsMany"));
  await expect(publish({ options: `a\n${"b".repeat(121)}` })).rejects.toMatchObject(
    refused("options", "field.optionLong"),
  );
  await expect(publish({ options: "a\nb", closes: "2020-01-01T10:00" })).rejects.toMatchObject(
    refused("closes", "field.momentPassed"),
  );
  await expect(publish({ kind: "event" })).rejects.toMatchObject(refused("starts", "field.missing"));
  const backwards = { kind: "event", starts: "2030-05-02T10:00", ends: "2030-05-02T09:00" };
  await expect(publish(backwards)).rejects.toMatchObject(refused("ends", "field.endsBefore"));
  const skipped = { kind: "event", starts: "2030-03-31T02:30", zone: "Europe/Paris" };
  await expect(publish(skipped)).rejects.toMatchObject(refused("starts", "planSkippedShort"));
  const into = { ...skipped, starts: "2030-03-31T01:30", ends: "2030-03-31T02:30" };
  await expect(publish(into)).rejects.toMatchObject(refused("ends", "planSkippedShort"));
  const closing = { options: "a\nb", closes: "2030-03-31T02:30", zone: "Europe/Paris" };
  await expect(publish(closing)).rejects.toMatchObject(refused("closes", "planSkippedShort"));
  await expect(publish({ ...backwards, zone: "Mars/Olympus" })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  await expect(publish({ kind: "discussion" })).rejects.toMatchObject(refused("body", "field.empty"));
  await expect(publish({ ...backwards, link: "javascript:alert(1)" })).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

test("an event keeps its moment in the zone of its place, and changes with the post", async () => {
  await atStage("founding");
  const room = await aRoom();
  const author = await asked(room.author);
  const when = { starts: "2030-07-01T14:00", zone: "Europe/Paris", where: "Leeds hall" };
  const { post } = await author.posts.publish({ space: room.space, kind: "event", title: "Visit", body: "", ...when });
  const other = await asked(room.reader);
  const planned = (await other.posts.one({ post })).event;
  expect(planned?.startsAt.toISOString()).toBe("2030-07-01T12:00:00.000Z");
  expect(planned?.endsAt.toISOString()).toBe("2030-07-01T13:00:00.000Z");
  const winter = { starts: "2030-01-07T14:00", ends: "2030-01-07T16:30", zone: "America/New_York" };
  await author.posts.edit({ post, title: "Visit", body: "", ...winter });
  expect((await other.posts.one({ post })).event).toMatchObject({
    startsAt: new Date("2030-01-07T19:00:00Z"),
    endsAt: new Date("2030-01-07T21:30:00Z"),
    timeZone: "America/New_York",
    place: "",
  });
});

test("an event in the hour that comes twice takes the earlier", async () => {
  await atStage("founding");
  const room = await aRoom();
  const author = await asked(room.author);
  const when = { starts: "2030-10-27T02:30", ends: "2030-10-27T03:00", zone: "Europe/Paris" };
  const { post } = await author.posts.publish({ space: room.space, kind: "event", title: "Late", body: "", ...when });
  expect((await author.posts.one({ post })).event).toMatchObject({
    startsAt: new Date("2030-10-27T00:30:00Z"),
    endsAt: new Date("2030-10-27T02:00:00Z"),
  });
});

test("an event whose start is emptied is refused beside it, and an edit without a start leaves it alone", async () => {
  await atStage("founding");
  const room = await aRoom();
  const author = await asked(room.author);
  const when = { starts: "2030-07-01T14:00", zone: "Europe/Paris", where: "Leeds hall" };
  const words = { title: "Visit", body: "" };
  const { post } = await author.posts.publish({ space: room.space, kind: "event", ...words, ...when });
  await expect(author.posts.edit({ post, ...words, ...when, starts: "", where: "Elsewhere" })).rejects.toMatchObject({
    cause: { code: "invalid", fields: { starts: ["field.missing"] } },
  });
  await author.posts.edit({ post, title: "The visit", body: "" });
  expect(await author.posts.one({ post })).toMatchObject({ title: "The visit", event: { place: "Leeds hall" } });
});

test("an announcement that asks for it is said to be read once a person; its author sees who has not", async () => {
  await atStage("founding");
  const room = await aRoom("private");
  const owner = await asked(room.owner);
  const words = { kind: "announcement", title: "Hear", body: "all", asksSeen: "yes" } as const;
  const { post } = await owner.posts.publish({ space: room.space, ...words });
  const [one, other] = [await asked(room.reader), await asked(room.author)];
  await one.posts.markSeen({ post });
  await one.posts.markSeen({ post });
  expect((await other.posts.one({ post })).seen).toEqual({ count: 1, mine: false });
  await expect(owner.posts.markSeen({ post })).rejects.toMatchObject({ code: "CONFLICT" });
  const unread = await owner.posts.unreadBy({ post });
  expect(unread).toMatchObject({ readers: 2, seen: 1, items: [{ id: room.author }] });
  await expect(one.posts.unreadBy({ post })).rejects.toMatchObject({ code: "FORBIDDEN" });
  const plain = await owner.posts.publish({ space: room.space, ...words, asksSeen: false });
  await expect(one.posts.markSeen({ post: plain.post })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a poll is nobody's who may not read it", async () => {
  await atStage("founding");
  const room = await aRoom("private");
  const { post } = await (await asked(room.author)).posts.publish({ space: room.space, ...poll });
  const outsider = await asked(room.stranger);
  await expect(outsider.posts.vote({ post, choices: [1] })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(outsider.posts.vote({ post: newId<"conversation">(), choices: [1] })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});
