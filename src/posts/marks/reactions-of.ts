import { type SQL, sql } from "drizzle-orm";
import type { Viewer } from "@/platform/access/viewer";
import { comment, conversation } from "../schema";
import { REACTION_KINDS, REACTION_NAMES_MAX, type ReactionCounts } from "./shape";
import type { ReactionView } from "./views";

/** What a query gives of the reactions to one thing; null where nobody reacted, which costs no look at them. */
export type ReactionRow = {
  readonly counts: ReactionCounts;
  readonly mine: readonly string[];
  readonly names: Readonly<Record<string, readonly string[]>>;
} | null;

function gathered(counts: SQL, on: SQL, viewer: Viewer): SQL<ReactionRow> {
  return sql<ReactionRow>`case when ${counts} = '{}'::jsonb then null else jsonb_build_object(
    'counts', ${counts},
    'mine', (select coalesce(jsonb_agg(r.kind), '[]'::jsonb) from reaction r where ${on} and r.person_id = ${viewer.id}),
    'names', (select jsonb_object_agg(way.kind, array(
        select n.display_name from reaction r join person n on n.id = r.person_id
        where ${on} and r.kind = way.kind and r.person_id <> ${viewer.id}
        order by r.person_id limit ${REACTION_NAMES_MAX}))
      from jsonb_object_keys(${counts}) as way(kind))) end`;
}

/** The reactions to what opened a conversation, as one column of a query on `conversation`. */
export function reactionsToOpening(viewer: Viewer): SQL<ReactionRow> {
  const on = sql`r.conversation_id = ${conversation.id} and r.comment_id is null`;
  return gathered(sql`${conversation.reactionCounts}`, on, viewer);
}

/** The reactions to a comment, as one column of a query on `comment`. */
export function reactionsToComment(viewer: Viewer): SQL<ReactionRow> {
  return gathered(sql`${comment.reactionCounts}`, sql`r.comment_id = ${comment.id}`, viewer);
}

/** Such a column as a view, in the order of the kinds. */
export function asReactions(row: ReactionRow): ReactionView[] {
  if (row === null) return [];
  return REACTION_KINDS.flatMap((kind) => {
    const count = row.counts[kind] ?? 0;
    if (count === 0) return [];
    return [{ kind, count, mine: row.mine.includes(kind), names: [...(row.names[kind] ?? [])] }];
  });
}
