import { type SQL, sql } from "drizzle-orm";
import { filesBelow } from "@/members/files/columns";
import type { FileCard } from "@/members/files/views";
import { attachment, comment, conversation } from "../schema";

/** What stands below the words that the query reads. */
function listed(where: SQL): SQL<FileCard[]> {
  return filesBelow(sql`${attachment}`, where);
}

/** The files below what opened the conversation at hand. */
export const filesBelowOpening = listed(sql`a.conversation_id = ${conversation.id} and a.comment_id is null`);

/** The files below the comment at hand; with its words they are gone. */
export const filesBelowComment = listed(
  sql`a.conversation_id = ${comment.conversationId} and a.comment_id = ${comment.id} and ${comment.removedAt} is null`,
);
