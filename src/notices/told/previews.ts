import { type SQL, sql } from "drizzle-orm";
import type { entryPublished } from "@/feedback/changelog/events";
import type { creditsProposed, ideaMeantSaid } from "@/feedback/credits/events";
import { votersOf } from "@/feedback/following/people";
import type { previewStarted, previewWidened, previewWithdrawn } from "@/feedback/previews/events";
import { previewVolunteer } from "@/feedback/previews/schema";
import { ideaMove } from "@/feedback/schema";
import type { Tx } from "@/platform/database/client";
import type { Told } from "@/platform/events/reaction";
import { threadFollowers } from "@/posts/reading/facts";
import { conversation } from "@/posts/schema";
import type { ConversationId } from "@/posts/shape";
import { notice } from "../schema";
import { bundleOf, tell } from "../tell";

const volunteers = (id: ConversationId) => sql`select ${previewVolunteer.personId} as person_id from ${previewVolunteer}
  where ${previewVolunteer.ideaId} = ${id}::uuid`;

/** The people of one cohort. */
function cohort(audience: string, name: string): SQL {
  return sql`select m.id as person_id from person m where m.state = 'active' and case ${audience}
    when 'department' then m.department = ${name} when 'site' then m.site = ${name}
    when 'group' then ${name} = any(m.groups) else false end`;
}

/** Those who would try it hear that it began, and a cohort that it is theirs to try. */
export async function tellStarted(tx: Tx, told: Told<typeof previewStarted.shape>): Promise<void> {
  const id = told.subjectId as ConversationId;
  const { audience, name } = told.payload;
  await tell(tx, { bundle: "preview", conversationId: id, commentId: null, actorId: told.actorId, at: told.at }, [
    { why: "preview-widened", people: cohort(audience, name) },
    { why: "preview-started", people: volunteers(id) },
  ]);
}

/** Those for whom it was opened hear of it; when that is everybody, those who asked. */
export async function tellWidened(tx: Tx, told: Told<typeof previewWidened.shape>): Promise<void> {
  const id = told.subjectId as ConversationId;
  const { audience, name } = told.payload;
  const isForAll = audience === "voters" || audience === "everybody";
  const people = isForAll ? votersOf(id) : cohort(audience, name);
  await tell(tx, { bundle: "preview", conversationId: id, commentId: null, actorId: told.actorId, at: told.at }, [
    { why: "preview-widened", people },
  ]);
}

/** Those who had it, and did not leave it themselves, hear that it was taken back, and why. */
export async function tellWithdrawn(tx: Tx, told: Told<typeof previewWithdrawn.shape>): Promise<void> {
  const id = told.subjectId as ConversationId;
  const people = sql`select had.person_id from (${volunteers(id)}
      union select v.person_id from ${votersOf(id)} v
        where exists (select 1 from preview w where w.idea_id = ${id}::uuid and w.voters)
      union select m.id from preview_step s join person m on m.state = 'active' and (
          (s.audience = 'department' and m.department = s.name) or (s.audience = 'site' and m.site = s.name)
          or (s.audience = 'group' and s.name = any(m.groups)))
        where s.idea_id = ${id}::uuid) had
    where not exists (select 1 from feature_choice c join preview w on w.feature = c.feature
      where w.idea_id = ${id}::uuid and c.person_id = had.person_id and c.choice = 'out')`;
  await tell(tx, { bundle: "preview", conversationId: id, commentId: null, actorId: told.actorId, at: told.at }, [
    { why: "preview-withdrawn", people },
  ]);
}

/** Whoever is credited is asked how they want to be told of, before anything shows. */
export async function tellCredited(tx: Tx, told: Told<typeof creditsProposed.shape>): Promise<void> {
  const id = told.subjectId as ConversationId;
  const ids = `{${told.payload.personIds.join(",")}}`;
  await tell(tx, { bundle: "credit", conversationId: id, commentId: null, actorId: told.actorId, at: told.at }, [
    { why: "credit-asked", people: sql`select unnest(${ids}::uuid[]) as person_id` },
  ]);
}

/** Whoever shipped it hears that it is not what its author meant. */
export async function tellMeant(tx: Tx, told: Told<typeof ideaMeantSaid.shape>): Promise<void> {
  if (told.payload.meant) return;
  const id = told.subjectId as ConversationId;
  const shipper = sql`(select ${ideaMove.movedBy} as person_id from ${ideaMove}
    where ${ideaMove.ideaId} = ${id}::uuid and ${ideaMove.toStatus} = 'shipped'
    order by ${ideaMove.movedAt} desc, ${ideaMove.id} desc limit 1)`;
  await tell(tx, { bundle: "idea", conversationId: id, commentId: null, actorId: told.actorId, at: told.at }, [
    { why: "not-meant", people: shipper },
  ]);
}

/**
 * An entry reaches the voters and followers of its ideas once, whichever of them they voted for, and not at all whoever
 * heard of it by the answer that shipped the idea.
 */
export async function tellEntry(tx: Tx, told: Told<typeof entryPublished.shape>): Promise<void> {
  const { ideaIds } = told.payload;
  const entries = `{${ideaIds.map((id) => bundleOf({ bundle: "entry", conversationId: id, commentId: null })).join(",")}}`;
  for (const id of ideaIds) {
    const people = sql`select those.person_id from (select v.person_id from ${votersOf(id)} v
        union select ${conversation.authorId} from ${conversation} where ${conversation.id} = ${id}::uuid
        union select f.person_id from ${threadFollowers(id)} f where f.follow = 'everything') those
      where not exists (select 1 from ${notice} n where n.person_id = those.person_id and (
        (n.bundle = ${`idea:${id}`} and n.last_at >= (select max(m.moved_at) from idea_move m
          where m.idea_id = ${id}::uuid and m.to_status = 'shipped'))
        or (n.bundle = any(${entries}::text[]) and n.last_at >= ${told.at.toISOString()}::timestamptz)))`;
    await tell(tx, { bundle: "entry", conversationId: id, commentId: null, actorId: told.actorId, at: told.at }, [
      { why: "entry-told", people },
    ]);
  }
}
