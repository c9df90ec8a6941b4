import { withDatabase } from "@tests/support/database";
import { acting, aPerson, aSpace, atStage } from "@tests/support/people";
import { Client, withServer } from "@tests/support/served";
import { openStream } from "@tests/support/stream";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setComfort } from "@/members/actions/set-preferences";
import { suspendPerson } from "@/members/actions/suspend-person";
import { person, session } from "@/members/schema";
import { openSession } from "@/members/sessions/actions/open-session";
import { newToken } from "@/members/sessions/token";
import type { PersonId } from "@/members/shape";
import { transaction } from "@/platform/database/client";
import { newId } from "@/platform/ids";
import { addComment } from "@/posts/actions/add-comment";
import { editComment } from "@/posts/actions/edit-words";
import { publishPost } from "@/posts/actions/publish-post";
import { givePlace, takePlace } from "@/spaces/actions/give-place";
import type { SpaceId } from "@/spaces/shape";
import { closeHub, openStreams } from "./hub";

withDatabase();
const served = withServer();
beforeAll(() => atStage("founding"));
afterAll(closeHub);

const invited = { admitted: "host-invitation" } as const;

async function clientOf(id: PersonId): Promise<Client> {
  const client = new Client(served);
  const token = newToken();
  await transaction((tx) => openSession(tx, { personId: id, token, before: null, userAgent: "" }));
  client.cookies.set("levain.session", token);
  return client;
}

async function listen(id: PersonId, topics: readonly string[], lastEventId?: string) {
  const client = await clientOf(id);
  return openStream((path, headers, signal) => client.send(path, { headers, signal }), topics, lastEventId);
}

const write = (actor: PersonId, spaceId: SpaceId) =>
  acting(actor, (act) => publishPost(act, spaceId, { kind: "discussion", title: "A title", body: "Some words" }));

test("a stream is not cached, not buffered, and not for those who have not signed in", async () => {
  const client = await clientOf(await aPerson(invited));
  const space = await aSpace({});
  const path = `/api/trpc/live.changes?input=${encodeURIComponent(JSON.stringify({ topics: [`space:${space}`] }))}`;
  const stopping = new AbortController();
  const answer = await client.send(path, { signal: stopping.signal });
  expect(answer.headers.get("content-type")).toContain("text/event-stream");
  expect(answer.headers.get("cache-control")).toMatch(/no-store|no-cache/);
  expect(answer.headers.get("cache-control")).toContain("no-transform");
  expect(answer.headers.get("x-accel-buffering")).toBe("no");
  stopping.abort();
  const nobody = new Client(served);
  const unknown = await openStream((at, headers, signal) => nobody.send(at, { headers, signal }), [`space:${space}`]);
  await expect(unknown.next()).rejects.toMatchObject({ status: 401 });
});

test("a new post and a new comment are told with their kind, an edit as a change, and never a word of them", async () => {
  const [author, reading] = [await aPerson(invited), await aPerson(invited)];
  const space = await aSpace({});
  const inSpace = await listen(reading, [`space:${space}`]);
  await inSpace.next();
  const post = await write(author, space);
  const first = await inSpace.heard();
  expect(first.signals).toEqual([{ topic: `space:${space}`, news: true, xact: expect.any(String) }]);
  const inPost = await listen(reading, [`conversation:${post}`]);
  await inPost.next();
  const comment = await acting(author, (act) => addComment(act, post, { body: "secret words" }));
  const second = await inPost.heard();
  expect(second.signals).toMatchObject([{ topic: `conversation:${post}`, news: true }]);
  expect(JSON.stringify(second)).not.toContain("secret");
  await acting(author, (act) => editComment(act, { id: comment, conversationId: post }, { body: "other words" }));
  expect((await inPost.heard()).signals).toMatchObject([{ topic: `conversation:${post}`, news: false }]);
  await Promise.all([inSpace.close(), inPost.close()]);
});

test("what one may not see is not there to listen to, and is passed over beside what is", async () => {
  const [owner, stranger] = [await aPerson(invited), await aPerson(invited)];
  const hidden = await aSpace({ visibility: "private", places: [[owner, "owner"]] });
  const post = await write(owner, hidden);
  const open = await aSpace({});
  for (const topics of [[`space:${hidden}`], [`conversation:${post}`], [`person:${owner}`], [`space:${newId()}`]])
    await expect((await listen(stranger, topics)).next()).rejects.toMatchObject({ status: 404 });
  const stream = await listen(stranger, [`space:${hidden}`, `conversation:${post}`, `space:${open}`]);
  await stream.next();
  await acting(owner, (act) => addComment(act, post, { body: "a word" }));
  await write(owner, hidden);
  await write(owner, open);
  expect((await stream.heard()).signals.map((one) => one.topic)).toEqual([`space:${open}`]);
  await stream.close();
});

