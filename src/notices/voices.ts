import { sql } from "drizzle-orm";
import { reaction } from "@/posts/marks/schema";
import { comment } from "@/posts/schema";
import { notice } from "./schema";

/** Looks at this many new comments or kind signs at most, to say whose they are. */
const VOICES_FROM = sql.raw("100");

/** The new comments of a notice of talk. What an idea or an answer is told by stands in no comment. */
const SAID = sql`select ${comment.authorId} as author_id, ${comment.createdAt} as at from ${comment}
  where ${notice.kind} not in ('reaction', 'accepted') and ${notice.commentId} is not null
    and ${comment.conversationId} = ${notice.conversationId} and ${comment.createdAt} >= ${notice.since}
    and ${comment.removedAt} is null and ${comment.authorId} <> ${notice.personId}
  order by ${comment.createdAt} desc limit ${VOICES_FROM}`;

/** The new kind signs on the opening that a notice tells of, and on the comment; two, because each has its own index. */
const ON_OPENING = sql`select ${reaction.personId}, ${reaction.reactedAt} from ${reaction}
  where ${notice.kind} = 'reaction' and ${notice.commentId} is null and ${reaction.commentId} is null
    and ${reaction.conversationId} = ${notice.conversationId} and ${reaction.reactedAt} >= ${notice.since}
    and ${reaction.personId} <> ${notice.personId}
  order by ${reaction.reactedAt} desc limit ${VOICES_FROM}`;
const ON_COMMENT = sql`select ${reaction.personId}, ${reaction.reactedAt} from ${reaction}
  where ${notice.kind} = 'reaction' and ${reaction.commentId} = ${notice.commentId}
    and ${reaction.reactedAt} >= ${notice.since} and ${reaction.personId} <> ${notice.personId}
  order by ${reaction.reactedAt} desc limit ${VOICES_FROM}`;

/** Who wrote the new comments of a notice or gave its new signs, the latest first; null where that is one actor's deed. */
export const VOICES = sql`
  select jsonb_agg(jsonb_build_object('id', v.id, 'name', v.name) order by v.latest desc) as voices from (
    select a.id, a.display_name as name, max(c.at) as latest
    from ((${SAID}) union all (${ON_OPENING}) union all (${ON_COMMENT})) c
    join person a on a.id = c.author_id group by a.id) v`;
