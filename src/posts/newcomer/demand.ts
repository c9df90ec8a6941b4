import { sql } from "drizzle-orm";
import { demand } from "@/platform/access/decision";
import type { Act } from "@/platform/access/procedure";
import { isTeam, type Viewer } from "@/platform/access/viewer";
import { daysAfter, now } from "@/platform/clock";
import { canWriteAsNewcomer, NEW_UNTIL_WRITTEN, NEWCOMER, type Writing } from "./rule";

type Row = { claimed: string | null; written: number; conversation: string | null; comment: string | null };

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

/**
 * Holds newcomers to their measure. Two of their writes at once follow one another, so that none counts past the other.
 * @throws Refusal `too-many` or `not-allowed`, with when it ends
 */
export async function demandMeasure(act: Act, viewer: Viewer, writing: Writing): Promise<void> {
  if (isTeam(viewer)) return;
  const at = now();
  const day = sql`${daysAfter(at, -1).toISOString()}::timestamptz`;
  const of = (table: "conversation" | "comment") =>
    sql`${sql.raw(table)} w where w.author_id = ${viewer.id} and w.via <> 'import'`;
  const full = (table: "conversation" | "comment", most: number) =>
    sql`(select w.created_at from ${of(table)} and w.created_at > ${day} order by w.created_at desc offset ${most - 1} limit 1)`;
  await act.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`writing:${viewer.id}`}, 0))`);
  const rows: Iterable<Row> = await act.tx.execute<Row>(sql`
    select p.claimed_at as claimed,
      (select count(*)::int from (
        (select 1 from ${of("conversation")} limit ${NEW_UNTIL_WRITTEN})
        union all (select 1 from ${of("comment")} limit ${NEW_UNTIL_WRITTEN})) counted) as written,
      ${full("conversation", NEWCOMER.conversationsADay)} as conversation,
      ${full("comment", NEWCOMER.commentsADay)} as comment
    from person p where p.id = ${viewer.id}`);
  const [row] = [...rows];
  if (row === undefined) return;
  const facts = {
    isTeam: false,
    firstSignIn: dateOf(row.claimed),
    written: row.written,
    fullSince: { conversation: dateOf(row.conversation), comment: dateOf(row.comment) },
  };
  demand(canWriteAsNewcomer(facts, writing, at));
}
