import { type SQL, sql } from "drizzle-orm";
import { boardsVisibleTo } from "@/feedback/policy";
import { board, idea } from "@/feedback/schema";
import { person, personRole } from "@/members/schema";
import type { Viewer } from "@/platform/access/viewer";
import { comment, conversation, post } from "@/posts/schema";
import { spacesReadableBy } from "@/spaces/policy";
import { space, spaceMember } from "@/spaces/schema";
import { admittedAt } from "@/stages/admitted";
import type { StageView } from "@/stages/queries";
import { reached, STAGES } from "@/stages/shape";
import { notice } from "./schema";

const onTeam = sql`exists (select 1 from ${personRole}
  where ${personRole.personId} = ${person.id} and ${personRole.until} is null)`;

function openStages({ stage }: Pick<StageView, "stage">): SQL {
  return sql.join(
    STAGES.filter((one) => reached(stage, one)).map((one) => sql`${one}`),
    sql`, `,
  );
}

/** Who reads a space, as a condition on `person` and `space`: the person's side of `canReadSpace`. */
function readersOfSpace(launch: StageView, at: Date): SQL {
  const place = (owner: SQL) => sql`exists (select 1 from ${spaceMember}
    where ${spaceMember.spaceId} = ${space.id} and ${spaceMember.personId} = ${person.id}${owner})`;
  return sql`(${admittedAt(launch.stage, launch.audience, at)}
    and (${space.opensAt} in (${openStages(launch)}) or ${onTeam} or ${place(sql` and ${spaceMember.role} = 'owner'`)})
    and (${space.visibility} = 'open' or ${place(sql``)} or (${space.visibility} = 'request' and ${onTeam})))`;
}

/** Who sees a board, as a condition on `person` and `board`: the person's side of `canSeeBoard`. */
function readersOfBoard(launch: StageView, at: Date): SQL {
  return sql`(${admittedAt(launch.stage, launch.audience, at)}
    and (${onTeam} or (${board.audience} = 'members' and ${board.opensAt} in (${openStages(launch)}))))`;
}

/**
 * Who may be told of a conversation, as a condition on `person` and `conversation`: whoever could open it now.
 * Asked before a notice is written, and again before it leaves by mail or push.
 */
export function mayBeTold(launch: StageView, at: Date): SQL {
  return sql`case ${conversation.kind}
    when 'post' then exists (select 1 from ${post} join ${space} on ${space.id} = ${post.spaceId}
      where ${post.id} = ${conversation.id} and ${post.removedAt} is null and ${readersOfSpace(launch, at)})
    else exists (select 1 from ${idea} join ${board} on ${board.id} = ${idea.boardId}
      where ${idea.id} = ${conversation.id} and ${idea.removedAt} is null and ${readersOfBoard(launch, at)}) end`;
}

/** Whether something of what a notice tells is still there, as a condition on `notice`. */
export const stillThere = sql`(${notice.commentId} is null or exists (select 1 from ${comment}
  where ${comment.conversationId} = ${notice.conversationId} and ${comment.createdAt} >= ${notice.since}
    and ${comment.removedAt} is null and ${comment.authorId} <> ${notice.personId}))`;

/** The viewer's notices of what they may see and what is still there, as a condition on `notice`. */
export function noticesVisibleTo(viewer: Viewer): SQL {
  return sql`(${notice.personId} = ${viewer.id} and ${stillThere}
    and (${notice.conversationId} is null
      or exists (select 1 from ${post} join ${space} on ${space.id} = ${post.spaceId}
        where ${post.id} = ${notice.conversationId} and ${post.removedAt} is null and ${spacesReadableBy(viewer)})
      or exists (select 1 from ${idea} join ${board} on ${board.id} = ${idea.boardId}
        where ${idea.id} = ${notice.conversationId} and ${idea.removedAt} is null and ${boardsVisibleTo(viewer)}))
    and (${notice.spaceId} is null
      or exists (select 1 from ${space} where ${space.id} = ${notice.spaceId} and ${spacesReadableBy(viewer)})))`;
}
