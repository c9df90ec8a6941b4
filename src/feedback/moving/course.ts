import { type SQL, sql } from "drizzle-orm";
import { cardJson } from "@/members/queries";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import type { ConversationId } from "@/posts/shape";
import { boardsVisibleTo } from "../policy";
import { board } from "../schema";
import type { CourseStep } from "./views";

/** An idea goes through a handful of steps; what is older than this many is not shown. */
const STEPS_MAX = 100;

/** The other idea of a merge, where it is still there and the viewer sees its board. */
function otherOf(viewer: Viewer, id: SQL): SQL {
  return sql`(select jsonb_build_object('id', o.id, 'title', c.title) from idea o join conversation c on c.id = o.id
    where o.id = ${id} and o.removed_at is null
      and o.board_id in (select ${board.id} from ${board} where ${boardsVisibleTo(viewer)}))`;
}

/** The name of a board, where the viewer sees it. */
function nameOf(viewer: Viewer, id: SQL): SQL {
  return sql`coalesce((select ${board.name} from ${board} where ${board.id} = ${id} and ${boardsVisibleTo(viewer)}), '')`;
}

/** All that happened to an idea beside its words, the latest first: answers, merges and their undoing, other boards. */
export async function courseOf(db: Reader, viewer: Viewer, id: ConversationId): Promise<CourseStep[]> {
  const merge = (kind: string, self: SQL, other: SQL, undone: boolean) => sql`
    select m.id, ${undone ? sql`m.undone_at` : sql`m.merged_at`} as at, ${undone ? sql`m.undone_by` : sql`m.merged_by`} as by_id,
      ${undone ? sql`''` : sql`m.note`} as note, jsonb_build_object('kind', ${kind}::text, 'other', ${otherOf(viewer, other)}) as rest
    from idea_merge m where ${self} = ${id}::uuid ${undone ? sql`and m.undone_at is not null` : sql``}`;
  const [own, into] = [sql`m.idea_id`, sql`m.into_id`];
  const rows = await db.execute<{ step: CourseStep & { at: string } }>(sql`
    select jsonb_build_object('id', step.id, 'at', step.at, 'note', step.note, 'by', ${cardJson}) || step.rest as step
    from (
      select m.id, m.moved_at as at, m.moved_by as by_id, m.note, jsonb_build_object('kind', 'moved',
        'from', m.from_status, 'to', m.to_status, 'promisedFor', m.promised_for) as rest
      from idea_move m where m.idea_id = ${id}::uuid
      union all ${merge("merged", own, into, false)} union all ${merge("unmerged", own, into, true)}
      union all ${merge("joined", into, own, false)} union all ${merge("parted", into, own, true)}
      union all select t.id, t.moved_at, t.moved_by, '', jsonb_build_object('kind', 'transferred',
        'from', ${nameOf(viewer, sql`t.from_board`)}, 'to', ${nameOf(viewer, sql`t.to_board`)})
      from idea_transfer t where t.idea_id = ${id}::uuid
    ) step join person on person.id = step.by_id
    order by step.at desc, step.id desc limit ${STEPS_MAX}`);
  return Array.from(rows, ({ step }) => ({ ...step, at: new Date(step.at) }));
}
