import { and, asc, desc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { filesBelow } from "@/members/files/columns";
import { person } from "@/members/schema";
import { isTeam, type Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, momentKey, type Page, type PageInput } from "@/platform/database/page";
import { conversation } from "@/posts/schema";
import type { ConversationId } from "@/posts/shape";
import { creditLines } from "../credits/lines";
import { creditedOn } from "../credits/queries";
import { ideasVisibleTo } from "../policy";
import { board, idea } from "../schema";
import { entriesVisibleTo } from "./policy";
import { changelogEntry, changelogFile, changelogLink, changelogSeen } from "./schema";
import { type EntryId, NEW_MAX } from "./shape";
import type { DeskEntry, EntryView, Linkable } from "./views";

/** The files below an entry, in order; pictures that stand in its words are not among them. */
const files = filesBelow(sql`${changelogFile}`, sql`a.entry_id = ${changelogEntry.id}`);

const columns = {
  id: changelogEntry.id,
  title: changelogEntry.title,
  body: changelogEntry.body,
  bodyHtml: changelogEntry.bodyHtml,
  excerpt: changelogEntry.excerpt,
  files,
  proposed: changelogEntry.proposed,
  createdAt: changelogEntry.createdAt,
  publishedAt: changelogEntry.publishedAt,
  by: { id: person.id, displayName: person.displayName },
};

/** The ideas of some entries, as far as the viewer sees them. */
async function linksOf(db: Reader, viewer: Viewer, ids: readonly EntryId[]): Promise<Map<EntryId, DeskEntry["ideas"]>> {
  const by = new Map<EntryId, DeskEntry["ideas"]>();
  if (ids.length === 0) return by;
  const rows = await db
    .select({
      entryId: changelogLink.entryId,
      id: idea.id,
      title: conversation.title,
      board: { slug: board.slug, name: board.name },
      status: idea.status,
      voteCount: idea.voteCount,
    })
    .from(changelogLink)
    .innerJoin(idea, eq(idea.id, changelogLink.ideaId))
    .innerJoin(conversation, eq(conversation.id, idea.id))
    .innerJoin(board, eq(board.id, idea.boardId))
    .where(and(inArray(changelogLink.entryId, [...ids]), ideasVisibleTo(viewer)))
    .orderBy(asc(changelogLink.place), asc(idea.id));
  for (const { entryId, ...one } of rows) by.set(entryId, [...(by.get(entryId) ?? []), one]);
  return by;
}

/** When the viewer last looked at the changelog; somebody new finds nothing unread. */
const seenAt = (viewer: Viewer): SQL => sql`coalesce(
  (select s.seen_at from ${changelogSeen} s where s.person_id = ${viewer.id}),
  (select n.claimed_at from person n where n.id = ${viewer.id}), ${now().toISOString()}::timestamptz)`;

/**
 * The entries of the changelog, the latest first: those that are there for the viewer, each with the ideas that they see
 * and who shaped those, as each wants to be told of.
 * @param of only entries that tell of this idea
 */
export async function changelogEntries(
  db: Reader,
  viewer: Viewer,
  page: PageInput,
  of?: ConversationId,
): Promise<Page<EntryView>> {
  const key = decodeKey(page.after, momentKey);
  const before = sql`(${changelogEntry.publishedAt}, ${changelogEntry.id})`;
  const tells = sql`exists (select 1 from ${changelogLink} join ${idea} on ${idea.id} = ${changelogLink.ideaId}
    join ${board} on ${board.id} = ${idea.boardId} where ${changelogLink.entryId} = ${changelogEntry.id}
      and ${idea.id} = ${of}::uuid and ${ideasVisibleTo(viewer)})`;
  const rows = await db
    .select({ ...columns, fresh: sql<boolean>`${changelogEntry.publishedAt} > ${seenAt(viewer)}` })
    .from(changelogEntry)
    .leftJoin(person, eq(person.id, changelogEntry.byPerson))
    .where(
      and(
        entriesVisibleTo(viewer),
        of === undefined ? undefined : tells,
        key === null ? undefined : sql`${before} < (${key[0]}::timestamptz, ${key[1]}::uuid)`,
      ),
    )
    .orderBy(desc(changelogEntry.publishedAt), desc(changelogEntry.id))
    .limit(page.take + 1);
  const { items, next } = cut(rows, page.take, (row) => [momentOf(row).toISOString(), row.id]);
  const links = await linksOf(
    db,
    viewer,
    items.map((row) => row.id),
  );
  const credited = await creditedOn(db, [...new Set([...links.values()].flat().map((one) => one.id))]);
  const views = items.map((row): EntryView => {
    const ideas = links.get(row.id) ?? [];
    return {
      ...row,
      publishedAt: momentOf(row),
      ideas,
      votes: ideas.reduce((sum, one) => sum + one.voteCount, 0),
      credits: creditLines(ideas.flatMap((one) => credited.get(one.id) ?? [])),
      may: { edit: isTeam(viewer) },
    };
  });
  return { items: views, next };
}

/** When an entry that is there was published. */
function momentOf({ publishedAt }: { publishedAt: Date | null }): Date {
  if (publishedAt === null) throw new Error("an entry is there without its moment");
  return publishedAt;
}

/** How many entries are new to the viewer, up to a bound: a column for whoever asks something already. */
export function newEntries(viewer: Viewer): SQL<number> {
  if (!viewer.features.has("changelog")) return sql<number>`0`;
  const some = sql`select 1 from ${changelogEntry}
    where ${entriesVisibleTo(viewer)} and ${changelogEntry.publishedAt} > ${seenAt(viewer)} limit ${sql.raw(String(NEW_MAX))}`;
  return sql<number>`(select count(*)::int from (${some}) fresh)`;
}

function asDesk(row: Omit<DeskEntry, "state" | "ideas">, ideas: DeskEntry["ideas"]): DeskEntry {
  const { publishedAt } = row;
  return { ...row, ideas, state: publishedAt === null ? "draft" : publishedAt > now() ? "scheduled" : "published" };
}

/** An entry as hosts work on it, with all its ideas, or null. */
export async function entryById(db: Reader, viewer: Viewer, id: EntryId): Promise<DeskEntry | null> {
  if (!isTeam(viewer)) return null;
  const [row] = await db
    .select(columns)
    .from(changelogEntry)
    .leftJoin(person, eq(person.id, changelogEntry.byPerson))
    .where(eq(changelogEntry.id, id));
  return row === undefined ? null : asDesk(row, (await linksOf(db, viewer, [id])).get(id) ?? []);
}

/** What is not published yet, the newest first: drafts, those that shipped ideas proposed, and those that wait. */
export async function draftsFor(db: Reader, viewer: Viewer, page: PageInput): Promise<Page<DeskEntry>> {
  const key = decodeKey(page.after, momentKey);
  const at = now().toISOString();
  const rows = await db
    .select(columns)
    .from(changelogEntry)
    .leftJoin(person, eq(person.id, changelogEntry.byPerson))
    .where(
      and(
        or(isNull(changelogEntry.publishedAt), sql`${changelogEntry.publishedAt} > ${at}::timestamptz`),
        key === null
          ? undefined
          : sql`(${changelogEntry.createdAt}, ${changelogEntry.id}) < (${key[0]}::timestamptz, ${key[1]}::uuid)`,
      ),
    )
    .orderBy(desc(changelogEntry.createdAt), desc(changelogEntry.id))
    .limit(page.take + 1);
  const { items, next } = cut(rows, page.take, (row) => [row.createdAt.toISOString(), row.id]);
  const links = await linksOf(
    db,
    viewer,
    items.map((row) => row.id),
  );
  return { items: items.map((row) => asDesk(row, links.get(row.id) ?? [])), next };
}

/** The ideas that an entry may tell of: what is tried or there, those in no entry first, the newest first. */
export async function linkableIdeas(db: Reader, viewer: Viewer): Promise<Linkable[]> {
  const inEntry = sql<boolean>`exists (select 1 from ${changelogLink} where ${changelogLink.ideaId} = ${idea.id})`;
  return db
    .select({
      id: idea.id,
      title: conversation.title,
      board: { slug: board.slug, name: board.name },
      status: idea.status,
      voteCount: idea.voteCount,
      inEntry,
    })
    .from(idea)
    .innerJoin(conversation, eq(conversation.id, idea.id))
    .innerJoin(board, eq(board.id, idea.boardId))
    .where(and(inArray(idea.status, ["in-preview", "shipped"]), ideasVisibleTo(viewer)))
    .orderBy(sql`${inEntry}`, desc(idea.createdAt), desc(idea.id))
    .limit(LINKABLE_MAX);
}

const LINKABLE_MAX = 50;
