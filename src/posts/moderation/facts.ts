import { type SQL, sql } from "drizzle-orm";
import { isTeam, type Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { spacesReadableBy } from "@/spaces/policy";
import { space } from "@/spaces/schema";
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

/** Not in a space that is closed to the viewer, as a condition on `moderation_case`. */
function openTo(viewer: Viewer): SQL {
  return sql`not exists (select 1 from ${post} join ${space} on ${space.id} = ${post.spaceId}
    where ${post.id} = ${moderationCase.conversationId} and not (${spacesReadableBy(viewer)}))`;
}

/**
 * The words that the viewer looks after, as a condition on `moderation_case`: hosts and admins what they read and what
 * somebody brought to them, owners those of their spaces, and nobody their own.
 */
export function casesOf(viewer: Viewer): SQL {
  if (!viewer.standing.admitted) return sql`false`;
  const theirs = isTeam(viewer)
    ? sql`(${moderationCase.reportCount} > 0 or ${openTo(viewer)} or ${inOwnSpaces(viewer)})`
    : inOwnSpaces(viewer);
  return sql`(${moderationCase.authorId} <> ${viewer.id} and ${theirs})`;
}

/** How many things wait for the viewer as a moderator, counted up to a bound; a number in any query. */
export function waitingCases(viewer: Viewer): SQL<number> {
  return sql<number>`(select count(*)::int from (select 1 from ${moderationCase}
    where ${moderationCase.settledAt} is null and ${casesOf(viewer)} limit ${sql.raw(String(CASES_MAX))}) waiting)`;
}

/** How many things that somebody reported as harassment nobody had settled at a moment. The launch waits for them. */
export async function openHarassmentReports(db: Reader, at: Date = now()): Promise<number> {
  const moment = sql`${at.toISOString()}::timestamptz`;
  const rows: Iterable<{ n: number }> = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from ${moderationCase} where ${moderationCase.grave}
      and ${moderationCase.openedAt} <= ${moment}
      and (${moderationCase.settledAt} is null or ${moderationCase.settledAt} > ${moment})`);
  return Array.from(rows)[0]?.n ?? 0;
}
