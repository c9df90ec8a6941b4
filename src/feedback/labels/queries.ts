import { type SQL, sql } from "drizzle-orm";
import { board, boardLabel, idea } from "../schema";
import type { LabelKind } from "../shape";
import type { LabelView } from "../views";

/** The categories or the tags of a board, by name, as a column of `board`. */
export function labelsOf(kind: LabelKind): SQL<LabelView[]> {
  return sql<LabelView[]>`(select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'name', l.name)
      order by lower(l.name)), '[]')
    from board_label l where l.board_id = ${board}.id and l.kind = ${kind})`;
}

/** The category of an idea, as a column of a query that joins it. */
export const categoryOf: SQL<LabelView | null> = sql<LabelView | null>`(select jsonb_build_object('id', ${boardLabel.id},
  'name', ${boardLabel.name}) from ${boardLabel} where ${boardLabel.id} = ${idea.categoryId})`;

/** The tags of an idea, by name, as a column of `idea`. */
export const tagsOf: SQL<LabelView[]> = sql<LabelView[]>`(select coalesce(jsonb_agg(jsonb_build_object('id', l.id,
    'name', l.name) order by lower(l.name)), '[]')
  from idea_tag t join board_label l on l.id = t.label_id where t.idea_id = ${idea.id})`;
