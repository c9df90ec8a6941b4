import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/platform/database/client";
import { voicesOf } from "../merging/family";
import { idea } from "../schema";

const FORTNIGHT = sql.raw("1209600.0");

/**
 * Counts anew, from the votes themselves and those of their doubles, all that ideas keep about them. Votes that are given and taken back one by
 * one keep these numbers as they go; this is for votes that came or went in another way. The caller holds the ideas.
 * @param which the ideas, as a condition on `idea`
 */
export async function recountVotes(tx: Tx, which: SQL): Promise<void> {
  const voice = (at: SQL) => sql`extract(epoch from ${at})::float8 / ${FORTNIGHT}`;
  await tx.execute(sql`
    update ${idea} set vote_count = c.votes, like_count = c.likes, need_count = c.needs, blocked_count = c.blocked,
      department_count = c.departments, trend = c.most + ln(c.rest) / ln(2.0::float8)
    from (
      select one.id, top.most, count(v.need)::int as votes, count(*) filter (where v.need = 'like')::int as likes,
        count(*) filter (where v.need = 'need')::int as needs, count(*) filter (where v.need = 'blocked')::int as blocked,
        count(distinct v.department) filter (where v.department <> '')::int as departments,
        -- What is too old to count beside the latest voice would be too small a number to be written.
        power(2.0::float8, greatest(${voice(sql`one.created_at`)} - top.most, -1000))
          + coalesce(sum(power(2.0::float8, greatest(${voice(sql`v.voted_at`)} - top.most, -1000))), 0) as rest
      from (select ${idea.id}, ${idea.createdAt} from ${idea} where ${which}) one
      cross join lateral (select greatest(${voice(sql`one.created_at`)}, max(${voice(sql`l.voted_at`)})) as most
        from ${voicesOf(sql`one.id`)} l) top
      left join lateral ${voicesOf(sql`one.id`)} v on true
      group by one.id, one.created_at, top.most) c
    where c.id = ${idea.id}`);
}
