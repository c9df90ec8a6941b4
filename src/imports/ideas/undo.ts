import { sql } from "drizzle-orm";
import type { BoardId } from "@/feedback/shape";
import type { Tx } from "@/platform/database/client";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { ideasUndone } from "../events";
import type { ImportRunId } from "../shape";
import { count, removePeople } from "../undo-people";

/**
 * Takes away exactly what a run brought into a board: its ideas with their votes and answers, and its people.
 * @throws Refusal `conflict` when somebody has commented on one of them, voted for it, answered it, merged it or moved it
 *   since, or signed in as one of its people
 */
export async function undoIdeas(
  tx: Tx,
  id: ImportRunId,
  board: BoardId,
): Promise<{ threads: number; comments: number; people: number }> {
  const answers = await sinceThen(tx, id);
  const claimed = await count(
    tx,
    sql`import_person i join person p on p.id = i.person_id where i.run_id = ${id} and p.claimed_at is not null`,
  );
  if (answers + claimed > 0) throw new Refusal("conflict", "undoBlocked", { answers, claimed, held: 0 });
  const visible = await count(
    tx,
    sql`import_idea i join idea on idea.id = i.idea_id where i.run_id = ${id} and idea.removed_at is null`,
  );
  const gone = await tx.execute(sql`
    delete from conversation where id in (select idea_id from import_idea where run_id = ${id}) returning id`);
  await tx.execute(sql`update board set idea_count = idea_count - ${visible} where id = ${board}`);
  await tx.execute(sql`delete from import_idea where run_id = ${id}`);
  const people = await removePeople(tx, id);
  await tx.execute(sql`update import_run set state = 'undone' where id = ${id}`);
  const told = { boardId: board, ideas: gone.length, people };
  await record({ tx, actor: null, requestId: "" }, ideasUndone, id, told);
  return { threads: gone.length, comments: 0, people };
}

/**
 * How many ideas of a run people of this place have done something with: comments, votes and answers that did not come
 * with it, and merges and moves. A double is counted on no board, a moved idea on another one, and what was merged into an
 * idea cannot stand without it.
 */
function sinceThen(tx: Tx, id: ImportRunId): Promise<number> {
  return count(
    tx,
    sql`import_idea i join idea here on here.id = i.idea_id
      where i.run_id = ${id} and (
        here.board_id <> i.board_id or here.merged_into is not null
        or exists (select from idea d where d.merged_into = i.idea_id)
        or exists (select from idea_transfer t where t.idea_id = i.idea_id)
        or exists (select from comment r where r.conversation_id = i.idea_id)
        or (select count(*) from idea_vote v where v.idea_id = i.idea_id) <> i.votes
        or (select count(*) from idea_move m where m.idea_id = i.idea_id) <> i.moves)`,
  );
}
