import { type SQL, sql } from "drizzle-orm";
import { isTeam, type Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { post } from "../schema";
import { moderationCase } from "./schema";
import { CASES_MAX } from "./shape";

/** The spaces that the viewer owns, as a condition on the space of a post. */
function inOwnSpaces(viewer: Viewer): SQL {
  const owned = [...viewer.spaces].filter(([, role]) => role === "owner").map(([id]) => sql`${id}::uuid`);
  if (owned.length === 0) return sql`false`;
  return sql`exists (select 1 from ${post} where ${post.id} = ${moderationCase.conversationId}
    and ${post.spaceId} in (${sql.join(owned, sql`, `)}))`;
}

/**
 * The words that the viewer looks after, as a condition on `moderation_case`: hosts and admins all, owners those of
 * their spaces, and nobody their own.
 */
export function casesOf(viewer: Viewer): SQL {
  if (!viewer.standing.admitted) return sql`false`;
  const theirs = isTeam(viewer) ? sql`true` : inOwnSpaces(viewer);
  return sql`(${moderationCase.authorId} <> ${viewer.id} and ${theirs})`;
}

/** How many things wait for the viewer as a moderator, counted up to a bound; a number in any query. */
export function waitingCases(viewer: Viewer): SQL<number> {
  return sql<number>`(select count(*)::int from (select 1 from ${moderationCase}
    where ${moderationCase.settledAt} is null and ${casesOf(viewer)} limit ${sql.raw(String(CASES_MAX))}) waiting)`;
}

/** How many things that somebody reported as harassment nobody has settled. The launch waits for them. */
export async function openHarassmentReports(db: Reader): Promise<number> {
  const rows: Iterable<{ n: number }> = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from ${moderationCase} where ${moderationCase.settledAt} is null and ${moderationCase.grave}`);
  return Array.from(rows)[0]?.n ?? 0;
}
