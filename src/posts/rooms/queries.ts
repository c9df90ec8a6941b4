import { eq, ne, sql } from "drizzle-orm";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { askedToAdopt } from "@/spaces/adoption/queries";
import type { SpaceFacts } from "@/spaces/policy";
import { space, spaceMember } from "@/spaces/schema";
import type { SpaceId } from "@/spaces/shape";
import { readersOnlyOf, type Target, targetsAmong } from "@/spaces/targets";
import type { SpaceView } from "@/spaces/views";
import { reached } from "@/stages/shape";
import { coldRooms } from "../warmth";
import { likelyAdopters } from "./adopters";
import { canMergeInto } from "./policy";
import type { EmptyRoomView } from "./views";

/** What can be done about a space that newcomers would find empty. */
export async function emptyRoom(
  db: Reader,
  viewer: Viewer,
  room: SpaceView,
  into: SpaceId | undefined,
): Promise<EmptyRoomView> {
  const at = now();
  const [cold] = await coldRooms(db, eq(space.id, room.id), at);
  const targets = await targetsOf(db, viewer, room);
  const chosen = targets.find((one) => one.id === into);
  return {
    space: room,
    cold: cold?.cold ?? [],
    adopters: await likelyAdopters(db, viewer, room.id, at),
    asked: await askedToAdopt(db, room.id),
    targets: targets.map(({ id, slug, name }) => ({ id, slug, name })),
    chosen: chosen === undefined ? null : { ...chosen, ...(await effectOf(db, viewer, room.id, chosen.id)) },
    isOpen: reached(viewer.stage, room.opensAt),
  };
}

async function targetsOf(db: Reader, viewer: Viewer, from: SpaceView): Promise<Target[]> {
  const rooms = await targetsAmong(db, viewer, ne(space.visibility, "private"));
  return rooms.filter((into) => canMergeInto(viewer, from, into).allowed);
}

/** The space that another is to be merged into, as the viewer reads it, or null. */
export async function targetById(db: Reader, id: SpaceId): Promise<SpaceFacts | null> {
  const { visibility, opensAt, archivedAt } = space;
  const [row] = await db.select({ id: space.id, visibility, opensAt, archivedAt }).from(space).where(eq(space.id, id));
  return row ?? null;
}

/** How much moves, who gets a place there, and for how many people it changes what they read. Nobody is named. */
async function effectOf(db: Reader, viewer: Viewer, from: SpaceId, into: SpaceId) {
  const [row] = await db.execute<{ posts: number; joining: number; losing: number; gaining: number }>(sql`select
    (select ${space.postCount} from ${space} where ${space.id} = ${from}) as posts,
    (select count(*)::int from ${spaceMember} m where m.space_id = ${from}::uuid and not exists (
      select 1 from ${spaceMember} o where o.space_id = ${into}::uuid and o.person_id = m.person_id)) as joining,
    ${readersOnlyOf(viewer, from, into)} as losing, ${readersOnlyOf(viewer, into, from)} as gaining`);
  return row ?? { posts: 0, joining: 0, losing: 0, gaining: 0 };
}
