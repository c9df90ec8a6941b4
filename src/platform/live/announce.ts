import { lt, sql } from "drizzle-orm";
import { now } from "@/platform/clock";
import type { Reader, Tx } from "@/platform/database/client";
import { HOUR, SECOND } from "@/platform/durations";
import { type Cursor, writeCursor } from "./cursor";
import type { Signal } from "./heard";
import { liveSignal } from "./schema";
import type { Change, Topic } from "./topic";

/** The one channel of PostgreSQL's that all processes listen to. */
export const CHANNEL = "levain_live";

/** How many changes one notification carries: PostgreSQL takes 8,000 bytes, and a change needs about fifty. */
const BATCH = 100;

/** How long changes are kept for those who come back. Whoever was away for half of it reads everything anew. */
const KEPT_MS = 2 * HOUR;
const RESUMABLE_SECONDS = KEPT_MS / 2 / SECOND;

/** More than this and whoever comes back reads everything anew. */
export const SIGNALS_MAX = 100;

/** Where a listener stands who has heard of everything that ended before this statement. */
const horizon = sql`pg_snapshot_xmin(pg_current_snapshot())`;

/**
 * Tells every process, when the caller's transaction commits and not otherwise, that something changed. What leaves is
 * the name of the thing alone, and what kind of change it was.
 */
export async function announce(tx: Tx, changes: readonly Change[]): Promise<void> {
  const marks = [...new Set(changes.map(({ topic, news }) => `${news ? "+" : "~"}${topic}`))];
  for (let start = 0; start < marks.length; start += BATCH) await send(tx, marks.slice(start, start + BATCH));
}

async function send(tx: Tx, marks: readonly string[]): Promise<void> {
  const at = now();
  await tx.execute(sql`
    with said as (select ${marks.join(" ")}::text as marks),
    kept as (
      insert into live_signal (topic, news, at)
      select substr(mark, 2), left(mark, 1) = '+', ${at.toISOString()}::timestamptz
      from said, regexp_split_to_table(marks, ' ') mark
    )
    select pg_notify(${CHANNEL}, concat_ws(' ', ${horizon}, pg_current_xact_id(), ${seconds(at)}::text, marks))
    from said`);
}

/** Tells every process that people came or went. Nothing is kept of it: who is there is asked for anyway. */
export async function announcePeople(db: Reader, topics: readonly Topic[]): Promise<void> {
  for (let start = 0; start < topics.length; start += BATCH) {
    const marks = topics.slice(start, start + BATCH).map((topic) => `?${topic}`);
    await pulse(db, marks.join(" "));
  }
}

/** Says nothing, to every process: whoever hears it knows that its connection lives, and up to where it has heard. */
export async function pulse(db: Reader, marks: string | null = null): Promise<void> {
  await db.execute(sql`select pg_notify(${CHANNEL},
    concat_ws(' ', ${horizon}, '0', ${seconds(now())}::text, ${marks}::text))`);
}

function seconds(at: Date): string {
  return String(Math.floor(at.getTime() / SECOND));
}

/** What a page that is drawn now has seen: as a column, so that the page need not ask for it by itself. */
export const seenUpTo = sql<string>`${horizon}::text`;

/** The cursor of a page that was drawn at that horizon. */
export function cursorOf(seen: string): string {
  return writeCursor({ below: BigInt(seen), at: Number(seconds(now())) });
}

/**
 * What was announced of these topics since somebody last heard. Null when that cannot be told any more: it is too long
 * ago, too much, or the database is another one (a backup was put back); then everything is to be read anew.
 */
export async function signalsSince(
  db: Reader,
  topics: readonly Topic[],
  { below, at }: Cursor,
): Promise<Signal[] | null> {
  if (now().getTime() / SECOND - at > RESUMABLE_SECONDS) return null;
  const rows: Iterable<{ topic: Topic; news: boolean; xact: string; ahead: boolean }> = await db.execute(sql`
    with known as (select ${below.toString()}::xid8 > pg_snapshot_xmax(pg_current_snapshot()) as ahead)
    select distinct s.topic, s.news, s.xact::text as xact, known.ahead
    from known left join live_signal s on not known.ahead
      and s.topic = any(string_to_array(${topics.join(" ")}, ' ')) and s.xact >= ${below.toString()}::xid8
    limit ${SIGNALS_MAX + 1}`);
  const found = [...rows];
  if (found.length > SIGNALS_MAX || found.some((row) => row.ahead)) return null;
  return found.flatMap(({ topic, news, xact }) => (topic === null ? [] : [{ topic, news, xact }]));
}

/** Forgets what nobody may come back for any more. */
export async function sweepSignals(tx: Tx): Promise<void> {
  await tx.delete(liveSignal).where(lt(liveSignal.at, new Date(now().getTime() - KEPT_MS)));
}
