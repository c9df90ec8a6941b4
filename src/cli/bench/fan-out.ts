import { performance } from "node:perf_hooks";
import { sql } from "drizzle-orm";
import { noticeReactions } from "@/notices/reactions";
import { now } from "@/platform/clock";
import { pool, type Tx, transaction } from "@/platform/database/client";
import type { Told } from "@/platform/events/reaction";
import { newId } from "@/platform/ids";
import { addComment } from "@/posts/actions/add-comment";
import { commentAdded } from "@/posts/events";
import type { ConversationId } from "@/posts/shape";

/** What it costs to tell everybody who listens to a thread of one comment, beside the bare insert of as many rows. */
export type FanOut = { listeners: number; statements: number; ms: number; bareMs: number };

const LISTENERS = 1000;
const ROUNDS = 7;

/** Thrown to leave the database as it was. */
class Undone extends Error {}

/** Tells `LISTENERS` people of a comment, and writes as many bare rows, in turn; each is rolled back. Medians. */
export async function fanOut(thread: string): Promise<FanOut> {
  const of = thread as ConversationId;
  await pool()`insert into reading (person_id, conversation_id, follow)
    select id, ${thread}, 'everything' from person order by id limit ${LISTENERS} on conflict do nothing`;
  const told: Measure[] = [];
  const bare: Measure[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    bare.push(await undone((tx) => bareRows(tx, of)));
    told.push(await undone((tx) => tellAll(tx, of)));
  }
  const median = (all: Measure[]) => all.slice(1).sort((a, b) => a.ms - b.ms)[Math.floor(ROUNDS / 2)] ?? NOTHING;
  const { ms, statements, rows } = median(told);
  return { listeners: rows, statements, ms, bareMs: median(bare).ms };
}

type Measure = { ms: number; statements: number; rows: number };
const NOTHING: Measure = { ms: 0, statements: 0, rows: 0 };

async function undone(work: (tx: Tx) => Promise<Measure>): Promise<Measure> {
  let measured = NOTHING;
  await transaction(async (tx) => {
    measured = await work(tx);
    throw new Undone();
  }).catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
  return measured;
}

async function bareRows(tx: Tx, of: ConversationId): Promise<Measure> {
  const began = performance.now();
  await tx.execute(sql`insert into notice (id, person_id, bundle, kind, why, conversation_id, since, last_at)
    select gen_random_uuid(), id, 'bare', 'talk', 'follows', ${of}::uuid, now(), now()
    from person order by id limit ${LISTENERS}`);
  return { ms: performance.now() - began, statements: 1, rows: LISTENERS };
}

async function tellAll(tx: Tx, of: ConversationId): Promise<Measure> {
  const [author] = await tx.execute<{ id: string }>(
    sql`select author_id as id from conversation where id = ${of}::uuid`,
  );
  const actor = author?.id as Parameters<typeof addComment>[0]["actor"];
  const comment = await addComment({ tx, actor, requestId: "bench" }, of, { body: "One word to everybody." });
  const counted = counting(tx);
  const reaction = noticeReactions.find((one) => one.on === commentAdded.name);
  const event = { id: newId<"event">(), name: commentAdded.name, actorId: actor, subjectId: comment } as const;
  const happened: Told<typeof commentAdded.shape> = {
    ...event,
    payload: { conversationId: of },
    requestId: "bench",
    at: now(),
  };
  const began = performance.now();
  await reaction?.run(counted.tx, happened);
  const ms = performance.now() - began;
  const [row] = await tx.execute<{ n: number }>(
    sql`select count(*)::int as n from notice where bundle = ${`talk:${of}`}`,
  );
  return { ms, statements: counted.statements(), rows: row?.n ?? 0 };
}

/** A transaction that counts what is asked of it. */
function counting(tx: Tx): { tx: Tx; statements: () => number } {
  let statements = 0;
  const counted = new Proxy(tx, {
    get: (target, key) => {
      if (key === "execute" || key === "select" || key === "insert" || key === "update") statements += 1;
      const value: unknown = Reflect.get(target, key);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return { tx: counted, statements: () => statements };
}
