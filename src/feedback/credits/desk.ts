import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { person } from "@/members/schema";
import type { Reader } from "@/platform/database/client";
import type { ConversationId } from "@/posts/shape";
import { credit } from "./schema";
import { CREDIT_ROLES, CREDIT_WORDS_MAX, CREDITED_MAX, type CreditRole } from "./shape";
import type { CreditDesk } from "./views";

/** How many people are suggested in one way. */
const CANDIDATES_MAX = 30;

/**
 * Whom the history of an idea suggests, with words of theirs about it: its author and its voters asked, who commented
 * sharpened it or helped, who would try it tried, and the team built. Selects `person_id`, `words`, `rank`.
 */
function candidatesFor(role: CreditRole, id: ConversationId): SQL {
  const commented = sql`select distinct on (c.author_id) c.author_id as person_id,
      left(regexp_replace(c.body, '\\s+', ' ', 'g'), ${sql.raw(String(CREDIT_WORDS_MAX))}) as words, 1 as rank
    from comment c where c.conversation_id = ${id}::uuid and c.removed_at is null
    order by c.author_id, c.created_at`;
  const team = sql`select distinct r.person_id, '' as words, 1 as rank from person_role r where r.until is null`;
  const ways: Readonly<Record<CreditRole, SQL>> = {
    asked: sql`select c.author_id as person_id, '' as words, 0 as rank from conversation c where c.id = ${id}::uuid
      union all select v.person_id, v.reason, 1 from idea_vote v join conversation o on o.id = v.idea_id
        where v.idea_id = ${id}::uuid and v.person_id <> o.author_id`,
    sharpened: commented,
    tried: sql`select w.person_id, '' as words, 1 as rank from preview_volunteer w where w.idea_id = ${id}::uuid`,
    helped: commented,
    built: team,
  };
  return ways[role];
}

type Candidate = CreditDesk["candidates"][CreditRole][number];

/** Who could be credited in one way and is not yet. */
export async function candidatesOf(db: Reader, id: ConversationId, role: CreditRole): Promise<Candidate[]> {
  const rows: Iterable<{ id: Candidate["id"]; displayName: string; department: string; words: string }> =
    await db.execute(sql`
      select p.id, p.display_name as "displayName", p.department, w.words
      from (${candidatesFor(role, id)}) w join person p on p.id = w.person_id
      where p.state = 'active' and p.kind = 'human' and not exists (select 1 from ${credit} c
        where c.idea_id = ${id}::uuid and c.role = ${role} and c.person_id = p.id)
      order by w.rank, lower(p.display_name), p.id limit ${sql.raw(String(CANDIDATES_MAX))}`);
  return [...rows];
}

/** What a host proposes credits with. */
export async function deskOf(db: Reader, id: ConversationId): Promise<CreditDesk> {
  const [proposed, ...lists] = await Promise.all([
    db
      .select({
        role: credit.role,
        person: { id: person.id, displayName: person.displayName },
        words: credit.words,
        shown: credit.shown,
      })
      .from(credit)
      .innerJoin(person, eq(person.id, credit.personId))
      .where(and(eq(credit.ideaId, id)))
      .orderBy(asc(credit.role), sql`lower(${person.displayName})`)
      .limit(CREDITED_MAX * CREDIT_ROLES.length),
    ...CREDIT_ROLES.map((role) => candidatesOf(db, id, role)),
  ]);
  const [asked = [], sharpened = [], tried = [], helped = [], built = []] = lists;
  return { proposed, candidates: { asked, sharpened, tried, helped, built } };
}
