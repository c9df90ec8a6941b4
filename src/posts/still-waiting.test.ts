import { withDatabase } from "@tests/support/database";
import { acting, aPerson, aSpace, atStage } from "@tests/support/people";
import { asked } from "@tests/support/posts";
import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { at, daysAfter, now } from "@/platform/clock";
import { transaction } from "@/platform/database/client";
import { space } from "@/spaces/schema";
import type { SpaceId } from "@/spaces/shape";
import { addComment } from "./actions/add-comment";
import { publishPost } from "./actions/publish-post";
import type { CommentId, ConversationId, StillWaiting } from "./shape";

withDatabase();

let host: PersonId;
let member: PersonId;
let room: SpaceId;

beforeEach(async () => {
  await transaction((tx) => tx.execute(sql`truncate ${person}, ${space} cascade`));
  await atStage("founding");
  host = await aPerson({ roles: ["host"] });
  member = await aPerson({ admitted: "host-invitation" });
  room = await aSpace({});
});

function ago<T>(days: number, done: () => Promise<T>): Promise<T> {
  return at(daysAfter(now(), -days), done);
}

const opens = (days: number, by: PersonId, where = room) =>
  ago(days, () => acting(by, (act) => publishPost(act, where, { kind: "discussion", title: "t", body: "b" })));
const says = (days: number, by: PersonId, post: ConversationId, parentId?: CommentId) =>
  ago(days, () => acting(by, (act) => addComment(act, post, { body: "Two nights in the cold.", parentId })));

const waiting = async (who: StillWaiting, by = host) =>
  (await (await asked(by)).posts.feed({ waiting: who })).items.map(({ id }) => id);

test("what members opened waits until another human answers, the longest wait first", async () => {
  const bot = await aPerson({ admitted: "host-invitation" });
  await transaction((tx) => tx.execute(sql`update ${person} set kind = 'bot' where id = ${bot}::uuid`));
  const [recent, old] = [await opens(2, member), await opens(9, member)];
  await opens(5, host);
  await opens(70, member);
  expect(await waiting("members")).toEqual([old, recent]);
  await says(1, member, old);
  await says(1, bot, old);
  expect(await waiting("members")).toEqual([old, recent]);
  await says(1, host, old);
  expect(await waiting("members")).toEqual([recent]);
  const first = await (await asked(host)).posts.feed({ waiting: "members", take: 1 });
  expect(first.next).toBeNull();
});

test("the list goes on page by page, and names nothing that its reader may not read", async () => {
  const hidden = await aSpace({ visibility: "private", places: [[member, "member"]] });
  const posts = [await opens(9, member), await opens(8, member), await opens(7, member)];
  const secret = await opens(6, member, hidden);
  expect(await waiting("members")).toEqual(posts);
  expect(await waiting("members", member)).toEqual([...posts, secret]);
  const api = await asked(host);
  const first = await api.posts.feed({ waiting: "members", take: 2 });
  const second = await api.posts.feed({ waiting: "members", take: 2, after: first.next ?? undefined });
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(posts);
  expect(second.next).toBeNull();
});

test("of newcomers it is their first words that wait, in an opening or in a comment", async () => {
  const [opener, speaker] = [await aPerson({ admitted: "wave" }), await aPerson({ admitted: "wave" })];
  await opens(100, member);
  const known = await opens(20, member);
  const opening = await opens(9, opener);
  await opens(8, opener);
  const words = await says(7, speaker, known);
  expect(await waiting("newcomers")).toEqual([known, opening]);
  await says(6, host, known);
  expect(await waiting("newcomers")).toEqual([known, opening]);
  await says(5, host, known, words);
  await says(5, host, opening);
  expect(await waiting("newcomers")).toEqual([]);
});
