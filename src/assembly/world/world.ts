import { now } from "@/platform/clock";
import { connect, type Sql } from "@/platform/database/client";
import { DAY } from "@/platform/durations";
import { copyRows } from "./copy";
import { pick, type Random, randomFrom, skewed, uuidAt } from "./random";
import { bodyOf, nameOf, titleOf } from "./words";

/** How large a synthetic community is, and which: the same numbers make the same one. */
export type WorldSize = {
  readonly members: number;
  /** Posts and comments together. */
  readonly posts: number;
  readonly spaces: number;
  readonly years: number;
  readonly seed: number;
};

/** What was written, in rows. */
export type WorldReport = { members: number; spaces: number; conversations: number; comments: number; seconds: number };

const DEPARTMENTS = ["Production", "R&D", "Sales", "IT", "Finance", "Quality"];
const SITES = ["Lyon", "Leeds", "Rotterdam"];
/** Answers to a post, on average; how many one gets is as unequal as in life. */
const ANSWERS = 3;

type Thread = { id: string; opened: number; last: number; comments: number; space: number; author: number };
type World = { random: Random; size: WorldSize; start: number; end: number; people: string[]; rooms: string[] };

/**
 * Writes a synthetic community through COPY: skewed activity, threads, departments, years. Addresses end in
 * `world.levain.example`. The launch is put at `general`, so that everybody is inside.
 * @param url the database, migrated
 */
export async function writeWorld(url: string, size: WorldSize): Promise<WorldReport> {
  const began = performance.now();
  const client = connect(url, 1);
  const random = randomFrom(size.seed);
  const end = now().getTime();
  const start = end - size.years * 365 * DAY;
  const id = () => uuidAt(random, start);
  const people = Array.from({ length: size.members }, id);
  const rooms = Array.from({ length: size.spaces }, id);
  const world: World = { random, size, start, end, people, rooms };
  try {
    await client.unsafe("begin");
    await writePeople(client, world);
    await writeRooms(client, world);
    const threads = threadsOf(world);
    await writeThreads(client, world, threads);
    const comments = await writeComments(client, world, threads);
    await settleCounts(client, rooms);
    await client.unsafe("update launch_state set stage = 'general'");
    await client.unsafe("commit");
    await client.unsafe("analyze");
    const seconds = (performance.now() - began) / 1000;
    return { members: people.length, spaces: rooms.length, conversations: threads.length, comments, seconds };
  } finally {
    await client.end({ timeout: 5 });
  }
}

async function writePeople(client: Sql, { random, people, start }: World): Promise<void> {
  const made = new Date(start).toISOString();
  await copyRows(client, "person (id, display_name, department, site, locale, created_at, claimed_at)", function* () {
    for (const [n, id] of people.entries())
      yield [
        id,
        nameOf(random, n),
        pick(random, DEPARTMENTS),
        pick(random, SITES),
        pick(random, ["en", "fr"]),
        made,
        made,
      ];
  });
  await copyRows(client, "person_address (address, person_id, verified_at, rank, created_at)", function* () {
    for (const [n, id] of people.entries())
      yield [`w${n}-${id.slice(-6)}@world.levain.example`, id, made, "primary", made];
  });
}

async function writeRooms(client: Sql, { random, people, rooms, start, size }: World): Promise<void> {
  const made = new Date(start).toISOString();
  const places = rooms.map(() => new Set<number>());
  for (let person = 0; person < people.length; person += 1)
    for (let n = 0; n < Math.min(4, rooms.length); n += 1) places[skewed(random, rooms.length)]?.add(person);
  await copyRows(
    client,
    "space (id, slug, name, purpose, visibility, opens_at, created_at, member_count)",
    function* () {
      for (const [n, id] of rooms.entries()) {
        const slug = `world-${size.seed}-${n}`;
        yield [
          id,
          slug,
          `World ${n}`,
          "A space of the synthetic world.",
          "open",
          "founding",
          made,
          places[n]?.size ?? 0,
        ];
      }
    },
  );
  await copyRows(client, "space_member (space_id, person_id, role, joined_at)", function* () {
    for (const [n, id] of rooms.entries())
      for (const person of places[n] ?? []) yield [id, people[person] ?? "", person === 0 ? "owner" : "member", made];
  });
}

function threadsOf({ random, size, start, end }: World): Thread[] {
  const count = Math.max(1, Math.round(size.posts / (1 + ANSWERS)));
  const threads: Thread[] = [];
  for (let n = 0; n < count; n += 1) {
    const opened = start + ((end - start) * (n + random())) / count;
    threads.push({
      id: uuidAt(random, opened),
      opened,
      last: opened,
      comments: 0,
      space: skewed(random, size.spaces),
      author: skewed(random, size.members),
    });
  }
  return threads;
}

/** Comments come first in memory as times only, because a thread's row carries their number and the last time. */
function answersOf({ random, end }: World, thread: Thread): number[] {
  const wanted = Math.floor(-Math.log(1 - random()) * ANSWERS);
  const times: number[] = [];
  let at = thread.opened;
  for (let n = 0; n < wanted; n += 1) {
    at += random() ** 3 * 3 * DAY;
    if (at > end) break;
    times.push(at);
  }
  return times;
}

async function writeThreads(client: Sql, world: World, threads: Thread[]): Promise<void> {
  const { random, people, rooms } = world;
  for (const thread of threads) {
    const times = answersOf(world, thread);
    thread.comments = times.length;
    thread.last = times.at(-1) ?? thread.opened;
  }
  const columns =
    "conversation (id, kind, author_id, title, body, body_html, excerpt, created_at, comment_count, last_activity_at, language)";
  await copyRows(client, columns, function* () {
    for (const thread of threads) {
      const { body, language } = bodyOf(random);
      const html = `<p>${body.replaceAll("\n\n", "</p>\n<p>")}</p>\n`;
      const [opened, last] = [new Date(thread.opened).toISOString(), new Date(thread.last).toISOString()];
      const author = people[thread.author] ?? "";
      const row = [thread.id, "post", author, titleOf(random), body, html, body.slice(0, 280), opened];
      yield [...row, thread.comments, last, language];
    }
  });
  await copyRows(client, "post (id, space_id, kind, last_activity_at)", function* () {
    for (const thread of threads)
      yield [
        thread.id,
        rooms[thread.space] ?? "",
        random() < 0.3 ? "question" : "discussion",
        new Date(thread.last).toISOString(),
      ];
  });
}

async function writeComments(client: Sql, { random, people }: World, threads: Thread[]): Promise<number> {
  let written = 0;
  const columns = "comment (id, conversation_id, author_id, body, body_html, created_at, language)";
  await copyRows(client, columns, function* () {
    for (const thread of threads)
      for (let n = 1; n <= thread.comments; n += 1) {
        const at = thread.opened + ((thread.last - thread.opened) * n) / thread.comments;
        const { body, language } = bodyOf(random);
        written += 1;
        const author = people[skewed(random, people.length)] ?? "";
        yield [uuidAt(random, at), thread.id, author, body, `<p>${body}</p>\n`, new Date(at).toISOString(), language];
      }
  });
  return written;
}

async function settleCounts(client: Sql, rooms: readonly string[]): Promise<void> {
  await client`update space s set post_count = p.n, last_post_at = p.last
    from (select space_id, count(*)::int n, max(last_activity_at) last from post group by space_id) p
    where p.space_id = s.id and s.id in ${client(rooms as string[])}`;
}
