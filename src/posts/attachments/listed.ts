import { type SQL, sql } from "drizzle-orm";
import type { FileCard } from "@/members/files/views";
import { comment, conversation } from "../schema";

/** What stands below the words that the query reads, in order: a column of it, so that lists ask once. */
function listed(where: SQL): SQL<FileCard[]> {
  return sql<FileCard[]>`coalesce((
    select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'kind', f.kind, 'type', f.type, 'size', f.size,
      'width', f.width, 'height', f.height, 'hasSmall', f.has_small) order by a.place)
    from attachment a join file f on f.id = a.file_id where a.listed and ${where}), '[]'::jsonb)`;
}

/** The files below what opened the conversation at hand. */
export const filesBelowOpening = listed(sql`a.conversation_id = ${conversation.id} and a.comment_id is null`);

/** The files below the comment at hand; with its words they are gone. */
export const filesBelowComment = listed(
  sql`a.conversation_id = ${comment.conversationId} and a.comment_id = ${comment.id} and ${comment.removedAt} is null`,
);
