import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, type Page, type PageInput } from "@/platform/database/page";
import { reached } from "@/stages/shape";
import { boardsVisibleTo, canRunBoards, canSuggest, canSuggestForOthers, canVoteOn } from "./policy";
import { board } from "./schema";
import type { BoardId } from "./shape";
import type { BoardView } from "./views";

const columns = {
  id: board.id,
  slug: board.slug,
  name: board.name,
  purpose: board.purpose,
  audience: board.audience,
  opensAt: board.opensAt,
  votesAt: board.votesAt,
  archivedAt: board.archivedAt,
  ideaCount: board.ideaCount,
};

type Row = Omit<BoardView, "open" | "votesOpen" | "may">;

function viewFor(viewer: Viewer, row: Row): BoardView {
  return {
    ...row,
    open: reached(viewer.stage, row.opensAt),
    votesOpen: reached(viewer.stage, row.votesAt),
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
    .select(columns)
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

const nameKey = z.tuple([z.string(), z.uuid()]);

/** The boards that exist for the viewer, by name; those in the archive are left out. */
export async function boardsFor(db: Reader, viewer: Viewer, page: PageInput): Promise<Page<BoardView>> {
  const key = decodeKey(page.after, nameKey);
  const after = key === null ? undefined : sql`(lower(${board.name}), ${board.id}) > (${key[0]}, ${key[1]}::uuid)`;
  const rows = await db
    .select({ ...columns, sort: sql<string>`lower(${board.name})` })
    .from(board)
    .where(and(boardsVisibleTo(viewer), isNull(board.archivedAt), after))
    .orderBy(sql`lower(${board.name})`, asc(board.id))
    .limit(page.take + 1);
  const { items, next } = cut(rows, page.take, (row) => [row.sort, row.id]);
  return { items: items.map((row) => viewFor(viewer, row)), next };
}
