import { type SQL, sql } from "drizzle-orm";
import { person, personRole } from "@/members/schema";
import { ALLOW, type Decision, deny } from "@/platform/access/decision";
import { isTeam, type Viewer } from "@/platform/access/viewer";
import { DAY } from "@/platform/durations";
import { admittedAt } from "@/stages/admitted";
import { type Audience, reached, STAGES, type Stage } from "@/stages/shape";
import { space, spacePlace } from "./schema";
import { ASK_AGAIN_DAYS, type RequestAnswer, type SpaceId, type Visibility } from "./shape";

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

/** The spaces where the viewer has a place, as a condition on `space`. */
export function inSpaces(viewer: Viewer): SQL {
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
  return sql`(${openStages(viewer)} and (${space.visibility} <> 'private' or ${inSpaces(viewer)}))`;
}

/** `canReadSpace` as a condition on `space`. */
export function spacesReadableBy(viewer: Viewer): SQL {
  if (!viewer.standing.admitted) return sql`false`;
  const free = isTeam(viewer) ? sql`${space.visibility} <> 'private'` : sql`${space.visibility} = 'open'`;
  return sql`(${openStages(viewer)} and (${free} or ${inSpaces(viewer)}))`;
}

/** Where the launch stands: a viewer knows it, and so does `currentStage`. */
export type Launch = { readonly stage: Stage; readonly audience: Audience };

/**
 * `canReadSpace` asked from the other side: who reads a space, as a condition on `person` joined with `space`. For
 * whoever tells, mails or names people: none of them may be told of what they may not read.
 * @param launch where the launch stands
 * @param at the moment asked about
 */
export function readersOfSpace(launch: Launch, at: Date): SQL<boolean> {
  const isTeamMember = sql`exists (select 1 from ${personRole} where ${personRole.personId} = ${person.id}
    and ${personRole.until} is null)`;
  const hasPlace = (role: SQL) => sql`exists (select 1 from ${spacePlace}
    where ${spacePlace.spaceId} = ${space.id} and ${spacePlace.personId} = ${person.id} ${role})`;
  const open = STAGES.filter((stage) => reached(launch.stage, stage));
  const isOpen = sql`${space.opensAt} in (${sql.join(
    open.map((stage) => sql`${stage}`),
    sql`, `,
  )})`;
  return sql<boolean>`(${admittedAt(launch.stage, launch.audience, at)}
    and (${isOpen} or ${isTeamMember} or ${hasPlace(sql`and ${spacePlace.role} = 'owner'`)})
    and (${space.visibility} = 'open' or (${space.visibility} = 'request' and ${isTeamMember}) or ${hasPlace(sql``)}))`;
}

/** Joining by oneself: open spaces; and those that ask to be asked, for the team, which runs them anyway. */
export function canJoinSpace(viewer: Viewer, room: SpaceFacts): Decision {
  if (room.archivedAt !== null) return deny("not-allowed", "spaceArchived");
  if (viewer.spaces.has(room.id)) return deny("conflict", "alreadyInSpace");
  if (room.visibility === "open" || (room.visibility === "request" && isTeam(viewer))) return ALLOW;
  return deny("not-allowed", "askAnOwner");
}

/** What came of the viewer's last wish for a place: open while there is no answer. */
export type LastRequest = { readonly answer: RequestAnswer | null; readonly answeredAt: Date | null };

/** Asking for a place: where one may not simply join, once at a time, and not again right after a no. */
export function canAskToJoin(
  viewer: Viewer,
  room: SpaceFacts & { readonly request: LastRequest | null },
  at: Date,
): Decision {
  if (room.archivedAt !== null) return deny("not-allowed", "spaceArchived");
  if (viewer.spaces.has(room.id)) return deny("conflict", "alreadyInSpace");
  if (canJoinSpace(viewer, room).allowed) return deny("conflict", "justJoin");
  if (room.request === null) return ALLOW;
  const { answer, answeredAt } = room.request;
  if (answer === null) return deny("conflict", "alreadyAsked");
  const again = answer === "declined" && answeredAt !== null ? answeredAt.getTime() + ASK_AGAIN_DAYS * DAY : 0;
  if (again <= at.getTime()) return ALLOW;
  return deny("too-many", "askAgainLater", { days: Math.ceil((again - at.getTime()) / DAY) });
}

/** Choosing what one hears of a space: whoever has a place in it. */
export function canFollowSpace(viewer: Viewer, room: SpaceFacts): Decision {
  return viewer.spaces.has(room.id) ? ALLOW : deny("conflict", "notInSpace");
}

/** Leaving: whoever has a place of their own. Whom a group brings in stays as long as they are in it. */
export function canLeaveSpace(viewer: Viewer, room: SpaceFacts & { readonly group: object | null }): Decision {
  if (!viewer.spaces.has(room.id)) return deny("conflict", "notInSpace");
  return room.group === null ? ALLOW : deny("conflict", "inByGroup");
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
