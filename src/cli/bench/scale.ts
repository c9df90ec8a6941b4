import { performance } from "node:perf_hooks";
import { viewersOf } from "@/assembly/viewer";
import { writeWorld } from "@/assembly/world/world";
import type { Size } from "@/cli/bench/stage";
import { aside, Failure } from "@/cli/output";
import { openSession } from "@/members/sessions/actions/open-session";
import { newToken } from "@/members/sessions/token";
import type { Viewer } from "@/platform/access/viewer";
import { connect, databaseOn, type Reader, type Sql } from "@/platform/database/client";
import { migrate } from "@/platform/database/migrate";
import type { Id } from "@/platform/ids";
import { mayDoInSpace } from "@/posts/comments";
import { feed } from "@/posts/feed";
import { postById } from "@/posts/queries";
import { homeOf } from "@/posts/reading/home";
import { windowShape } from "@/posts/reading/shape";
import { windowOf } from "@/posts/reading/window";
import { conversationId } from "@/posts/shape";
import { find } from "@/search/find";
import { spaceId } from "@/spaces/shape";

/** What one thing costs in a community and in another of ten times the size, in milliseconds; medians. */
export type Scaled = {
  readonly what: string;
  readonly smallMs: number;
  readonly largeMs: number;
  readonly aim: number;
};
/** How much there is in each. */
export type Held = {
  readonly posts: number;
  readonly passages: number;
  readonly inSpace: number;
  readonly inThread: number;
};
export type Scale = { readonly small: Held; readonly large: Held; readonly scaled: Scaled[] };

/** How many times the larger community is as large. */
export const TENFOLD = 10;
const THREAD = 2000;
const AIM = 1.3;
const AIM_SEARCH = 2;
/** What is looked for: in every other text, in one of some hundred, by its beginning, and two together. */
const LOOKED_FOR = ["oven", "chariot", "spreadsh", "oven seal", "kind:question réparation"];

type World = { readonly db: Reader; readonly viewer: Viewer; readonly held: Held; readonly asks: readonly Ask[] };
type Ask = { readonly what: string; readonly aim: number; readonly run: () => Promise<unknown> };

/**
 * Writes a community of `size` and one of a tenth of it on one server, and asks both in turn for the same things, so that
 * whatever else the machine does falls on both.
 * @param url a server on which databases can be made
 */
export async function scaleOf(url: string, size: Size, rounds: number, signal: AbortSignal): Promise<Scale> {
  const admin = connect(url, 1);
  const clients: Sql[] = [];
  const world = async (name: string, share: number): Promise<World> => {
    await admin.unsafe(`create database ${name}`);
    const at = new URL(url);
    at.pathname = `/${name}`;
    await migrate(at.toString());
    const posts = Math.round(size.posts / share);
    const members = Math.round(size.members / share);
    aside(`Writing ${posts} posts and comments by ${members} people …`);
    await writeWorld(at.toString(), { members, posts, spaces: size.spaces, years: 3, seed: 1 });
    const client = connect(at.toString(), 1);
    clients.push(client);
    return open(client);
  };
  try {
    const small = await world("scale_small", TENFOLD);
    signal.throwIfAborted();
    const large = await world("scale_large", 1);
    const scaled: Scaled[] = [];
    for (const [n, ask] of small.asks.entries()) {
      signal.throwIfAborted();
      const other = large.asks[n];
      if (other !== undefined) scaled.push(await compared(ask, other, rounds));
    }
    return { small: small.held, large: large.held, scaled };
  } finally {
    for (const client of [...clients, admin]) await client.end({ timeout: 5 });
  }
}

