import { type SQL, sql } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import type { ConversationId } from "@/posts/shape";
import { familyOf } from "../merging/family";

type IdeaRef = SQL | ConversationId;

/** Whose idea it is and who wrote it down, of an idea and its doubles: rows of `person_id`. */
export function authorsOf(idea: IdeaRef): SQL {
  return sql`(select c.author_id as person_id from ${familyOf(idea)} f join conversation c on c.id = f.id
    union select i.recorded_by from ${familyOf(idea)} f join idea i on i.id = f.id where i.recorded_by is not null)`;
}

/** Who voted for an idea or one of its doubles: rows of `person_id`. */
export function votersOf(idea: IdeaRef): SQL {
  return sql`(select distinct v.person_id from ${familyOf(idea)} f join idea_vote v on v.idea_id = f.id)`;
}

/** Who wrote below an idea or one of its doubles, and who follows it by hand: rows of `person_id`. */
export function listenersOf(idea: IdeaRef): SQL {
  return sql`(select c.author_id as person_id from ${familyOf(idea)} f join comment c on c.conversation_id = f.id
      where c.removed_at is null
    union select w.person_id from ${familyOf(idea)} f join idea_follow w on w.idea_id = f.id where w.status)`;
}

/** Everybody who has to do with an idea or one of its doubles: rows of `person_id`. */
export function peopleOf(idea: IdeaRef): SQL {
  return sql`(select person_id from ${authorsOf(idea)} a union select person_id from ${votersOf(idea)} b
    union select person_id from ${listenersOf(idea)} c)`;
}

/**
 * Whether somebody wants to hear where an idea stands, as far as they said so: their latest word about it, of the idea
 * itself before that of a double. Without one, whoever wants to hear nothing of the conversation hears nothing of this.
 */
export function wantsStatus(idea: IdeaRef, who: SQL | PersonId): SQL<boolean> {
  return sql<boolean>`coalesce(${chosenStatus(idea, who)}, not exists (select 1 from reading r
    where r.conversation_id = ${idea}::uuid and r.person_id = ${who}::uuid and r.follow in ('nothing', 'mentions')))`;
}

/** Somebody's own word about hearing where an idea stands; null without one. */
export function chosenStatus(idea: IdeaRef, who: SQL | PersonId): SQL<boolean | null> {
  return sql<boolean | null>`(select w.status from ${familyOf(idea)} f
    join idea_follow w on w.idea_id = f.id and w.person_id = ${who}::uuid
    order by f.merged_at is not null, w.chosen_at desc limit 1)`;
}
