import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/platform/database/client";
import type { ConversationId } from "@/posts/shape";
import { familyOf, voicesOf } from "../merging/family";
import { credit } from "./schema";
import { CREDIT_ROLES, CREDIT_WORDS_MAX, type CreditRole } from "./shape";
import type { CreditDesk } from "./views";

/** How many people are suggested in one way. */
const CANDIDATES_MAX = 30;

/** An idea, and whether the viewer is told who voted for it. */
export type Credited = { readonly id: ConversationId; readonly may: { readonly seeVoters: boolean } };

/**
 * Whom the history of an idea suggests, with words of theirs about it: its author and its voters asked, who commented
 * sharpened it or helped, who would try it tried, and the team built. Selects `person_id`, `words`, `rank`.
 */
function candidatesFor(role: CreditRole, { id, may }: Credited): SQL {
  const commented = sql`select distinct on (c.author_id) c.author_id as person_id,
      left(regexp_replace(c.body, '\\s+', ' ', 'g'), ${sql.raw(String(CREDIT_WORDS_MAX))}) as words, 1 as rank
    from ${familyOf(id)} f join comment c on c.conversation_id = f.id where c.removed_at is null
    order by c.author_id, c.created_at`;
  // Whoever asked for a double asked for the same.
  const authors = sql`(select c.author_id, (f.merged_at is not null)::int as rank
    from ${familyOf(id)} f join conversation c on c.id = f.id)`;
  // Where nobody is told who voted, credits tell it neither.
  const voters = sql`union all select v.person_id, v.reason, 2 from ${voicesOf(id)} v
    where v.person_id not in (select o.author_id from ${authors} o)`;
  const team = sql`select distinct r.person_id, '' as words, 1 as rank from person_role r where r.until is null`;
  const ways: Readonly<Record<CreditRole, SQL>> = {
    asked: sql`select o.author_id as person_id, '' as words, min(o.rank) as rank from ${authors} o group by o.author_id
      ${may.seeVoters ? voters : sql``}`,
    sharpened: commented,
    tried: sql`select w.person_id, '' as words, 1 as rank from preview_volunteer w where w.idea_id = ${id}::uuid`,
    helped: commented,
    built: team,
  };
  return ways[role];
}

type Candidate = CreditDesk["candidates"][CreditRole][number];

/** Who could be credited in one way and is not yet, as one value. */
function candidatesIn(of: Credited, role: CreditRole): SQL<Candidate[]> {
  return sql<Candidate[]>`(select coalesce(jsonb_agg(one.candidate order by one.rank, one.sort, one.id), '[]') from (
    select p.id, w.rank, lower(p.display_name) as sort, jsonb_build_object('id', p.id, 'displayName', p.display_name,
      'department', p.department, 'words', w.words) as candidate
    from (${candidatesFor(role, of)}) w join person p on p.id = w.person_id
    where p.state = 'active' and p.kind = 'human' and not exists (select 1 from ${credit} c
      where c.idea_id = ${of.id}::uuid and c.role = ${role} and c.person_id = p.id)
    order by w.rank, lower(p.display_name), p.id limit ${sql.raw(String(CANDIDATES_MAX))}) one)`;
}

/** Who could be credited in one way and is not yet. */
export async function candidatesOf(db: Reader, of: Credited, role: CreditRole): Promise<Candidate[]> {
  const rows: Iterable<{ those: Candidate[] }> = await db.execute(sql`select ${candidatesIn(of, role)} as those`);
  return [...rows][0]?.those ?? [];
}

/** What a host proposes credits with, in one statement. */
export async function deskOf(db: Reader, of: Credited): Promise<CreditDesk> {
  const proposed = sql`(select coalesce(jsonb_agg(jsonb_build_object('role', c.role, 'words', c.words, 'shown', c.shown,
      'person', jsonb_build_object('id', p.id, 'displayName', p.display_name))
      order by c.role, lower(p.display_name), p.id), '[]')
    from ${credit} c join person p on p.id = c.person_id where c.idea_id = ${of.id}::uuid)`;
  const each = sql.join(
    CREDIT_ROLES.map((role) => sql`${role}::text, ${candidatesIn(of, role)}`),
    sql`, `,
  );
  const rows: Iterable<CreditDesk> = await db.execute(
    sql`select ${proposed} as proposed, jsonb_build_object(${each}) as candidates`,
  );
  const [row] = [...rows];
  if (row === undefined) throw new Error("a statement without a row");
  return { proposed: row.proposed, candidates: row.candidates };
}