test("whoever is put out of a private space while listening hears nothing more from it, not by resuming either", async () => {
  const [owner, guest] = [await aPerson(invited), await aPerson(invited)];
  const hidden = await aSpace({ visibility: "private", places: [[owner, "owner"]] });
  const open = await aSpace({});
  await acting(owner, (act) => givePlace(act, { spaceId: hidden, personId: guest, role: "member" }));
  const post = await write(owner, hidden);
  const topics = [`space:${hidden}`, `conversation:${post}`, `space:${open}`];
  const stream = await listen(guest, topics);
  await stream.next();
  await acting(owner, (act) => addComment(act, post, { body: "a word" }));
  const heard = await stream.heard();
  expect(heard.signals.map((one) => one.topic)).toEqual([`conversation:${post}`]);

  await acting(owner, (act) => takePlace(act, { spaceId: hidden, personId: guest }));
  await acting(owner, (act) => addComment(act, post, { body: "another word" }));
  await write(owner, hidden);
  const seen: string[] = [];
  await write(owner, open);
  while (!seen.includes(`space:${open}`)) seen.push(...(await stream.heard()).signals.map((one) => one.topic));
  expect(new Set(seen)).toEqual(new Set([`person:${guest}`, `space:${open}`]));
  await stream.close();

  const again = await listen(guest, topics, heard.id);
  const missed = (await again.heard()).signals.map((one) => one.topic);
  expect(new Set(missed)).toEqual(new Set([`person:${guest}`, `space:${open}`]));
  await again.close();
});

test("a stream ends when its session does, and when its person is suspended", async () => {
  const admin = await aPerson({ roles: ["admin"] });
  const space = await aSpace({});
  const [one, other] = [await aPerson(invited), await aPerson(invited)];
  const ended = await listen(one, [`space:${space}`]);
  const suspended = await listen(other, [`space:${space}`]);
  await Promise.all([ended.next(), suspended.next()]);
  await transaction((tx) => tx.delete(session).where(eq(session.personId, one)));
  await acting(admin, (act) => suspendPerson(act, other, true));
  await write(admin, space);
  expect((await ended.rest()).flatMap((message) => message.signals)).toEqual([]);
  expect((await suspended.rest()).flatMap((message) => message.signals)).toEqual([]);
});

test("who is here is told to those who read the conversation, without themselves and those who would not be seen", async () => {
  const names = { reading: "Ada", second: "Paul", third: "Zoe", shy: "Otto" };
  const [reading, second, third, shy] = await Promise.all(
    Object.values(names).map((name) => aPerson({ ...invited, name })),
  );
  if (!reading || !second || !third || !shy) throw new Error("somebody is missing");
  await acting(shy, (act) => setComfort(act, { keys: true, presence: false }));
  const space = await aSpace({});
  const post = await write(reading, space);
  const topic = `conversation:${post}`;
  const stream = await listen(reading, [topic]);
  expect((await stream.next()).people).toEqual([{ topic, names: [], more: 0 }]);
  const hidden = await listen(shy, [topic]);
  expect((await hidden.next()).people).toMatchObject([{ names: ["Ada"] }]);
  const paul = await listen(second, [topic]);
  /** Reads on until so many are here. */
  const here = async (count: number) => {
    let names = (await stream.next()).people[0]?.names;
    while (names?.length !== count) names = (await stream.next()).people[0]?.names;
    return names;
  };
  expect(await here(1)).toEqual(["Paul"]);
  const zoe = await listen(third, [topic]);
  expect(new Set(await here(2))).toEqual(new Set(["Paul", "Zoe"]));
  await paul.close();
  expect(await here(1)).toEqual(["Zoe"]);
  await Promise.all([zoe.close(), hidden.close(), stream.close()]);
});

test("a reader who goes is gone from the hub", async () => {
  const reading = await aPerson(invited);
  const before = openStreams();
  const stream = await listen(reading, [`space:${await aSpace({})}`]);
  await stream.next();
  expect(openStreams()).toBe(before + 1);
  await stream.close();
  await expect.poll(openStreams).toBe(before);
  expect(
    await transaction((tx) => tx.select({ id: person.id }).from(person).where(eq(person.id, reading))),
  ).toHaveLength(1);
});
