import { and, asc, desc, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { cardColumns } from "@/members/queries";
import { person } from "@/members/schema";
import type { Viewer } from "@/platform/access/viewer";
import { daysAfter, now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, momentKey, type Page, type PageInput } from "@/platform/database/page";
import { conversation } from "@/posts/schema";
import type { ConversationId } from "@/posts/shape";
import type { FeatureKey } from "@/stages/features/shape";
import { ideasVisibleTo } from "../policy";
import { preview } from "../previews/schema";
import type { LoadedIdea } from "../queries";
import { board, idea, ideaMove } from "../schema";
import { type Credited, creditLines, imaginedWith } from "./lines";
import { canPropose, canSayMeant } from "./policy";
import { credit } from "./schema";
import { CREDITED_MAX, type CreditRole, ON_FEATURE_DAYS } from "./shape";
import type { FounderView, IdeaCredits, ImaginedView, MeantView, OwnCredit, ShapedView } from "./views";

const ROLES = 5;

/** Everybody who shaped some ideas, with what they answered: for `creditLines`, and never as it is. */
export async function creditedOn(db: Reader, ids: readonly ConversationId[]): Promise<Map<ConversationId, Credited[]>> {
  const by = new Map<ConversationId, Credited[]>();
  if (ids.length === 0) return by;
  const rows = await db
    .select({
      ideaId: credit.ideaId,
      id: person.id,
      displayName: person.displayName,
      department: person.department,
      role: credit.role,
      words: credit.words,
      shown: credit.shown,
      withWords: credit.withWords,
    })
    .from(credit)
    .innerJoin(person, eq(person.id, credit.personId))
    .where(inArray(credit.ideaId, [...ids]))
    .limit(ids.length * CREDITED_MAX * ROLES);
  for (const { ideaId, ...one } of rows) by.set(ideaId, [...(by.get(ideaId) ?? []), one]);
  return by;
}

const own = {
  idea: { id: idea.id, title: conversation.title, status: idea.status },
  role: credit.role,
  words: credit.words,
  shown: credit.shown,
  withWords: credit.withWords,
  name: person.displayName,
  unit: person.department,
  proposedAt: credit.proposedAt,
};

function ownRows(db: Reader, where: SQL | undefined) {
  return db
    .select(own)
    .from(credit)
    .innerJoin(person, eq(person.id, credit.personId))
    .innerJoin(idea, eq(idea.id, credit.ideaId))
    .innerJoin(conversation, eq(conversation.id, idea.id))
    .innerJoin(board, eq(board.id, idea.boardId))
    .where(where);
}

/** One credit of the viewer's own, on an idea that they see, or null. */
export async function ownCreditOn(
  db: Reader,
  viewer: Viewer,
  on: { idea: ConversationId; role: CreditRole },
): Promise<OwnCredit | null> {
  const mine = and(eq(credit.personId, viewer.id), eq(credit.ideaId, on.idea), eq(credit.role, on.role));
  const [row] = await ownRows(db, and(mine, ideasVisibleTo(viewer)));
  return row ?? null;
}

/** The viewer's own credits, the latest first. */
export async function ownCredits(db: Reader, viewer: Viewer, page: PageInput): Promise<Page<OwnCredit>> {
  const key = decodeKey(page.after, z.tuple([...momentKey.def.items, z.string()] as const));
  const before =
    key === null
      ? undefined
      : sql`(${credit.proposedAt}, ${credit.ideaId}, ${credit.role}) < (${key[0]}::timestamptz, ${key[1]}::uuid, ${key[2]})`;
  const rows = await ownRows(db, and(eq(credit.personId, viewer.id), ideasVisibleTo(viewer), before))
    .orderBy(desc(credit.proposedAt), desc(credit.ideaId), desc(credit.role))
    .limit(page.take + 1);
  return cut(rows, page.take, (row) => [row.proposedAt.toISOString(), row.idea.id, row.role]);
}

/** When an idea was shipped last, or null. */
export async function shippedAt(db: Reader, id: ConversationId): Promise<Date | null> {
  const [row] = await db
    .select({ at: ideaMove.movedAt })
    .from(ideaMove)
    .where(and(eq(ideaMove.ideaId, id), eq(ideaMove.toStatus, "shipped")))
    .orderBy(desc(ideaMove.movedAt))
    .limit(1);
  return row?.at ?? null;
}

const MEANT_MAX = sql.raw("20");

/** The credits of an idea as one value of a query. */
export type CreditsRow = {
  credited: (Credited & { proposedAt: string })[];
  meant: (Omit<MeantView, "at"> & { at: string })[];
  shippedAt: string | null;
};

/** Who shaped an idea and what its author says of it, as one value: for `creditsFrom`, and never as it is. */
export function creditsIn(id: ConversationId): SQL<CreditsRow> {
  const credited = sql`(select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'displayName', p.display_name,
      'department', p.department, 'role', c.role, 'words', c.words, 'shown', c.shown, 'withWords', c.with_words,
      'proposedAt', c.proposed_at)), '[]')
    from credit c join person p on p.id = c.person_id where c.idea_id = ${id}::uuid)`;
  const meant = sql`(select coalesce(jsonb_agg(one.said order by one.at desc, one.id desc), '[]') from (
    select m.id, m.at, jsonb_build_object('meant', m.meant, 'words', m.words, 'at', m.at,
      'by', jsonb_build_object('id', p.id, 'displayName', p.display_name)) as said
    from idea_meant m join person p on p.id = m.person_id where m.idea_id = ${id}::uuid
    order by m.at desc, m.id desc limit ${MEANT_MAX}) one)`;
  const shipped = sql`(select max(m.moved_at) from idea_move m where m.idea_id = ${id}::uuid and m.to_status = 'shipped')`;
  return sql<CreditsRow>`jsonb_build_object('credited', ${credited}, 'meant', ${meant}, 'shippedAt', ${shipped})`;
}

/** Who shaped an idea, what is asked of the viewer about it, and whether it is what its author meant. */
export function creditsFrom(viewer: Viewer, on: LoadedIdea, row: CreditsRow): IdeaCredits {
  const meant = row.meant.map((one) => ({ ...one, at: new Date(one.at) }));
  const since = row.shippedAt === null ? null : new Date(row.shippedAt);
  const isAnswered = meant.some(({ at }) => since === null || at >= since);
  const { id, title, status } = on;
  return {
    lines: creditLines(row.credited),
    own: row.credited
      .filter((one) => one.id === viewer.id)
      .map(({ role, words, shown, withWords, displayName, department, proposedAt }) => ({
        idea: { id, title, status },
        ...{ role, words, shown, withWords, name: displayName, unit: department, proposedAt: new Date(proposedAt) },
      })),
    meant,
    may: {
      propose: canPropose(viewer, on.facts).allowed,
      sayMeant: canSayMeant(viewer, on.facts).allowed && !isAnswered,
    },
  };
}

/** The same, asked for by itself. */
export async function creditsOf(db: Reader, viewer: Viewer, on: LoadedIdea): Promise<IdeaCredits> {
  const rows: Iterable<{ credits: CreditsRow }> = await db.execute(sql`select ${creditsIn(on.id)} as credits`);
  const [row] = [...rows];
  return creditsFrom(viewer, on, row?.credits ?? { credited: [], meant: [], shippedAt: null });
}

const SHAPED_MAX = sql.raw("20");

/** What somebody shaped, as far as they let it be told by name and the viewer sees the idea: a column beside `person`. */
export function shapedOf(viewer: Viewer): SQL<ShapedView[]> {
  return sql<ShapedView[]>`(select coalesce(jsonb_agg(one.shaped order by one.at desc), '[]') from (
    select ${credit.proposedAt} as at, jsonb_build_object('role', ${credit.role},
      'words', case when ${credit.withWords} then ${credit.words} else '' end,
      'idea', jsonb_build_object('id', ${idea.id}, 'title', ${conversation.title}, 'status', ${idea.status})) as shaped
    from ${credit} join ${idea} on ${idea.id} = ${credit.ideaId}
    join ${conversation} on ${conversation.id} = ${idea.id} join ${board} on ${board.id} = ${idea.boardId}
    where ${credit.personId} = ${person.id} and ${credit.shown} = 'name'
      and ${idea.status} in ('in-preview', 'shipped') and ${ideasVisibleTo(viewer)}
    order by ${credit.proposedAt} desc limit ${SHAPED_MAX}) one)`;
}

/** With whom a feature was imagined, for a while after it was shipped; null later, and where nobody is credited. */
export async function imagined(db: Reader, viewer: Viewer, feature: FeatureKey): Promise<ImaginedView | null> {
  const since = daysAfter(now(), -ON_FEATURE_DAYS).toISOString();
  const [row] = await db
    .select({ id: idea.id })
    .from(preview)
    .innerJoin(idea, eq(idea.id, preview.ideaId))
    .innerJoin(board, eq(board.id, idea.boardId))
    .innerJoin(ideaMove, and(eq(ideaMove.ideaId, idea.id), eq(ideaMove.toStatus, "shipped")))
    .where(
      and(
        eq(preview.feature, feature),
        eq(idea.status, "shipped"),
        sql`${ideaMove.movedAt} >= ${since}::timestamptz`,
        ideasVisibleTo(viewer),
      ),
    )
    .orderBy(desc(ideaMove.movedAt))
    .limit(1);
  if (row === undefined) return null;
  const credited = (await creditedOn(db, [row.id])).get(row.id) ?? [];
  return credited.length === 0 ? null : { idea: row.id, ...imaginedWith(credited) };
}

const nameKey = z.tuple([z.string(), z.uuid()]);
const SOME_IDEAS = sql.raw("4");

/** Everybody who shaped what was shipped and lets their name be told, in the order of the alphabet. */
export async function founders(db: Reader, viewer: Viewer, page: PageInput): Promise<Page<FounderView>> {
  const key = decodeKey(page.after, nameKey);
  const sort = sql<string>`lower(${person.displayName})`;
  const told = sql`from ${credit} join ${idea} on ${idea.id} = ${credit.ideaId}
    join ${conversation} on ${conversation.id} = ${idea.id} join ${board} on ${board.id} = ${idea.boardId}
    where ${credit.personId} = ${person.id} and ${credit.shown} = 'name' and ${idea.status} = 'shipped'
      and ${ideasVisibleTo(viewer)}`;
  const some = sql`select distinct ${idea.id} as id, ${conversation.title} as title ${told} limit ${SOME_IDEAS}`;
  const ideas = sql<FounderView["ideas"]>`(select jsonb_agg(jsonb_build_object('id', f.id, 'title', f.title))
    from (${some}) f)`;
  const rows = await db
    .select({ person: cardColumns, ideas, sort })
    .from(person)
    .where(
      and(
        eq(person.state, "active"),
        isNotNull(person.id),
        sql`exists (select 1 ${told})`,
        key === null ? undefined : sql`(${sort}, ${person.id}) > (${key[0]}, ${key[1]}::uuid)`,
      ),
    )
    .orderBy(sort, asc(person.id))
    .limit(page.take + 1);
  const { items, next } = cut(rows, page.take, (row) => [row.sort, row.person.id]);
  return { items: items.map(({ person: who, ideas: shaped }) => ({ person: who, ideas: shaped })), next };
}
