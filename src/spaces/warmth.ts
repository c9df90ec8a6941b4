import { DAY } from "@/platform/durations";
import { reached, type Stage, stageAfter } from "@/stages/shape";
import type { Visibility } from "./shape";

/** Fewer people than this who wrote lately do not make a room. */
export const AUTHORS_MIN = 3;
/** How long somebody who wrote counts as one of a room's authors: the window in which readiness counts voices. */
export const AUTHORS_WITHIN_DAYS = 28;
/** A room without a new conversation for longer than this greets newcomers with silence. */
export const QUIET_AFTER_DAYS = 7;

/** What the rule looks at. */
export type RoomFacts = {
  /** Different people who wrote within `AUTHORS_WITHIN_DAYS`; it is enough to count to `AUTHORS_MIN`. */
  readonly authors: number;
  /** When the newest conversation was opened; null when there was none. */
  readonly lastPostAt: Date | null;
  /** Whether somebody who is still here is its owner. */
  readonly owned: boolean;
};

export const COLD_REASONS = ["authors", "quiet", "owner"] as const;
export type ColdReason = (typeof COLD_REASONS)[number];

/** Why a newcomer would find a room empty, in the order in which to mend it; nothing when they would not. */
export function coldBecause(room: RoomFacts, at: Date): ColdReason[] {
  const quietSince = at.getTime() - QUIET_AFTER_DAYS * DAY;
  const cold: ColdReason[] = [];
  if (room.authors < AUTHORS_MIN) cold.push("authors");
  if (room.lastPostAt === null || room.lastPostAt.getTime() < quietSince) cold.push("quiet");
  if (!room.owned) cold.push("owner");
  return cold;
}

type Door = { readonly visibility: Visibility; readonly opensAt: Stage; readonly archivedAt: Date | null };

/** The next stage, when its newcomers will see this room; null when none comes or they will not. */
export function greetsNewcomersAt(room: Door, stage: Stage): Stage | null {
  const next = stageAfter(stage);
  if (next === null || room.archivedAt !== null || room.visibility === "private") return null;
  return reached(next, room.opensAt) ? next : null;
}
