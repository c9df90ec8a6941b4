import { z } from "zod";
import { personCard } from "@/members/views";
import { stageShape } from "@/stages/shape";
import { FOLLOW_LEVELS, GROUP_KINDS, SPACE_ROLES, slug, spaceId, VISIBILITIES } from "./shape";

/** A group that brings somebody into a space. */
export const groupView = z.object({ kind: z.enum(GROUP_KINDS), name: z.string() });

export const spaceView = z.object({
  id: spaceId,
  slug,
  name: z.string(),
  purpose: z.string(),
  visibility: z.enum(VISIBILITIES),
  opensAt: stageShape,
  archivedAt: z.date().nullable(),
  memberCount: z.number().int(),
  /** True when there are more than `memberCount`: people of groups are counted up to a bound. */
  manyMembers: z.boolean(),
  /** The picture over it, with what it shows. */
  cover: z.object({ url: z.string(), alt: z.string() }).nullable(),
  postCount: z.number().int(),
  lastPostAt: z.date().nullable(),
  /** The viewer's own place, if any. */
  place: z.enum(SPACE_ROLES).nullable(),
  /** The group that brings the viewer in, if one does. */
  group: groupView.nullable(),
  /** How much of it the viewer hears of, if they have a place. */
  level: z.enum(FOLLOW_LEVELS).nullable(),
  may: z.object({ read: z.boolean(), write: z.boolean(), join: z.boolean(), leave: z.boolean(), run: z.boolean() }),
});
export type SpaceView = z.output<typeof spaceView>;

/** Somebody who is in a space. `own`: by a place of their own, beside or without a group. */
export const memberView = personCard.extend({
  place: z.enum(SPACE_ROLES),
  own: z.boolean(),
  group: groupView.nullable(),
});
export type MemberView = z.output<typeof memberView>;
