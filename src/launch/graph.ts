import { inArray, type SQL, sql } from "drizzle-orm";
import { ideasVisibleTo } from "@/feedback/policy";
import { board, idea } from "@/feedback/schema";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Viewer } from "@/platform/access/viewer";
import { daysAfter } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { suppress } from "@/platform/suppress";
import { postsVisibleTo } from "@/posts/policy";
import { comment, conversation, post } from "@/posts/schema";
import { space } from "@/spaces/schema";
import { placesFor, type Tie } from "./graph-layout";
import type { GraphView } from "./views";

/** The window of the ties, as the gates have it. */
export const GRAPH_DAYS = 84;

/** More people than these make no picture: those who took part most are drawn, and the others counted. */
const PEOPLE_MAX = 250;

type Told = { who: PersonId; whom: PersonId | null; n: number };
type Face = { id: PersonId; displayName: string; department: string };

/**
 * Who answered whom in the last twelve weeks, placed for the drawing. Only what the viewer may read is looked at: a
 * host who has no place in a private space does not learn here who talks in it.
 */
export async function conversationGraph(db: Reader, viewer: Viewer, at: Date): Promise<GraphView> {
  const from = daysAfter(at, -GRAPH_DAYS);
  const told = await db.execute<Told>(tellings(viewer, from, at));
  const faces = await facesOf(db, new Set(told.flatMap(({ who, whom }) => (whom === null ? [who] : [who, whom]))));
  const weights = new Map<string, number>();
  for (const { who, n } of told) weights.set(who, (weights.get(who) ?? 0) + n);
  const ranked = faces.sort((a, b) => (weights.get(b.id) ?? 0) - (weights.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1));
  const drawn = ranked.slice(0, PEOPLE_MAX);
  const ties = tiesAmong(new Set(ranked.map(({ id }) => id)), told);
  const groups = suppress(departmentsOf(ranked));
  const shown = new Set<string>(drawn.map(({ id }) => id));
  const shownTies = ties.filter(({ a, b }) => shown.has(a) && shown.has(b));
  const places = placesFor([...shown], shownTies);
  const named = new Set(groups.shown.map(({ name }) => name));
  return {
    at,
    from,
    people: drawn.map(({ id, displayName, department }) => ({
      id,
      displayName,
      group: named.has(department) ? department : null,
      written: weights.get(id) ?? 0,
      ties: ties.filter(({ a, b }) => a === id || b === id).length,
      ...(places.get(id) ?? { x: 0, y: 0 }),
    })),
    notDrawn: ranked.length - drawn.length,
    ties: shownTies,
    groups,
  };
}

function tiesAmong(known: ReadonlySet<string>, told: readonly Told[]): Tie[] {
  const ties = new Map<string, Tie>();
  for (const { who, whom, n } of told) {
    if (whom === null || whom === who || !known.has(who) || !known.has(whom)) continue;
    const [a, b] = who < whom ? [who, whom] : [whom, who];
    ties.set(`${a}>${b}`, { a, b, count: n + (ties.get(`${a}>${b}`)?.count ?? 0) });
  }
  return [...ties.values()].sort((one, other) => (one.a + one.b < other.a + other.b ? -1 : 1));
}

function departmentsOf(faces: readonly Face[]): { name: string; count: number }[] {
  const byName = Map.groupBy(faces, ({ department }) => department);
  return [...byName].map(([name, some]) => ({ name, count: some.length }));
}

/** The humans among some people. */
async function facesOf(db: Reader, ids: ReadonlySet<PersonId>): Promise<Face[]> {
  if (ids.size === 0) return [];
  return db
    .select({ id: person.id, displayName: person.displayName, department: person.department })
    .from(person)
    .where(sql`${inArray(person.id, [...ids])} and ${person.kind} = 'human'`);
}

/** How often who answered whom; `whom` is null for the opening of a conversation. */
function tellings(viewer: Viewer, from: Date, until: Date): SQL {
  const between = (moment: SQL) =>
    sql`${moment} >= ${from.toISOString()}::timestamptz and ${moment} < ${until.toISOString()}::timestamptz`;
  const readable = sql`${conversation.removedAt} is null and (
    exists (select 1 from ${post} join ${space} on ${space.id} = ${post.spaceId}
      where ${post.id} = ${conversation.id} and ${postsVisibleTo(viewer)})
    or exists (select 1 from ${idea} join ${board} on ${board.id} = ${idea.boardId}
      where ${idea.id} = ${conversation.id} and ${ideasVisibleTo(viewer)}))`;
  return sql`
    select told.who, told.whom, count(*)::int as n from (
      select ${conversation.authorId} as who, null::uuid as whom from ${conversation}
      where ${between(sql`${conversation.createdAt}`)} and ${readable}
      union all
      select ${comment.authorId}, coalesce(parent.author_id, ${conversation.authorId})
      from ${comment}
        join ${conversation} on ${conversation.id} = ${comment.conversationId}
        left join ${comment} parent on parent.id = ${comment.parentId}
      where ${between(sql`${comment.createdAt}`)} and ${comment.removedAt} is null and ${readable}
    ) told group by 1, 2`;
}
