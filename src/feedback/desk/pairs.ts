import { sql } from "drizzle-orm";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import type { ConversationId } from "@/posts/shape";
import { ALIKE } from "../merging/alike";
import { basisOf } from "../merging/shape";
import { ideasVisibleTo } from "../policy";
import { board, idea } from "../schema";
import type { IdeaStatus } from "../shape";
import type { PairView } from "./views";

/** How many ideas are compared with one another, the newest, and how many pairs a host is asked about at a time. */
const COMPARED = 300;
const SHOWN = 20;

type Side = {
  id: ConversationId;
  title: string;
  excerpt: string;
  status: IdeaStatus;
  voteCount: number;
  version: number;
  promisedFor: string | null;
  /** Whether it may be joined with another: it carries no promise, is not here already, and has no doubles itself. */
  free: boolean;
};
type Row = { a: Side; b: Side; board: PairView["board"] };

/**
 * Pairs of ideas of one board that read alike, by the groups of three letters of their titles, the most alike first.
 * Pairs that a host has found to be different are left out, and those that cannot be joined either way.
 */
export async function pairsFor(db: Reader, viewer: Viewer): Promise<PairView[]> {
  const side = (of: string) =>
    sql.raw(`jsonb_build_object('id', ${of}.id, 'title', ${of}.title, 'excerpt', ${of}.excerpt, 'status', ${of}.status,
      'voteCount', ${of}.vote_count, 'version', ${of}.version, 'promisedFor', ${of}.promised_for, 'free', ${of}.free)`);
  const rows = await db.execute<Row>(sql`
    with recent as materialized (
      select ${idea.id} as id, ${idea.boardId} as board_id, c.title, c.excerpt, c.version, ${idea.status} as status,
        ${idea.voteCount} as vote_count, ${idea.promisedFor} as promised_for, ${board.slug} as slug, ${board.name} as name,
        ${idea.status} <> 'shipped' and ${idea.promisedFor} is null
          and not exists (select 1 from idea d where d.merged_into = ${idea.id}) as free
      from ${idea} join conversation c on c.id = ${idea.id} join ${board} on ${board.id} = ${idea.boardId}
      where ${ideasVisibleTo(viewer)} and ${board.archivedAt} is null and ${idea.status} <> 'merged'
      order by ${idea.createdAt} desc, ${idea.id} desc limit ${COMPARED}
    )
    select ${side("a")} as a, ${side("b")} as b, jsonb_build_object('slug', a.slug, 'name', a.name) as board
    from recent a join recent b on b.board_id = a.board_id and a.id < b.id and (a.free or b.free)
    cross join lateral (select similarity(lower(a.title), lower(b.title)) as near) alike
    where alike.near >= ${ALIKE}
      and not exists (select 1 from idea_pair_apart p where p.one_id = a.id and p.other_id = b.id)
    order by alike.near desc, a.id, b.id limit ${SHOWN}`);
  return Array.from(rows, ({ a, b, board: on }) => {
    const { one, into } = directed(a, b);
    return { one: card(one), into: card(into), board: on, basis: basisOf(one, into) };
  });
}

/** The one that fewer people want goes, and of equals the later; never one that cannot. */
function directed(a: Side, b: Side): { one: Side; into: Side } {
  const isBGoing = b.free && (!a.free || b.voteCount <= a.voteCount);
  return isBGoing ? { one: b, into: a } : { one: a, into: b };
}

function card({ id, title, excerpt, status, voteCount }: Side): PairView["one"] {
  return { id, title, excerpt, status, voteCount };
}
