import { withDatabase } from "@tests/support/database";
import { viewerFor } from "@tests/support/people";
import { expectPlans, type Plan, plansOf as plansIn } from "@tests/support/plans";
import { beforeAll, expect, test } from "vitest";
import { writeWorld } from "@/assembly/world/world";
import { directory } from "@/members/queries";
import type { PersonId } from "@/members/shape";
import type { Viewer } from "@/platform/access/viewer";
import { connect, databaseOn, type Reader, type Sql } from "@/platform/database/client";
import { commentsOf } from "@/posts/comments";
import { feed } from "@/posts/feed";
import { amongReadersOf } from "@/posts/mentions/among";
import { namesFor } from "@/posts/mentions/complete";
import { readWords } from "@/posts/mentions/settle";
import { postById } from "@/posts/queries";
import { homeOf } from "@/posts/reading/home";
import { windowShape } from "@/posts/reading/shape";
import { windowOf } from "@/posts/reading/window";
import type { CommentId, ConversationId } from "@/posts/shape";
import type { SpaceFacts } from "@/spaces/policy";

/**
 * What PostgreSQL does for the busiest lists: which indexes it walks, and how many pages it touches. A list that is
 * paged by key touches as many in a small community as in a large one.
 */
const database = withDatabase();
/** Large enough that no planner prefers reading everything. */
const WORLD = { members: 20_000, posts: 80_000, spaces: 20, years: 3, seed: 1 };
const plansOf = (ask: (db: Reader) => Promise<unknown>): Promise<Plan[]> => plansIn(database.url(), ask);

let viewer: Viewer;
let longest: ConversationId;

beforeAll(async () => {
  await writeWorld(database.url(), WORLD);
  const client = connect(database.url(), 1);
  const [busy] = await client<{ id: PersonId }[]>`
    select person_id as id from space_member group by 1 order by count(*) desc, 1 limit 1`;
  const [thread] = await client<{ id: ConversationId }[]>`
    select c.id from conversation c join post p on p.id = c.id order by c.comment_count desc, c.id limit 1`;
  await client.end();
  if (busy === undefined || thread === undefined) throw new Error("the world is empty");
  viewer = await viewerFor(busy.id);
  longest = thread.id;
}, 180_000);

type RoomRow = { slug: string; name: string } & SpaceFacts;

test("the feed takes its ids from the index of each space, and reads one page of rows", async () => {
  const ofMine = await plansOf((db) => feed(db, viewer, { joinedOnly: true }, { take: 20 }));
  expectPlans(ofMine, { indexes: ["post_by_activity"], pagesMax: 500 });
  const all = await plansOf((db) => feed(db, viewer, {}, { take: 20 }));
  expectPlans(all, { indexes: ["post_by_activity"], pagesMax: 700 });
});

test("a space's list goes on after a key as it began", async () => {
  const client = connect(database.url(), 1);
  const { items, next } = await feed(databaseOn(client).reader, viewer, { joinedOnly: true }, { take: 20 });
  await client.end();
  const [first] = items;
  if (first === undefined || next === null) throw new Error("the feed is too short");
  const plans = await plansOf((db) => feed(db, viewer, { space: first.space.id }, { take: 20, after: next }));
  expectPlans(plans, { indexes: ["post_by_activity"], pagesMax: 500 });
});

test("a thread reads its own comments, in their order", async () => {
  const plans = await plansOf(async (db) => {
    await postById(db, viewer, longest);
    await commentsOf(db, viewer, [longest], { take: 20 }, () => ({ edit: false, remove: false }));
  });
  expectPlans(plans, { indexes: ["comment_in_order"], pagesMax: 300 });
});

test("the directory asks the index of words for what nobody has", async () => {
  const plans = await plansOf((db) => directory(db, viewer, { search: "nobody-has-this", take: 50 }));
  expectPlans(plans, { indexes: ["person_words_words"], pagesMax: 100 });
});

test("the directory walks the index of names", async () => {
  const plans = await plansOf((db) => directory(db, viewer, { search: "", take: 50 }));
  expectPlans(plans, { indexes: ["person_by_name"], pagesMax: 200 });
});

