import { sql } from "drizzle-orm";
import type { Viewer } from "@/platform/access/viewer";
import { conversation } from "@/posts/schema";
import { familyOf, isAmongVoices } from "../merging/family";
import { idea } from "../schema";
import { wantsStatus } from "./people";
import type { OwnFollow } from "./shape";

/**
 * What the viewer hears of an idea, and why: the strongest of what they have to do with it, in one column. Comments are
 * heard of by whoever wrote it or below it, and by whoever asked to; the recorder and the voters hear where it stands.
 */
export function followOf(viewer: Viewer) {
  const own = sql`${idea.id}`;
  const me = sql`${viewer.id}::uuid`;
  const authored = sql`exists (select 1 from ${familyOf(own)} f join conversation c on c.id = f.id
    where c.author_id = ${me})`;
  const recorded = sql`exists (select 1 from ${familyOf(own)} f join idea i on i.id = f.id where i.recorded_by = ${me})`;
  const wrote = sql`exists (select 1 from ${familyOf(own)} f join comment c on c.conversation_id = f.id
    where c.author_id = ${me} and c.removed_at is null)`;
  return sql<OwnFollow>`(select jsonb_build_object('why', why.why, 'status', (why.why is not null or by_hand.yes) and wants.yes,
      'comments', case r.follow when 'everything' then true when 'nothing' then false when 'mentions' then false
        else coalesce(why.why in ('author', 'commenter'), false) end)
    from (select case when ${authored} then 'author' when ${recorded} then 'recorder'
      when ${wrote} then 'commenter' when ${isAmongVoices(own, me)} then 'voter' end as why) why
    cross join (select ${wantsStatus(own, me)} as yes) wants
    cross join (select exists (select 1 from ${familyOf(own)} f join idea_follow w on w.idea_id = f.id
      where w.person_id = ${me} and w.status) as yes) by_hand
    left join reading r on r.conversation_id = ${conversation.id} and r.person_id = ${me})`;
}
