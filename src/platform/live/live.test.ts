import { withDatabase } from "@tests/support/database";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { at, daysAfter, now } from "@/platform/clock";
import { pool, reader, transaction } from "@/platform/database/client";
import { newId } from "@/platform/ids";
import { announce, SIGNALS_MAX, sweepSignals } from "./announce";
import { later, readCursor, writeCursor } from "./cursor";
import { readPayload } from "./heard";
import { Hub } from "./hub";
import { type Message, Subscriber } from "./subscriber";
import type { Judge, Roll } from "./tell";
import { added, type Topic, touched } from "./topic";

const { url } = withDatabase();

/** Lets everybody hear everything. */
const openJudge: Judge = async (questions) => new Map(questions.map((one) => [one.sessionId, one.topics]));
const noRoll: Roll = async () => (topic) => ({ topic, names: [], more: 0 });

const hubs: Hub[] = [];
function aHub(judge: Judge = openJudge): Hub {
  const hub = new Hub({ url: url(), judge, roll: noRoll });
  hubs.push(hub);
  return hub;
}
afterAll(() => Promise.all(hubs.map((hub) => hub.close())));

const someTopic = (): Topic => `space:${newId()}`;

/** A reader of one stream. */
function aReader(hub: Hub, topics: readonly Topic[], since: string | null = null) {
  const stopping = new AbortController();
  const listening = {
    sessionId: newId<"session">(),
    personId: newId<"person">(),
    topics: new Set(topics),
    shown: true,
  };
  const stream = hub.stream(listening, since, stopping.signal);
  let cursor = since;
  const next = async (): Promise<Message> => {
    const { value } = await stream.next();
    if (value === undefined) throw new Error("the stream is over");
    cursor = value.cursor;
    return value;
  };
  return {
    listening,
    stream,
    /** Waits for the first message, after which all that is announced arrives. */
    opened: next,
    /** The next message that says something. */
    heard: async () => {
      let message = await next();
      while (message.signals.length === 0 && !message.reload) message = await next();
      return message;
    },
    cursor: () => cursor,
    stop: async () => {
      stopping.abort();
      await stream.return();
    },
  };
}

const say = (...topics: Topic[]) =>
  transaction((tx) =>
    announce(
      tx,
      topics.map((topic) => ({ topic, news: true })),
    ),
  );

test("a cursor survives its journey, and whatever else is read is none", () => {
  const cursors = fc.record({ below: fc.bigInt(0n, 2n ** 62n), at: fc.integer({ min: 0, max: 99_999_999_999 }) });
  fc.assert(
    fc.property(cursors, (cursor) => {
      expect(readCursor(writeCursor(cursor))).toEqual(cursor);
    }),
  );
  fc.assert(
    fc.property(cursors, cursors, (one, other) => {
      expect(later(one, other)).toEqual(later(other, one));
      expect(later(one, other).below >= one.below).toBe(true);
    }),
  );
  for (const text of ["", "1", "1.2.3", "a.b", "-1.2", "1e9.2", null, undefined]) expect(readCursor(text)).toBeNull();
});

test("a payload that nobody here sent is nothing", () => {
  const topic = someTopic();
  expect(readPayload(`5 6 7 +${topic} ?${topic}`)).toEqual({
    cursor: { below: 5n, at: 7 },
    signals: [{ topic, news: true, xact: "6" }],
    people: [topic],
  });
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readPayload(text)).toBeNull();
    }),
  );
  expect(readPayload("5 6 7 +space:somewhere")).toBeNull();
});

test("what is announced leaves with the commit, for every process, and not at all with a rollback", async () => {
  const [here, there] = [aHub(), aHub()];
  const topic = someTopic();
  const readers = [aReader(here, [topic]), aReader(there, [topic])];
  await Promise.all(readers.map((one) => one.opened()));
  await transaction(async (tx) => {
    await announce(tx, [added("space", newId()), { topic, news: true }]);
    throw new Error("no");
  }).catch(() => {});
  await transaction((tx) => announce(tx, [{ topic, news: false }]));
  for (const one of readers) {
    const { signals } = await one.heard();
    expect(signals).toEqual([{ topic, news: false, xact: expect.stringMatching(/^\d+$/) }]);
  }
});

test("hundreds of changes of one transaction arrive, in notifications that PostgreSQL takes", async () => {
  const topics = Array.from({ length: 350 }, someTopic);
  const hub = aHub();
  const listener = aReader(hub, topics.slice(300, 340));
  await listener.opened();
  await say(...topics);
  const { signals } = await listener.heard();
  expect(new Set(signals.map((one) => one.topic))).toEqual(new Set(topics.slice(300, 340)));
});

