import { z } from "zod";
import { personId } from "@/members/shape";
import { personCard } from "@/members/views";
import { stageShape } from "@/stages/shape";
import { adoptionId } from "./adoption/shape";
import { FOLLOW_LEVELS, GROUP_KINDS, requestId, SPACE_ROLES, slug, spaceId, VISIBILITIES } from "./shape";

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
  /** Whether somebody who is here still is its owner. */
  owned: z.boolean(),
  /** Whether the viewer is the last owner, who names another before leaving. */
  lastOwner: z.boolean(),
  /** What came of the viewer's last wish for a place; null when they never had one, or took it back. */
  request: z
    .object({
      askedAt: z.date(),
      words: z.string(),
      answer: z.enum(["accepted", "declined"]).nullable(),
      answeredAt: z.date().nullable(),
      reply: z.string(),
    })
    .nullable(),
  /** A host asks the viewer to look after it. */
  offered: z.object({ id: adoptionId, words: z.string(), by: z.string() }).nullable(),
  /** Where everything that was said here stands now. */
  mergedInto: z.object({ slug, name: z.string() }).nullable(),
  /** How many people wait for an answer, for those who may give it. */
  asking: z.number().int(),
  may: z.object({
    read: z.boolean(),
    write: z.boolean(),
    join: z.boolean(),
    ask: z.boolean(),
    leave: z.boolean(),
    run: z.boolean(),
  }),
});
export type SpaceView = z.output<typeof spaceView>;

/** Somebody who is in a space. `own`: by a place of their own, beside or without a group. */
export const memberView = personCard.extend({
  place: z.enum(SPACE_ROLES),
  own: z.boolean(),
  group: groupView.nullable(),
});
export type MemberView = z.output<typeof memberView>;

/** What a space says of itself, for those who consider joining. */
export const aboutView = z.object({
  space: spaceView,
  /** Markdown as written. */
  guidelines: z.string(),
  owners: z.array(z.object({ id: personId, displayName: z.string() })),
  groups: z.array(groupView),
});
export type AboutView = z.output<typeof aboutView>;

/** A group that may bring its people in, with how many of them there are. */
const steeringView = groupView.extend({ people: z.number().int() });

/** What those who run a space change of it. */
export const settingsView = z.object({
  space: spaceView,
  guidelines: z.string(),
  groups: z.array(steeringView),
  /** The groups that the viewer may add. */
  choices: z.array(steeringView),
});
export type SettingsView = z.output<typeof settingsView>;

/** Somebody who waits for a place. */
export const requestView = z.object({ id: requestId, person: personCard, words: z.string(), askedAt: z.date() });
export type RequestView = z.output<typeof requestView>;
