import { sql } from "drizzle-orm";
import { now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { SECOND } from "@/platform/durations";
import type { Id } from "@/platform/ids";
import { announcePeople } from "./announce";
import type { Topic } from "./topic";

/** Somebody who has a conversation open. */
export type Present = { readonly topic: Topic; readonly personId: Id<"person"> };

/** Whoever was not seen for this long has gone, or their process has. */
export const PRESENT_MS = 60 * SECOND;

type TopicRow = { topic: Topic };

function rows(present: readonly Present[]) {
  return JSON.stringify(present.map(({ topic, personId }) => ({ topic, person_id: personId })));
}

/** Writes down who is here, by this process; tells the others of those who came. */
export async function arrive(tx: Tx, process: string, present: readonly Present[]): Promise<void> {
  if (present.length === 0) return;
  const came: Iterable<TopicRow & { fresh: boolean }> = await tx.execute<TopicRow & { fresh: boolean }>(sql`
    insert into presence (topic, person_id, process, seen_at)
    select distinct topic, person_id, ${process}::uuid, ${now().toISOString()}::timestamptz
    from jsonb_to_recordset(${rows(present)}::text::jsonb) as x(topic text, person_id uuid)
    on conflict (topic, person_id, process) do update set seen_at = excluded.seen_at
    returning topic, xmax = 0 as fresh`);
  await tellOf(
    tx,
    [...came].filter((row) => row.fresh),
  );
}

/** Takes back that somebody is here. */
export async function depart(tx: Tx, process: string, present: readonly Present[]): Promise<void> {
  if (present.length === 0) return;
  const gone: Iterable<TopicRow> = await tx.execute<TopicRow>(sql`
    delete from presence p using jsonb_to_recordset(${rows(present)}::text::jsonb) as x(topic text, person_id uuid)
    where p.topic = x.topic and p.person_id = x.person_id and p.process = ${process}::uuid
    returning p.topic`);
  await tellOf(tx, [...gone]);
}

/** Forgets whoever a process that was killed has left behind. */
export async function sweepPresence(tx: Tx): Promise<void> {
  const stale = new Date(now().getTime() - PRESENT_MS).toISOString();
  const gone: Iterable<TopicRow> = await tx.execute<TopicRow>(sql`
    delete from presence where seen_at < ${stale}::timestamptz returning topic`);
  await tellOf(tx, [...gone]);
}

/** Takes everybody along who was here by this process, which ends. */
export async function departAll(tx: Tx, process: string): Promise<void> {
  const gone: Iterable<TopicRow> = await tx.execute<TopicRow>(sql`
    delete from presence where process = ${process}::uuid returning topic`);
  await tellOf(tx, [...gone]);
}

async function tellOf(tx: Tx, found: readonly TopicRow[]): Promise<void> {
  await announcePeople(tx, [...new Set(found.map(({ topic }) => topic))]);
}