test("whoever was cut off hears at another process what was announced meanwhile, and that alone", async () => {
  const [here, there] = [aHub(), aHub()];
  const [topic, other] = [someTopic(), someTopic()];
  const before = aReader(here, [topic]);
  await before.opened();
  await say(topic);
  await before.heard();
  await before.stop();
  await say(topic);
  await say(other);
  const after = aReader(there, [topic], before.cursor());
  const { signals, reload } = await after.heard();
  expect(reload).toBe(false);
  expect(signals.length).toBeGreaterThanOrEqual(1);
  expect(new Set(signals.map((one) => one.topic))).toEqual(new Set([topic]));
});

test("a transaction that began before the cursor and ended after it is not missed", async () => {
  const [here, there] = [aHub(), aHub()];
  const [slow, quick] = [someTopic(), someTopic()];
  const before = aReader(here, [slow, quick]);
  await before.opened();
  const [announced, mayCommit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const long = transaction(async (tx) => {
    await announce(tx, [{ topic: slow, news: true }]);
    announced.resolve();
    await mayCommit.promise;
  });
  await announced.promise;
  await say(quick);
  await before.heard();
  await before.stop();
  mayCommit.resolve();
  await long;
  const after = aReader(there, [slow, quick], before.cursor());
  const { signals } = await after.heard();
  expect(signals.map((one) => one.topic)).toContain(slow);
});

test("a stream that was cut from the database hears what it missed", async () => {
  const hub = aHub();
  const topic = someTopic();
  const listener = aReader(hub, [topic]);
  await listener.opened();
  await say(topic);
  await listener.heard();
  // The announcement is made in the same statement that cuts the line, so nobody can hear it as it is made.
  await transaction(async (tx) => {
    await announce(tx, [{ topic, news: false }]);
    await tx.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query ilike 'listen%'`);
  });
  const { signals } = await listener.heard();
  expect(signals.some((one) => one.topic === topic && !one.news)).toBe(true);
});

test("whoever stayed away for too long, or comes from another database, reads everything anew", async () => {
  const hub = aHub();
  const topic = someTopic();
  await say(topic);
  const seconds = Math.floor(now().getTime() / 1000);
  for (const since of [`3.${seconds - 7200}`, `9000000000000.${seconds}`]) {
    const listener = aReader(hub, [topic], since);
    expect((await listener.heard()).reload).toBe(true);
    await listener.stop();
  }
});

test("what nobody may come back for is forgotten", async () => {
  const topic = someTopic();
  await at(daysAfter(now(), -1), () => say(topic));
  await transaction(sweepSignals);
  const [row] = await pool()`select count(*)::int as n from live_signal where topic = ${topic}`;
  expect(row?.n).toBe(0);
});

test("a reader who is too slow costs a bounded amount, and is told to read everything anew", async () => {
  const slow = new Subscriber(
    { sessionId: newId(), personId: newId(), topics: new Set(), shown: true },
    writeCursor({ below: 1n, at: 1 }),
  );
  const { topic, news } = touched("space", newId());
  for (let count = 0; count <= 10 * SIGNALS_MAX; count += 1) slow.push("1.1", [{ topic, news, xact: String(count) }]);
  const message = await slow.next();
  expect(message?.reload).toBe(true);
  expect(message?.signals.length).toBeLessThanOrEqual(SIGNALS_MAX);
});

test("no person opens streams without end", async () => {
  const hub = aHub();
  const stopping = new AbortController();
  const listening = {
    sessionId: newId<"session">(),
    personId: newId<"person">(),
    topics: new Set([someTopic()]),
    shown: false,
  };
  const open = () => hub.stream(listening, null, stopping.signal).next();
  for (let count = 0; count < 16; count += 1) await open();
  await expect(open()).rejects.toMatchObject({ code: "too-many" });
  expect(hub.size).toBe(16);
});

test("a stream ends with its reader, its session and its process, and leaves nothing behind", async () => {
  const over = new Set<string>();
  const hub = aHub(
    async (questions) =>
      new Map(questions.filter((one) => !over.has(one.sessionId)).map((one) => [one.sessionId, one.topics])),
  );
  const topic = someTopic();
  const [leaves, expires, stays] = [aReader(hub, [topic]), aReader(hub, [topic]), aReader(hub, [topic])];
  for (const one of [leaves, expires, stays]) await one.opened();
  await leaves.stop();
  expect(hub.size).toBe(2);
  over.add(expires.listening.sessionId);
  await say(topic);
  expect((await expires.stream.next()).done).toBe(true);
  expect((await stays.heard()).signals).toHaveLength(1);
  await hub.close();
  await expect(stays.opened()).rejects.toThrow("over");
  expect(hub.size).toBe(0);
  expect(await reader().execute(sql`select 1 from presence`)).toHaveLength(0);
});
