import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { z } from "zod";
import { person } from "@/members/schema";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, keyMoment, type Page, type PageInput } from "@/platform/database/page";
import { conversation } from "@/posts/schema";
import { canVote, ideasVisibleTo } from "./policy";
import { cardColumnsOfIdea, lateDaysOf, myVoice } from "./queries";
import { board, idea } from "./schema";
import { type IdeaList, type IdeaOrder, type Phase, phaseOf, SHOWN } from "./shape";
import type { BoardView, IdeaCard } from "./views";
import { hasVoteFor } from "./votes/budget";

/** What a list is ordered by: a column of its own index, which way, and how its value is written in a key. */
type Order = {
  readonly by: AnyPgColumn;
  readonly way: "asc" | "desc";
  readonly place: z.ZodType<string | number>;
  readonly as: SQL;
};

const count = z.number().int();
/** A number with all its digits, as text: keys hold whole numbers only. */
const exact = z.string().regex(/^-?\d{1,6}(\.\d{1,17})?$/);

const ORDERS: Readonly<Record<IdeaOrder, Order>> = {
  need: { by: idea.weight, way: "desc", place: count, as: sql`int` },
  votes: { by: idea.voteCount, way: "desc", place: count, as: sql`int` },
  trend: { by: idea.trend, way: "desc", place: exact, as: sql`float8` },
  newest: { by: idea.createdAt, way: "desc", place: keyMoment, as: sql`timestamptz` },
  unanswered: { by: idea.waitingSince, way: "asc", place: keyMoment, as: sql`timestamptz` },
};

/** Where a list goes on. A key of another order starts the list anew. */
function after(order: IdeaOrder, word: string | undefined): SQL | undefined {
  const { by, way, place, as } = ORDERS[order];
  const key = decodeKey(word, z.tuple([z.literal(order), place, z.uuid()]));
  if (key === null) return undefined;
  return sql`(${by}, ${idea.id}) ${sql.raw(way === "desc" ? "<" : ">")} (${key[1]}::${as}, ${key[2]}::uuid)`;
}

function phasesOf({ show, order }: IdeaList): Phase[] {
  const phases = new Set(SHOWN[show].map(phaseOf));
  return [...phases].filter((phase) => order !== "unanswered" || phase === "waiting");
}

/**
 * The ids of a page, as a table `found`. Each phase is walked by itself along the index of the order, as far as the page
 * goes and no further: in a board of many thousand ideas most are decided, and none of them is read to find those that are
 * not.
 */
function found(on: BoardView, list: IdeaList, page: PageInput): SQL {
  const order = ORDERS[list.order];
  const way = sql.raw(order.way);
  // Statements are planned once for any values; without this number the plan would be for a tenth of all ideas.
  const most = sql.raw(String(page.take + 1));
  const where = and(
    eq(idea.boardId, on.id),
    isNull(idea.removedAt),
    list.order === "unanswered" ? sql`${idea.waitingSince} is not null` : undefined,
    list.category === undefined ? undefined : eq(idea.categoryId, list.category),
    list.tag === undefined
      ? undefined
      : sql`exists (select 1 from idea_tag t where t.idea_id = ${idea.id} and t.label_id = ${list.tag})`,
    after(list.order, page.after),
  );
  const walks = phasesOf(list).map(
    (
      phase,
    ) => sql`(select ${idea.id} as id, ${order.by} as place from ${idea} where ${and(where, eq(idea.phase, phase))}
      order by ${order.by} ${way}, ${idea.id} ${way} limit ${most})`,
  );
  const none = sql`(select ${idea.id} as id, ${order.by} as place from ${idea} where false)`;
  const all = walks.length === 0 ? none : sql.join(walks, sql` union all `);
  return sql`(select id, place from (${all}) walked order by place ${way}, id ${way} limit ${most}) found`;
}

/** The ideas of a board, as they are asked for. The caller has checked that the viewer sees the board. */
export async function ideasOn(
  db: Reader,
  viewer: Viewer,
  on: BoardView,
  list: IdeaList,
  page: PageInput,
): Promise<Page<IdeaCard>> {
  const way = sql.raw(ORDERS[list.order].way);
  const rows = await db
    .select({ ...cardColumnsOfIdea, voted: myVoice(viewer), weight: idea.weight, trend: idea.trend })
    .from(found(on, list, page))
    .innerJoin(idea, sql`${idea.id} = found.id`)
    .innerJoin(conversation, eq(conversation.id, idea.id))
    .innerJoin(board, eq(board.id, idea.boardId))
    .innerJoin(person, eq(person.id, conversation.authorId))
    .where(ideasVisibleTo(viewer))
    .orderBy(sql`found.place ${way}, found.id ${way}`);
  const { items, next } = cut(rows, page.take, (row) => [list.order, placeOf(row, list.order), row.id]);
  return {
    items: items.map((row) => ({
      ...row,
      lateDays: lateDaysOf(row),
      may: {
        vote:
          canVote(viewer, { status: row.status, board: row.facts }).allowed &&
          (row.voted !== null || hasVoteFor(row.status, on.votesLeft)),
      },
    })),
    next,
  };
}

type Placed = { weight: number; trend: number; voteCount: number; createdAt: Date; waitingSince: Date | null };

function placeOf(row: Placed, order: IdeaOrder): string | number {
  if (order === "need") return row.weight;
  if (order === "votes") return row.voteCount;
  if (order === "trend") return String(row.trend);
  return (order === "newest" ? row.createdAt : (row.waitingSince ?? row.createdAt)).toISOString();
}
