import { and, eq, ne, sql } from "drizzle-orm";
import { demand } from "@/platform/access/decision";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { found } from "@/platform/errors";
import { spacesReadableBy } from "@/spaces/policy";
import { space } from "@/spaces/schema";
import type { SpaceId } from "@/spaces/shape";
import { readersOnlyOf, type Target, targetsAmong } from "@/spaces/targets";
import { canPublish } from "./policy";
import type { LoadedPost } from "./queries";
import type { MoveView } from "./views";

async function targetsOf(db: Reader, viewer: Viewer, subject: LoadedPost): Promise<Target[]> {
  const rooms = await targetsAmong(db, viewer, ne(space.id, subject.space.id));
  return rooms.filter((room) => canPublish(viewer, room, subject.kind).allowed);
}

/** How many people read a post now and will not there, and how many the other way round. Nobody is named. */
async function effectOf(
  db: Reader,
  viewer: Viewer,
  way: { from: SpaceId; to: SpaceId },
): Promise<{ losing: number; gaining: number }> {
  const [row] = await db.execute<{ losing: number; gaining: number }>(sql`select
    ${readersOnlyOf(viewer, way.from, way.to)} as losing, ${readersOnlyOf(viewer, way.to, way.from)} as gaining`);
  return row ?? { losing: 0, gaining: 0 };
}

/** Where a post can go, and what it means for its readers when one place is chosen. */
export async function moveOf(
  db: Reader,
  viewer: Viewer,
  subject: LoadedPost,
  to: SpaceId | undefined,
): Promise<MoveView> {
  const targets = await targetsOf(db, viewer, subject);
  const chosen = targets.find((room) => room.id === to);
  const named = ({ id, slug, name }: Target) => ({ id, slug, name });
  return {
    targets: targets.map(named),
    chosen: chosen === undefined ? null : named(chosen),
    effect: chosen === undefined ? null : await effectOf(db, viewer, { from: subject.space.id, to: chosen.id }),
  };
}

/** The space that a post is to go to: one that the mover reads, and may write such a post in. */
export async function targetOf(db: Reader, viewer: Viewer, subject: LoadedPost, to: SpaceId): Promise<{ id: SpaceId }> {
  const [row] = await db
    .select({ id: space.id, visibility: space.visibility, opensAt: space.opensAt, archivedAt: space.archivedAt })
    .from(space)
    .where(and(eq(space.id, to), spacesReadableBy(viewer)));
  const room = found(row);
  demand(canPublish(viewer, room, subject.kind));
  return room;
}
