import { type SQL, sql } from "drizzle-orm";
import { person, personRole } from "@/members/schema";
import { conversation, post } from "@/posts/schema";
import { type Launch, readersOfSpace } from "@/spaces/policy";
import { space, spaceMember } from "@/spaces/schema";
import { admittedAt } from "@/stages/admitted";
import { cohortsOfPerson } from "@/stages/cohorts";
import { reached, STAGES } from "@/stages/shape";
import { lets } from "./policy";
import { board, idea } from "./schema";

/** Who sees a board, as a condition on `person` and `board`: the person's side of `canSeeBoard`. */
function readersOfBoard({ stage, audience }: Launch, at: Date): SQL {
  const open = STAGES.filter((one) => reached(stage, one)).map((one) => sql`${one}`);
  return sql`(${admittedAt(stage, audience, at)} and (exists (select 1 from ${personRole}
      where ${personRole.personId} = ${person.id} and ${personRole.until} is null)
    or (${board.opensAt} in (${sql.join(open, sql`, `)}) and ${lets("view", cohortsOfPerson)})))`;
}

/** Who may open a conversation now, as a condition on `person` and `conversation`. */
export function readersOfConversation(launch: Launch, at: Date): SQL<boolean> {
  return sql<boolean>`case ${conversation.kind}
    when 'post' then exists (select 1 from ${post} join ${space} on ${space.id} = ${post.spaceId}
      where ${post.id} = ${conversation.id} and ${post.removedAt} is null and ${readersOfSpace(launch, at)})
    else exists (select 1 from ${idea} join ${board} on ${board.id} = ${idea.boardId}
      where ${idea.id} = ${conversation.id} and ${idea.removedAt} is null and ${readersOfBoard(launch, at)}) end`;
}

/**
 * Who may be sent a conversation by mail: whoever may open it, and those who are not inside yet and were given a place
 * in its space, because they take part by mail from the first stage on. Whoever is inside waits for a space to open.
 */
export function readersByMail(launch: Launch, at: Date): SQL<boolean> {
  const outside = sql`(${person.state} = 'active' and not ${admittedAt(launch.stage, launch.audience, at)})`;
  return sql<boolean>`(${readersOfConversation(launch, at)} or (${outside} and exists (
    select 1 from ${post} join ${spaceMember} on ${spaceMember.spaceId} = ${post.spaceId}
    where ${post.id} = ${conversation.id} and ${post.removedAt} is null and ${spaceMember.personId} = ${person.id})))`;
}
