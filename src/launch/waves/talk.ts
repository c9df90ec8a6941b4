import { type SQL, sql } from "drizzle-orm";
import { board, idea } from "@/feedback/schema";
import { comment, conversation, post } from "@/posts/schema";
import { space } from "@/spaces/schema";

/**
 * Talk that everybody inside may read, as a condition on `conversation`. What is said in a private space counts for no
 * wave: who knows whom, and who was answered, would tell of it.
 */
const forAll = sql`(${conversation.removedAt} is null and (
  exists (select 1 from ${post} join ${space} on ${space.id} = ${post.spaceId}
    where ${post.id} = ${conversation.id} and ${space.visibility} <> 'private')
  or exists (select 1 from ${idea} join ${board} on ${board.id} = ${idea.boardId}
    where ${idea.id} = ${conversation.id} and ${board.audience} = 'members')))`;

/** Who answered whom when, as rows `who`, `whom`, `at`; for a `from`. */
export const answers: SQL = sql`(select ${comment.authorId} as who,
    coalesce(parent.author_id, ${conversation.authorId}) as whom, ${comment.createdAt} as at
  from ${comment}
  join ${conversation} on ${conversation.id} = ${comment.conversationId}
  left join ${comment} parent on parent.id = ${comment.parentId}
  where ${comment.removedAt} is null and ${forAll})`;
