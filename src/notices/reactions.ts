import { sql } from "drizzle-orm";
import { ideaMoved } from "@/feedback/events";
import { idea, vote } from "@/feedback/schema";
import type { PersonId } from "@/members/shape";
import type { Tx } from "@/platform/database/client";
import { type Reaction, reaction, type Told } from "@/platform/events/reaction";
import { commentAdded, postPublished } from "@/posts/events";
import { comment, conversation } from "@/posts/schema";
import type { CommentId, ConversationId } from "@/posts/shape";
import { spaceMember } from "@/spaces/schema";
import { tell } from "./tell";

/** A new thread reaches those who have a place in its space. */
async function tellPost(tx: Tx, { subjectId, payload, actorId, at }: Told<typeof postPublished.shape>): Promise<void> {
  const conversationId = subjectId as ConversationId;
  const members = sql`select ${spaceMember.personId} as person_id from ${spaceMember}
    where ${spaceMember.spaceId} = ${payload.spaceId}::uuid`;
  await tell(tx, { bundle: "talk", conversationId, commentId: null, actorId, at }, [
    { why: "space-thread", people: members },
  ]);
}

/** A comment reaches whoever opened the conversation, whom it answers, and those who wrote in it. */
async function tellComment(
  tx: Tx,
  { subjectId, payload, actorId, at }: Told<typeof commentAdded.shape>,
): Promise<void> {
  const { conversationId } = payload;
  const opener = sql`select ${conversation.authorId} as person_id from ${conversation}
    where ${conversation.id} = ${conversationId}::uuid`;
  const answered = sql`select parent.author_id as person_id from ${comment}
    join ${comment} parent on parent.id = ${comment.parentId} where ${comment.id} = ${subjectId}::uuid`;
  const voices = sql`select distinct ${comment.authorId} as person_id from ${comment}
    where ${comment.conversationId} = ${conversationId}::uuid and ${comment.removedAt} is null`;
  const told = { bundle: "talk", conversationId, commentId: subjectId as CommentId, actorId, at } as const;
  await tell(tx, told, [
    { why: "opened", people: opener },
    { why: "replied", people: answered },
    { why: "wrote", people: voices },
  ]);
}

/** An answer of the team reaches whose idea it is, who wrote it down, and those who voted for it. */
async function tellMove(tx: Tx, { subjectId, actorId, at }: Told<typeof ideaMoved.shape>): Promise<void> {
  const conversationId = subjectId as ConversationId;
  const author = sql`select ${conversation.authorId} as person_id from ${conversation}
    where ${conversation.id} = ${subjectId}::uuid
    union all select ${idea.recordedBy} from ${idea} where ${idea.id} = ${subjectId}::uuid`;
  const voters = sql`select ${vote.personId} as person_id from ${vote} where ${vote.ideaId} = ${subjectId}::uuid`;
  await tell(tx, { bundle: "idea", conversationId, commentId: null, actorId: actorId as PersonId | null, at }, [
    { why: "own-idea", people: author },
    { why: "voted", people: voters },
  ]);
}

/** What reaches people when something happened. */
export const noticeReactions: readonly Reaction[] = [
  reaction("notices.post", postPublished, tellPost),
  reaction("notices.comment", commentAdded, tellComment),
  reaction("notices.idea", ideaMoved, tellMove),
];
