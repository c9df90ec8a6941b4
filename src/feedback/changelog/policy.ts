import { type SQL, sql } from "drizzle-orm";
import { isTeam, type Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import { canSeeIdea, type IdeaFacts, ideasVisibleTo } from "../policy";
import { board, idea } from "../schema";
import { changelogEntry, changelogLink } from "./schema";

/** What the decision about an entry rests on. */
export type EntryFacts = {
  readonly publishedAt: Date | null;
  readonly ideas: readonly Pick<IdeaFacts, "removedAt" | "board">[];
};

/** Whether an entry is there for the viewer: published, and about something that they see or about nothing. */
export function canReadEntry(viewer: Viewer, { publishedAt, ideas }: EntryFacts, present: Date): boolean {
  if (!viewer.standing.admitted || publishedAt === null || publishedAt > present) return false;
  return ideas.length === 0 || ideas.some((one) => canSeeIdea(viewer, one));
}

/** `canReadEntry` as a condition on `changelog_entry`. */
export function entriesVisibleTo(viewer: Viewer): SQL {
  if (!viewer.standing.admitted) return sql`false`;
  const seen = sql`exists (select 1 from ${changelogLink} join ${idea} on ${idea.id} = ${changelogLink.ideaId}
    join ${board} on ${board.id} = ${idea.boardId}
    where ${changelogLink.entryId} = ${changelogEntry.id} and ${ideasVisibleTo(viewer)})`;
  return sql`(${changelogEntry.publishedAt} <= ${now().toISOString()}::timestamptz and (${seen} or ${WITHOUT_IDEAS}))`;
}

/** Whether an entry tells of no idea. */
export const WITHOUT_IDEAS: SQL = sql`not exists (select 1 from ${changelogLink}
  where ${changelogLink.entryId} = ${changelogEntry.id})`;

/** Whether a file of an entry may be opened: by whoever reads the entry, and by the team before that. */
export function entryFilesVisibleTo(viewer: Viewer): SQL {
  return isTeam(viewer) && viewer.standing.admitted ? sql`true` : entriesVisibleTo(viewer);
}
