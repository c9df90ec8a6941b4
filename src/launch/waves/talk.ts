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

/** Who answered whom when, as rows `who`, `whom`, `at`; for a `from`, with a bound on `at` beside it. */
export const answers: SQL = sql`(select ${comment.authorId} as who,
    coalesce(parent.author_id, ${conversation.authorId}) as whom, ${comment.createdAt} as at
  from ${comment}
  join ${conversation} on ${conversation.id} = ${comment.conversationId}
  left join ${comment} parent on parent.id = ${comment.parentId}
  where ${comment.removedAt} is null and ${forAll})`;

/** From when on and until before when; without an end for all that came since. */
type Span = { readonly from: SQL; readonly until?: SQL };

/**
 * Who answered one person when, as rows `who`, `at`; for a `from`. It begins with what that person wrote, so that what
 * others say to each other is not walked through.
 */
export function answersTo(whom: SQL, { from, until }: Span): SQL {
  const counts = sql`${comment.removedAt} is null and ${comment.createdAt} >= ${from} and ${forAll}
    ${until === undefined ? sql`` : sql`and ${comment.createdAt} < ${until}`}`;
  return sql`(select ${comment.authorId} as who, ${comment.createdAt} as at
    from ${conversation} join ${comment} on ${comment.conversationId} = ${conversation.id} and ${comment.parentId} is null
    where ${conversation.authorId} = ${whom} and ${counts}
    union all select ${comment.authorId}, ${comment.createdAt}
    from ${comment} own join ${comment} on ${comment.parentId} = own.id
    join ${conversation} on ${conversation.id} = ${comment.conversationId}
    where own.author_id = ${whom} and ${counts})`;
}

/** Whom one person answered, as rows `whom`; for a `from`. */
export function answersBy(who: SQL, { from }: Pick<Span, "from">): SQL {
  return sql`(select coalesce(parent.author_id, ${conversation.authorId}) as whom
    from ${comment} join ${conversation} on ${conversation.id} = ${comment.conversationId}
    left join ${comment} parent on parent.id = ${comment.parentId}
    where ${comment.authorId} = ${who} and ${comment.removedAt} is null and ${comment.createdAt} >= ${from} and ${forAll})`;
}
