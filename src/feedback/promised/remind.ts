import { sql } from "drizzle-orm";
import { daysAfter, now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { record } from "@/platform/events/event";
import type { Id } from "@/platform/ids";
import { promiseFallsDue } from "../events";
import { promiseReminder } from "./schema";
import { REMIND_DAYS } from "./shape";
import { dayAt, standingPromises } from "./standing";

type Due = { move_id: Id<"idea-move">; idea_id: Id<"conversation">; moved_by: Id<"person">; kind: "due" | "late" };

/** Reminds those who promised something: five days before its day, and once when it has passed. Each once. */
export async function remindPromisers(tx: Tx): Promise<void> {
  const at = now();
  const soon = dayAt(daysAfter(at, REMIND_DAYS));
  const rows: Iterable<Due> = await tx.execute<Due>(sql`
    with falling as (
      select standing.*, case when standing.promised_for < ${dayAt(at)}::date then 'late' else 'due' end as kind
      from ${standingPromises(at)} standing where standing.promised_for <= ${soon}::date
    ), told as (
      insert into ${promiseReminder} (move_id, kind, reminded_at)
      select move_id, kind, ${at.toISOString()}::timestamptz from falling on conflict do nothing
      returning move_id, kind
    )
    select falling.* from falling join told using (move_id, kind) order by falling.promised_for, falling.move_id`);
  for (const { idea_id, moved_by, kind } of rows)
    await record({ tx, actor: null, requestId: "night" }, promiseFallsDue, idea_id, { personId: moved_by, kind });
}
