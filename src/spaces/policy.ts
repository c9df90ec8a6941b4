import { type SQL, sql } from "drizzle-orm";
import { ALLOW, type Decision, deny } from "@/platform/access/decision";
import { isTeam, type Viewer } from "@/platform/access/viewer";
import { reached, STAGES, type Stage } from "@/stages/shape";
import { space } from "./schema";
import type { SpaceId, Visibility } from "./shape";

/** What the decisions about a space rest on. */
export type SpaceFacts = {
  readonly id: SpaceId;
  readonly visibility: Visibility;
  readonly opensAt: Stage;
  readonly archivedAt: Date | null;
};

function isOpenTo(viewer: Viewer, room: SpaceFacts): boolean {
  return reached(viewer.stage, room.opensAt) || isTeam(viewer) || viewer.spaces.get(room.id) === "owner";
}

/** Whether a space exists for the viewer: a private one only for those who have a place in it, hosts not excepted. */
export function canSeeSpace(viewer: Viewer, room: SpaceFacts): boolean {
  if (!viewer.standing.admitted || !isOpenTo(viewer, room)) return false;
  return room.visibility !== "private" || viewer.spaces.has(room.id);
}

/** Whether the viewer reads what is written in a space. One that asks to be asked is read by its members and hosts. */
export function canReadSpace(viewer: Viewer, room: SpaceFacts): boolean {
  if (!canSeeSpace(viewer, room)) return false;
  return room.visibility !== "request" || viewer.spaces.has(room.id) || isTeam(viewer);
}

function placesOf(viewer: Viewer): SQL {
  const ids = [...viewer.spaces.keys()];
  if (ids.length === 0) return sql`false`;
  return sql`${space.id} in (${sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  )})`;
}

function openStages(viewer: Viewer): SQL {
  if (isTeam(viewer)) return sql`true`;
  const open = STAGES.filter((stage) => reached(viewer.stage, stage));
  const owned = [...viewer.spaces].filter(([, role]) => role === "owner").map(([id]) => id);
  const byStage = sql`${space.opensAt} in (${sql.join(
    open.map((stage) => sql`${stage}`),
    sql`, `,
  )})`;
  if (owned.length === 0) return byStage;
  return sql`(${byStage} or ${space.id} in (${sql.join(
    owned.map((id) => sql`${id}::uuid`),
    sql`, `,
  )}))`;
}

/** `canSeeSpace` as a condition on `space`. */
export function spacesVisibleTo(viewer: Viewer): SQL {
  if (!viewer.standing.admitted) return sql`false`;
  return sql`(${openStages(viewer)} and (${space.visibility} <> 'private' or ${placesOf(viewer)}))`;
}

/** `canReadSpace` as a condition on `space`. */
export function spacesReadableBy(viewer: Viewer): SQL {
  if (!viewer.standing.admitted) return sql`false`;
  const free = isTeam(viewer) ? sql`${space.visibility} <> 'private'` : sql`${space.visibility} = 'open'`;
  return sql`(${openStages(viewer)} and (${free} or ${placesOf(viewer)}))`;
}

/** Joining by oneself: open spaces only. */
export function canJoinSpace(viewer: Viewer, room: SpaceFacts): Decision {
  if (room.archivedAt !== null) return deny("not-allowed", "spaceArchived");
  if (viewer.spaces.has(room.id)) return deny("conflict", "alreadyInSpace");
  return room.visibility === "open" ? ALLOW : deny("not-allowed", "askAnOwner");
}

/** Leaving: whoever has a place. */
export function canLeaveSpace(viewer: Viewer, room: SpaceFacts): Decision {
  return viewer.spaces.has(room.id) ? ALLOW : deny("conflict", "notInSpace");
}

/** Changing a space and giving places in it: its owners and the team. */
export function canRunSpace(viewer: Viewer, room: SpaceFacts): Decision {
  return viewer.spaces.get(room.id) === "owner" || isTeam(viewer) ? ALLOW : deny("not-allowed", "ownersOnly");
}

/** Writing in a space: whoever reads it, until it is archived. */
export function canWriteInSpace(viewer: Viewer, room: SpaceFacts): Decision {
  if (room.archivedAt !== null) return deny("not-allowed", "spaceArchived");
  return canReadSpace(viewer, room) ? ALLOW : deny("not-allowed", "askAnOwner");
}
