import { and, asc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, type Page, type PageInput } from "@/platform/database/page";
import { reached } from "@/stages/shape";
import { labelsOf } from "./labels/queries";
import { boardFacts, boardsVisibleTo, canRunBoards, canSuggest, canSuggestForOthers, canVoteOn } from "./policy";
import { board } from "./schema";
import { type BoardId, CHOICES_MAX } from "./shape";
import type { BoardName, BoardView } from "./views";
import { leftOf, spentBy } from "./votes/budget";

function columnsFor(viewer: Viewer) {
  return {
    id: board.id,
    slug: board.slug,
    name: board.name,
    purpose: board.purpose,
    ...boardFacts,
    voteBudget: board.voteBudget,
    spent: sql<number>`case when ${board.voteBudget} is null then 0 else ${spentBy(viewer.id)} end`,
    answerDays: board.answerDays,
    categories: labelsOf("category"),
    tags: labelsOf("tag"),
    ideaCount: board.ideaCount,
  };
}

type Row = Omit<BoardView, "open" | "votesOpen" | "votesLeft" | "may"> & { spent: number };

function viewFor(viewer: Viewer, { spent, ...row }: Row): BoardView {
  return {
    ...row,
    open: reached(viewer.stage, row.opensAt),
    votesOpen: reached(viewer.stage, row.votesAt),
    votesLeft: leftOf(row.voteBudget, spent),
    may: {
      suggest: canSuggest(viewer, row).allowed,
      suggestForOthers: canSuggestForOthers(viewer, row).allowed,
      vote: canVoteOn(viewer, row).allowed,
      run: canRunBoards(viewer).allowed,
    },
  };
}

async function oneBoard(db: Reader, viewer: Viewer, which: SQL): Promise<BoardView | null> {
  const [row] = await db
    .select(columnsFor(viewer))
    .from(board)
    .where(and(which, boardsVisibleTo(viewer)));
  return row === undefined ? null : viewFor(viewer, row);
}

/** A board by its address, or null when it does not exist for the viewer. */
export function boardBySlug(db: Reader, viewer: Viewer, slug: string): Promise<BoardView | null> {
  return oneBoard(db, viewer, eq(board.slug, slug));
}

/** A board by its id, or null when it does not exist for the viewer. */
export function boardById(db: Reader, viewer: Viewer, id: BoardId): Promise<BoardView | null> {
  return oneBoard(db, viewer, eq(board.id, id));
}

/**
 * The boards that a form offers, by name: those that exist for the viewer, without the archive.
 * @param which.kept boards that were chosen before and stay on offer, archived or not; they come first
 * @param which.among a further condition on `board`
 */
export async function boardChoices(
  db: Reader,
  viewer: Viewer,
  { kept = [], among }: { kept?: readonly string[]; among?: SQL | undefined } = {},
): Promise<BoardName[]> {
  const isKept = sql`${board.id} = any(${`{${kept.join(",")}}`}::uuid[])`;
  return db
    .select({ id: board.id, slug: board.slug, name: board.name })
    .from(board)
    .where(and(boardsVisibleTo(viewer), or(isNull(board.archivedAt), isKept), among))
    .orderBy(sql`${isKept} desc`, sql`lower(${board.name})`, board.id)
    .limit(CHOICES_MAX);
}

const nameKey = z.tuple([z.string(), z.uuid()]);

/** The boards that exist for the viewer, by name; those in the archive are left out. */
export async function boardsFor(db: Reader, viewer: Viewer, page: PageInput): Promise<Page<BoardView>> {
  const key = decodeKey(page.after, nameKey);
  const after = key === null ? undefined : sql`(lower(${board.name}), ${board.id}) > (${key[0]}, ${key[1]}::uuid)`;
  const rows = await db
    .select({ ...columnsFor(viewer), sort: sql<string>`lower(${board.name})` })
    .from(board)
    .where(and(boardsVisibleTo(viewer), isNull(board.archivedAt), after))
    .orderBy(sql`lower(${board.name})`, asc(board.id))
    .limit(page.take + 1);
  const { items, next } = cut(rows, page.take, (row) => [row.sort, row.id]);
  return { items: items.map((row) => viewFor(viewer, row)), next };
}
