import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { person } from "@/members/schema";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, type Page, type PageInput } from "@/platform/database/page";
import { conversation } from "@/posts/schema";
import { ideasVisibleTo } from "../policy";
import { lineColumnsOfIdea } from "../queries";
import { board, idea } from "../schema";
import { WAITS, waitsTooLong } from "../waiting";
import { ideaWeight } from "./schema";
import { DESK_SHOWN, type DeskList, type DeskOrder, type DeskShown } from "./shape";
import type { DeskIdea } from "./views";

/** Each order by one number, with which way it goes; the id decides between equals. */
const ORDERS: Readonly<Record<DeskOrder, { by: SQL<number>; down: boolean }>> = {
  oldest: { by: sql<number>`(extract(epoch from ${idea.createdAt}) * 1000)::bigint`, down: false },
  newest: { by: sql<number>`(extract(epoch from ${idea.createdAt}) * 1000)::bigint`, down: true },
  votes: { by: sql<number>`${idea.voteCount}::bigint`, down: true },
  value: { by: sql<number>`coalesce(${ideaWeight.value}, 0)::bigint`, down: true },
  effort: { by: sql<number>`coalesce(${ideaWeight.effort}, 6)::bigint`, down: false },
};

/** A moment in thousandths of a second is more than a number in a key may be. */
const deskKey = z.tuple([z.string().regex(/^\d{1,15}$/), z.uuid()]);

function standing(viewer: Viewer, list: Pick<DeskList, "board" | "search">): SQL | undefined {
  const words = list.search.toLowerCase();
  return and(
    ideasVisibleTo(viewer),
    isNull(board.archivedAt),
    sql`${idea.status} <> 'merged'`,
    list.board === undefined ? undefined : eq(board.slug, list.board),
    words === ""
      ? undefined
      : sql`position(${words} in lower(${conversation.title} || ' ' || ${conversation.excerpt})) > 0`,
  );
}

function shownAs(show: DeskShown): SQL | undefined {
  if (show === "all") return undefined;
  if (show === "late") return waitsTooLong();
  return show === "inbox" ? WAITS : eq(idea.status, show);
}

/** The ideas of all boards as a host asks for them. */
export async function deskIdeas(db: Reader, viewer: Viewer, list: DeskList, page: PageInput): Promise<Page<DeskIdea>> {
  const { by, down } = ORDERS[list.order];
  const key = decodeKey(page.after, deskKey);
  const beyond = down ? sql`<` : sql`>`;
  const way = down ? sql`desc` : sql`asc`;
  const rows = await db
    .select({
      ...lineColumnsOfIdea,
      late: waitsTooLong(),
      effort: ideaWeight.effort,
      effortLine: sql<string>`coalesce(${ideaWeight.effortLine}, '')`,
      value: ideaWeight.value,
      valueLine: sql<string>`coalesce(${ideaWeight.valueLine}, '')`,
      notes: sql<number>`(select count(*)::int from idea_note n where n.idea_id = ${idea.id})`,
      sort: sql<string>`${by}::text`,
    })
    .from(idea)
    .innerJoin(conversation, eq(conversation.id, idea.id))
    .innerJoin(board, eq(board.id, idea.boardId))
    .innerJoin(person, eq(person.id, conversation.authorId))
    .leftJoin(ideaWeight, eq(ideaWeight.ideaId, idea.id))
    .where(
      and(
        standing(viewer, list),
        shownAs(list.show),
        key === null ? undefined : sql`(${by}, ${idea.id}) ${beyond} (${key[0]}::bigint, ${key[1]}::uuid)`,
      ),
    )
    .orderBy(sql`${by} ${way}`, sql`${idea.id} ${way}`)
    .limit(page.take + 1);
  return cut(rows, page.take, (row) => [row.sort, row.id]);
}

/** How many ideas each state has, under the same board and words. */
export async function deskCounts(
  db: Reader,
  viewer: Viewer,
  list: Pick<DeskList, "board" | "search">,
): Promise<Record<DeskShown, number>> {
  const rows = await db
    .select({
      status: idea.status,
      all: sql<number>`count(*)::int`,
      late: sql<number>`(count(*) filter (where ${waitsTooLong()}))::int`,
      inbox: sql<number>`(count(*) filter (where ${WAITS}))::int`,
    })
    .from(idea)
    .innerJoin(conversation, eq(conversation.id, idea.id))
    .innerJoin(board, eq(board.id, idea.boardId))
    .where(standing(viewer, list))
    .groupBy(idea.status);
  const sum = (of: "all" | "inbox" | "late") => rows.reduce((total, row) => total + row[of], 0);
  const counted = DESK_SHOWN.map((show) => {
    if (show === "all" || show === "inbox" || show === "late") return [show, sum(show)];
    return [show, rows.find((row) => row.status === show)?.all ?? 0];
  });
  return Object.fromEntries(counted) as Record<DeskShown, number>;
}

/** How many people have waited too long for an answer, on whichever board. */
export async function peopleWaiting(db: Reader, viewer: Viewer): Promise<number> {
  const [row] = await db
    .select({ people: sql<number>`count(distinct ${conversation.authorId})::int` })
    .from(idea)
    .innerJoin(conversation, eq(conversation.id, idea.id))
    .innerJoin(board, eq(board.id, idea.boardId))
    .where(and(standing(viewer, { search: "" }), waitsTooLong()));
  return row?.people ?? 0;
}
