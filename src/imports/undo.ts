import { sql } from "drizzle-orm";
import type { BoardId } from "@/feedback/shape";
import type { Tx } from "@/platform/database/client";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import type { SpaceId } from "@/spaces/shape";
import { importUndone } from "./events";
import { undoIdeas } from "./ideas/undo";
import type { ImportRunId, ImportState } from "./shape";
import { count, removePeople } from "./undo-people";

export type UndoReport = { run: ImportRunId; threads: number; comments: number; people: number };

type Run = { spaceId: SpaceId | null; boardId: BoardId | null; state: ImportState; lockedNow: boolean };

const LOCK = 0x6d626f78;

/**
 * Takes away exactly what a run brought: its conversations, comments, people and what it remembered.
 * @throws Refusal `not-found` for an unknown run or one that was undone already; `conflict` while an import works in the
 *   space, or when somebody has answered what came in, signed in as one of its people, or holds on to one
 */
export async function undoImport(tx: Tx, id: ImportRunId): Promise<UndoReport> {
  const [run] = await tx.execute<Run>(sql`
    select space_id as "spaceId", board_id as "boardId", state, pg_try_advisory_xact_lock(${LOCK}, 0) as "lockedNow"
    from import_run where id = ${id} for update`);
  if (run === undefined || run.state === "undone") throw new Refusal("not-found");
  if (!run.lockedNow) throw new Refusal("conflict", "importRunning");
  if (run.boardId !== null) return { run: id, ...(await undoIdeas(tx, id, run.boardId)) };
  if (run.spaceId === null) throw new Refusal("not-found");
  const answers = await answersToRun(tx, id);
  const claimed = await count(
    tx,
    sql`
    import_person i join person p on p.id = i.person_id where i.run_id = ${id} and p.claimed_at is not null`,
  );
  if (answers + claimed > 0) throw new Refusal("conflict", "undoBlocked", { answers, claimed, held: 0 });
  const report = await removeMessages(tx, id, run.spaceId);
  const people = await removePeople(tx, id);
  await tx.execute(sql`update import_run set state = 'undone' where id = ${id}`);
  const counts = { ...report, people };
  await record({ tx, actor: null, requestId: "" }, importUndone, id, { spaceId: run.spaceId, ...counts });
  return { run: id, ...counts };
}

/** Comments that stand on what the run brought and did not come with it. */
function answersToRun(tx: Tx, id: ImportRunId): Promise<number> {
  return count(
    tx,
    sql`
    comment c
    where not exists (select from import_message m where m.comment_id = c.id and m.run_id = ${id})
      and (
        c.conversation_id in (
          select m.conversation_id from import_message m where m.run_id = ${id} and m.is_opening)
        or c.parent_id in (select m.comment_id from import_message m where m.run_id = ${id})
      )`,
  );
}

async function removeMessages(tx: Tx, id: ImportRunId, space: SpaceId) {
  const comments = await tx.execute<{ id: string }>(sql`
    with gone as (
      delete from comment where id in (select comment_id from import_message where run_id = ${id})
      returning id, conversation_id
    ), recounted as (
      update conversation c set comment_count = c.comment_count - g.answers
      from (select conversation_id, count(*) as answers from gone group by conversation_id) g
      where g.conversation_id = c.id
    )
    select conversation_id as id from gone`);
  const touched = [...new Set(comments.map((row) => row.id))];
  await tx.execute(sql`
    with latest as (
      select c.id, greatest(c.created_at, max(r.created_at)) as at
      from conversation c left join comment r on r.conversation_id = c.id
      where c.id = any(${sql.param(touched)}::uuid[]) group by c.id
    ), talked as (
      update conversation c set last_activity_at = latest.at from latest where latest.id = c.id
      returning c.id, c.last_activity_at
    )
    update post set last_activity_at = talked.last_activity_at from talked where talked.id = post.id`);
  const threads = await tx.execute(sql`
    delete from conversation
    where id in (select conversation_id from import_message where run_id = ${id} and is_opening)
    returning id`);
  await tx.execute(sql`
    update space set post_count = post_count - ${threads.length}, last_post_at = (
      select max(c.created_at) from post join conversation c on c.id = post.id where post.space_id = ${space})
    where id = ${space}`);
  await tx.execute(sql`delete from import_message where run_id = ${id}`);
  return { threads: threads.length, comments: comments.length };
}
