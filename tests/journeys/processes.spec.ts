import { createHash, randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { expect, type Levain } from "@tests/support/levain";
import { PEOPLE, test } from "@tests/support/pages";
import { startWeb, type WebProcess } from "@tests/support/several";
import { type OpenStream, openStream, type StreamMessage } from "@tests/support/stream";

/** How many streams the cost of an idle one is taken from. */
const IDLE = 1000;
const A_PERSON = 16;

let second: WebProcess;
let third: WebProcess;

test.beforeAll(async ({ levain }) => {
  [second, third] = await Promise.all([startWeb(levain.database), startWeb(levain.database)]);
});

test.afterAll(async () => {
  await Promise.all([second?.kill(), third?.kill()]);
});

async function sessionOf({ sql }: Levain, person: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest("base64url");
  await sql`insert into session (id, token_hash, person_id, created_at, last_seen_at, expires_at)
    values (${randomUUID()}, ${hash}, ${person}, now(), now(), now() + interval '1 day')`;
  return `levain.session=${token}`;
}

async function personOf({ sql }: Levain, address: string): Promise<string> {
  const [row] = await sql`select person_id as id from person_address where address = ${address}`;
  return String(row?.id);
}

function listen(at: string, cookie: string, topics: readonly string[], since?: string): Promise<OpenStream> {
  return openStream(
    (path, headers, signal) => fetch(`${at}${path}`, { headers: { ...headers, cookie }, signal }),
    topics,
    since,
  );
}

/** Answers by the form, as a browser without JavaScript does. */
async function answer(at: string, own: string, cookie: string, post: string): Promise<void> {
  const response = await fetch(`${at}/form/posts.addComment`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, origin: own },
    body: new URLSearchParams({ post, body: `Said at ${at}.`, _back: `/posts/${post}` }),
  });
  expect(response.status).toBe(303);
}

/** The next message that tells of a topic; what concerns the person themselves comes on the same stream. */
async function heardOf(stream: OpenStream, topic: string): Promise<StreamMessage> {
  for (;;) {
    const message = await stream.heard();
    const signals = message.signals.filter((signal) => signal.topic === topic);
    if (signals.length > 0) return { ...message, signals };
  }
}

/** Whether somebody is let in at an address, or led away from it. */
async function isInside(at: string, cookie: string): Promise<boolean> {
  const { status } = await fetch(`${at}/spaces`, { headers: { cookie }, redirect: "manual" });
  return status === 200;
}

test("a step of the launch, and taking it back, hold at every process from the first request on", async ({
  levain,
  named,
}) => {
  expect(named.post).not.toBe("");
  const [admin, waiting] = [await personOf(levain, PEOPLE.admin), await personOf(levain, PEOPLE.waiting)];
  const [decides, waits] = [await sessionOf(levain, admin), await sessionOf(levain, waiting)];
  const everywhere = [levain.url, second.url, third.url];
  const inside = () => Promise.all(everywhere.map((at) => isInside(at, waits)));
  const press = async (procedure: string, fields: Record<string, string>) => {
    const response = await fetch(`${second.url}/form/${procedure}`, {
      method: "POST",
      redirect: "manual",
      headers: { cookie: decides, origin: second.url },
      body: new URLSearchParams({ ...fields, _back: "/launch", _to: "/launch" }),
    });
    expect(response.status).toBe(303);
  };
  // What a process has read before the step must not be what it goes by after it.
  expect(await inside()).toEqual([false, false, false]);
  const [state] = await levain.sql`select version from launch_state`;
  const reasons = { reason: "Everybody at once.", override: "We try it." };
  await press("launch.flip", { to: "general", version: String(state?.version), confirm: "yes", ...reasons });
  expect(await inside()).toEqual([true, true, true]);
  const [step] = await levain.sql`select id from flip order by version desc limit 1`;
  await press("launch.undo", { flip: String(step?.id), reason: "" });
  expect(await inside()).toEqual([false, false, false]);
});

test("what is said at one process is heard at the others, and whoever loses theirs goes on at another", async ({
  levain,
  named,
}) => {
  const [author, reading] = [await personOf(levain, PEOPLE.host), await personOf(levain, PEOPLE.member)];
  const [writes, reads] = [await sessionOf(levain, author), await sessionOf(levain, reading)];
  const topic = `conversation:${named.post}`;
  const streams = [await listen(second.url, reads, [topic]), await listen(third.url, reads, [topic])];
  for (const stream of streams) await stream.next();

  const ratios: number[] = [];
  // What was heard may be told again to whoever comes back, and is no news then.
  const known = new Set<string>();
  for (let round = 0; round < 5; round += 1) {
    const began = performance.now();
    const posted = answer(levain.url, levain.url, writes, named.post).then(() => performance.now() - began);
    const heard = streams.map(async (stream) => {
      const { signals } = await heardOf(stream, topic);
      expect(signals).toMatchObject([{ topic, news: true }]);
      for (const { xact } of signals) known.add(xact);
      return performance.now() - began;
    });
    const [post, ...arrivals] = await Promise.all([posted, ...heard]);
    ratios.push(Math.max(...arrivals) / post);
  }
  console.log(
    `heard elsewhere after ${ratios.map((one) => one.toFixed(2)).join(", ")} times what the post itself took`,
  );

  const [lost, kept] = streams;
  if (lost === undefined || kept === undefined) throw new Error("a stream is missing");
  // What it has heard last, before its process goes.
  await answer(levain.url, levain.url, writes, named.post);
  const last = await heardOf(lost, topic);
  for (const { xact } of last.signals) known.add(xact);
  const rest = lost.rest();
  await second.kill();
  await rest;
  await answer(levain.url, levain.url, writes, named.post);
  await answer(third.url, third.url, writes, named.post);
  const again = await listen(third.url, reads, [topic], last.id);
  const missed = new Set<string>();
  while (missed.size < 2)
    for (const { xact } of (await heardOf(again, topic)).signals) if (!known.has(xact)) missed.add(xact);
  expect(missed.size).toBe(2);
  await Promise.all([again.close(), kept.close()]);
});

test("an idle stream costs little", async ({ levain, named }) => {
  await levain.sql`update launch_state set stage = 'general'`;
  const people = await levain.sql<{ id: string }[]>`
    insert into person (id, display_name, created_at, claimed_at)
    select gen_random_uuid(), 'Reader ' || n, now(), now() from generate_series(1, ${Math.ceil(IDLE / A_PERSON)}::int) n
    returning id`;
  const cookies = await Promise.all(people.map(({ id }) => sessionOf(levain, id)));
  const before = memoryOf(third.pid);
  const streams: OpenStream[] = [];
  for (const cookie of cookies)
    for (let count = 0; count < A_PERSON; count += 1) {
      const stream = await listen(third.url, cookie, [`conversation:${named.post}`]);
      await stream.next();
      streams.push(stream);
    }
  const each = (memoryOf(third.pid) - before) / streams.length;
  console.log(`${streams.length} idle streams: ${each.toFixed(0)} kB each`);
  expect(streams.length).toBeGreaterThanOrEqual(IDLE);
  await Promise.all(streams.map((stream) => stream.close()));
});

/** What a process that was started holds in memory, with those that it started, in kB; 0 where the system does not say. */
function memoryOf(pid: number): number {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").map(Number).filter(Boolean);
    return children.reduce((sum, child) => sum + memoryOf(child), ownMemoryOf(pid));
  } catch {
    return 0;
  }
}

function ownMemoryOf(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