test("a long conversation costs as much wherever one reads it, and as much as a short one", async () => {
  const client = connect(database.url(), 1);
  const long = await conversationOf(client, 2000);
  const short = await conversationOf(client, 60);
  const middle = await nth(client, long, 1000);
  await client.end();
  const may = () => ({ edit: false, remove: false });
  const pagesOf = async (id: ConversationId, ask: object) => {
    const plans = await plansOf((db) => windowOf(db, viewer, { id }, windowShape.parse({ take: 40, ...ask }), may));
    expectPlans(plans, { indexes: ["comment_in_thread"], pagesMax: 900 });
    return plans.reduce((sum, plan) => sum + plan["Shared Hit Blocks"] + plan["Shared Read Blocks"], 0);
  };
  const floor = await pagesOf(short, { edge: "start" });
  for (const ask of [{}, { edge: "start" }, { edge: "end" }, { at: middle }, { after: middle }, { before: middle }])
    expect.soft((await pagesOf(long, ask)) / floor, JSON.stringify(ask)).toBeLessThanOrEqual(1.3);
}, 180_000);

test("home asks each space for its latest, whatever was read and however much there is", async () => {
  const plans = await plansOf((db) => homeOf(db, viewer, { take: 20 }, "en"));
  expectPlans(plans, { indexes: ["post_by_activity"], pagesMax: 3000 });
});

/** A conversation of so many comments; a third of them answer others. */
async function conversationOf(client: Sql, comments: number): Promise<ConversationId> {
  const [row] = await client<{ id: ConversationId }[]>`
    with made as (
      insert into conversation (id, kind, author_id, title, body, body_html, created_at, comment_count, last_activity_at)
      select gen_random_uuid(), 'post', ${viewer.id}, 'Long', '', '', now() - interval '9 days', ${comments}, now()
      returning id, last_activity_at
    )
    insert into post (id, space_id, kind, last_activity_at)
    select made.id, (select space_id from space_member where person_id = ${viewer.id} limit 1), 'discussion',
      made.last_activity_at from made returning id`;
  if (row === undefined) throw new Error("the conversation was not written");
  const write = (parent: string) =>
    client.unsafe(
      `insert into comment (id, conversation_id, parent_id, author_id, body, body_html, created_at)
    select gen_random_uuid(), $1, ${parent}, p.id, 'word', '<p>word</p>', now() - interval '8 days' + n * interval '5 minutes'
    from generate_series(1, $2::int) n
    join (select id, row_number() over () as nth from (select id from person limit 50) f) p on p.nth = 1 + n % 50`,
      [row.id, parent === "null" ? comments - Math.floor(comments / 3) : Math.floor(comments / 3)],
    );
  await write("null");
  await write(`(select k.id from comment k where k.conversation_id = $1 and k.parent_id is null
    order by k.created_at offset n limit 1)`);
  await client`analyze comment`;
  return row.id;
}

async function nth(client: Sql, of: ConversationId, n: number): Promise<CommentId> {
  const [row] = await client<{ id: CommentId }[]>`
    select id from comment where conversation_id = ${of} order by thread_at, thread_id, thread_id <> id, created_at
    offset ${n} limit 1`;
  if (row === undefined) throw new Error("there are fewer comments");
  return row.id;
}
test("names are found by their words, and those in a text by the index of names", async () => {
  const client = connect(database.url(), 1);
  const [row] = await client<{ name: string }[]>`select display_name as name from person order by id limit 1`;
  const [room] = await client<RoomRow[]>`
    select id, slug, name, visibility, opens_at as "opensAt", null::timestamptz as "archivedAt" from space
    order by post_count desc, id limit 1`;
  await client.end();
  if (row === undefined || room === undefined) throw new Error("the world is empty");
  const among = amongReadersOf(viewer, room, room, {});
  // A few letters of a name that one in twenty-five bears are found as fast by reading on until there are enough.
  const completed = await plansOf((db) => namesFor(db, viewer, among, row.name.slice(0, -1)));
  expectPlans(completed, { indexes: ["person_by_name_words"], pagesMax: 12_000 });
  const words = { actor: viewer.id, body: `Dear @${row.name}, dear @Nobody Known Here` };
  const read = await plansOf((db) => readWords(db, words, among));
  expectPlans(read, { indexes: ["person_by_name"], pagesMax: 300 });
});