/** Whoever reads most in a community, and what they ask of it. */
async function open(client: Sql): Promise<World> {
  const { reader: db } = databaseOn(client);
  const [busy] = await client<{ person: Id<"person"> }[]>`
    select person_id as person from space_member group by 1 order by count(*) desc, 1 limit 1`;
  const [room] = await client<{ id: string; posts: number }[]>`
    select id, post_count as posts from space order by post_count desc, id limit 1`;
  if (busy === undefined || room === undefined) throw new Failure("The world is empty.");
  const thread = await longThread(client, room.id);
  const viewer = await signedIn(client, busy.person);
  const post = await postById(db, viewer, conversationId.parse(thread));
  if (post === null) throw new Failure("The bench cannot read its own world.");
  const space = spaceId.parse(room.id);
  const mayDo = mayDoInSpace(viewer, post.facts.space);
  await client.unsafe("vacuum analyze");
  const [held] = await client<{ posts: number; passages: number }[]>`
    select (select count(*)::int from post) as posts, (select count(*)::int from search_passage) as passages`;
  return {
    db,
    viewer,
    held: { posts: 0, passages: 0, ...held, inSpace: room.posts, inThread: THREAD },
    asks: [
      { what: "home", aim: AIM, run: () => homeOf(db, viewer, { take: 20 }, "en") },
      { what: "space", aim: AIM, run: () => feed(db, viewer, { space }, { take: 20 }) },
      {
        what: `thread of ${THREAD}`,
        aim: AIM,
        run: () => windowOf(db, viewer, { id: post.id }, windowShape.parse({ edge: "end" }), mayDo),
      },
      ...LOOKED_FOR.map((q) => ({
        what: `search: ${q}`,
        aim: AIM_SEARCH,
        run: () => find(db, viewer, { q, take: 20 }),
      })),
    ],
  };
}

/** The passport of somebody who has just signed in. */
export async function signedIn(client: Sql, person: string): Promise<Viewer> {
  const { reader: db, transaction } = databaseOn(client);
  const token = newToken();
  const personId = person as Id<"person">;
  await transaction((tx) => openSession(tx, { personId, token, before: null, userAgent: "levain bench" }));
  const [session] = await client<{ id: Id<"session"> }[]>`select id from session where person_id = ${person}`;
  const [viewer] = await viewersOf(db, session === undefined ? [] : [session.id]);
  if (viewer === undefined) throw new Failure("The bench cannot sign in to its own world.");
  return viewer;
}

/** Gives the latest conversation of a space `THREAD` comments, as many people's as there are. */
async function longThread(client: Sql, room: string): Promise<string> {
  const [row] = await client<{ id: string }[]>`
    select c.id from conversation c join post p on p.id = c.id
    where p.space_id = ${room} order by p.last_activity_at desc limit 1`;
  const id = row?.id ?? "";
  await client`delete from comment where conversation_id = ${id}`;
  await client`
    insert into comment (id, conversation_id, author_id, body, body_html, created_at, language)
    select gen_random_uuid(), ${id}, ids[1 + n % cardinality(ids)],
      'Answer ' || n || ': the seal of the oven held.', '<p>Answer ' || n || ': the seal of the oven held.</p>',
      now() - make_interval(secs => ${THREAD} - n), 'en'
    from generate_series(1, ${THREAD}) n, (select array(select id from person order by id limit 200) as ids) voices`;
  await client`update conversation set comment_count = ${THREAD}, last_activity_at = now() where id = ${id}`;
  await client`update post set last_activity_at = now() where id = ${id}`;
  return id;
}

/**
 * Asks both in turn, and gives the medians.
 * @param at another share of the times to give the bound of: small ones say less of what else the machine does
 */
export async function compared(small: Ask, large: Ask, rounds: number, at = 0.5): Promise<Scaled> {
  const times: { small: number[]; large: number[] } = { small: [], large: [] };
  // A few rounds more, of which the first warm up.
  for (let round = -3; round < rounds; round += 1)
    for (const [of, ask] of [
      ["small", small],
      ["large", large],
    ] as const) {
      const began = performance.now();
      await ask.run();
      if (round >= 0) times[of].push(performance.now() - began);
    }
  return { what: small.what, aim: small.aim, smallMs: part(times.small, at), largeMs: part(times.large, at) };
}

function part(values: readonly number[], at: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * at)] ?? 0;
}
