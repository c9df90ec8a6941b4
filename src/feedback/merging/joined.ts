import { sql } from "drizzle-orm";
import type { ConversationId } from "@/posts/shape";
import { idea } from "../schema";
import type { DoubleView, JoinedView } from "./views";

/** A moment as JSON has it. */
type Written<T extends { at: Date }> = Omit<T, "at"> & { at: string };

/**
 * Where an idea went: the one that it was merged into, by whom and when, and in which words; null for one that stands.
 * Both are on one board, so whoever sees the one sees the other; one that was removed since is not named.
 */
export const joinedTo = sql<Written<JoinedView> | null>`(select jsonb_build_object('merge', m.id, 'at', m.merged_at,
    'note', m.note, 'by', jsonb_build_object('id', host.id, 'displayName', host.display_name),
    'into', (select jsonb_build_object('id', head.id, 'title', head_words.title) from idea head
      join conversation head_words on head_words.id = head.id
      where head.id = m.into_id and head.removed_at is null))
  from idea_merge m join person host on host.id = m.merged_by
  where m.idea_id = ${idea.id} and m.undone_at is null)`;

/** What was merged into an idea, the first first. */
export const doublesOf = sql<Written<DoubleView>[]>`(select coalesce(jsonb_agg(jsonb_build_object('id', d.id,
    'merge', m.id, 'at', d.merged_at, 'votes', d.vote_count, 'title', words.title) order by d.merged_at, d.id), '[]')
  from idea d join conversation words on words.id = d.id
  join idea_merge m on m.idea_id = d.id and m.undone_at is null
  where d.merged_into = ${idea.id} and d.removed_at is null)`;

type Row = { joined: Written<JoinedView> | null; doubles: Written<DoubleView>[] };

/** Both as a view has them. */
export function asFamily({ joined, doubles }: Row): { joined: JoinedView | null; doubles: DoubleView[] } {
  return {
    joined: joined === null ? null : { ...joined, at: new Date(joined.at) },
    doubles: doubles.map((one) => ({ ...one, at: new Date(one.at) })),
  };
}

/** What of a conversation is read together with an idea. */
export function readOf(subject: { id: ConversationId; doubles: readonly DoubleView[] }) {
  return { id: subject.id, joined: subject.doubles.map(({ id }) => id) };
}
