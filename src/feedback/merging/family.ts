import { type SQL, sql } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import type { ConversationId } from "@/posts/shape";

type IdeaRef = SQL | ConversationId;

/**
 * An idea and what was merged into it, as rows of `id` and `merged_at`; the idea itself first, with null. Of one that was
 * merged elsewhere, and of one without doubles, it is the idea alone. What was removed is not part of it.
 */
export function familyOf(idea: IdeaRef): SQL {
  return sql`(select ${idea}::uuid as id, null::timestamptz as merged_at
    union all select double.id, double.merged_at from idea double
      where double.merged_into = ${idea}::uuid and double.removed_at is null)`;
}

/** The ids of all conversations that are read together with one, itself included, from whichever of them one comes. */
export function wholeFamily(conversation: IdeaRef): SQL {
  const head = sql`coalesce((select i.merged_into from idea i where i.id = ${conversation}::uuid), ${conversation}::uuid)`;
  return sql`(select ${head} as id union all select double.id from idea double
    where double.merged_into = ${head} and double.removed_at is null)`;
}

/** The strongest need last. */
const STRENGTH = sql`array_position(array['like', 'need', 'blocked'], v.need)`;

/**
 * A row `v` of `idea_vote` of a row `f` of the family is one that counts: what somebody says of the idea itself after
 * the merge takes the place of what they had said of its double.
 */
function counts(idea: IdeaRef): SQL {
  return sql`(f.merged_at is null or not exists (select 1 from idea_vote own where own.idea_id = ${idea}::uuid
    and own.person_id = v.person_id and coalesce(own.said_at, own.voted_at) > f.merged_at))`;
}

/**
 * The voices of an idea and its doubles, everybody once with their stronger need: rows of `person_id`, `need`, `reason`,
 * `voted_at`, `department`.
 */
export function voicesOf(idea: IdeaRef): SQL {
  return sql`(select distinct on (v.person_id) v.person_id, v.need, v.reason, v.voted_at, v.department
    from ${familyOf(idea)} f join idea_vote v on v.idea_id = f.id where ${counts(idea)}
    order by v.person_id, ${STRENGTH} desc, f.merged_at nulls first)`;
}

/** One person's voice for an idea and its doubles, as rows of `need` and `reason`; at most one. */
export function voiceOf(idea: IdeaRef, who: PersonId): SQL {
  return sql`(select v.need, v.reason from ${familyOf(idea)} f
    join idea_vote v on v.idea_id = f.id and v.person_id = ${who}::uuid where ${counts(idea)}
    order by ${STRENGTH} desc, f.merged_at nulls first limit 1)`;
}

/** How many people want an idea or one of its doubles. */
export function voterCount(idea: IdeaRef): SQL<number> {
  return sql<number>`(select count(distinct v.person_id)::int
    from ${familyOf(idea)} f join idea_vote v on v.idea_id = f.id)`;
}

/** Whether somebody's voice is among those of an idea and its doubles. */
export function isAmongVoices(idea: IdeaRef, who: SQL | PersonId): SQL<boolean> {
  return sql<boolean>`exists (select 1 from ${familyOf(idea)} f
    join idea_vote v on v.idea_id = f.id where v.person_id = ${who}::uuid)`;
}

/** How many comments an idea and its doubles have. */
export function commentCountOf(idea: IdeaRef): SQL<number> {
  return sql<number>`(select coalesce(sum(c.comment_count), 0)::int
    from ${familyOf(idea)} f join conversation c on c.id = f.id)`;
}
