import { z } from "zod";
import { personId } from "@/members/shape";
import { ALLOW, deny } from "@/platform/access/decision";
import { guardOn, hosts, inside } from "@/platform/access/guard";
import { reads, router, writes } from "@/platform/access/procedure";
import { yesOrNo } from "@/platform/boxes";
import { now } from "@/platform/clock";
import { pageOf, pageShape } from "@/platform/database/page";
import { Refusal } from "@/platform/errors";
import { aboutSpace } from "./about";
import { answerRequest, askToJoin, takeAskBack } from "./actions/ask-to-join";
import { archiveSpace, editSpace } from "./actions/edit-space";
import { givePlace, takePlace } from "./actions/give-place";
import { openSpace } from "./actions/open-space";
import { setCover } from "./actions/set-cover";
import { setLevel } from "./actions/set-level";
import { addGroup, removeGroup } from "./actions/steer-space";
import { onSpace, onSpaceAt, onVisibleSpace } from "./guards";
import { membersOfSpace, requestById, requestsFor } from "./people";
import { canAskToJoin, canFollowSpace, canJoinSpace, canLeaveSpace, canReadSpace, canRunSpace } from "./policy";
import { spacesFor } from "./queries";
import {
  coverShape,
  FOLLOW_LEVELS,
  groupWord,
  newSpaceShape,
  requestId,
  requestWords,
  SPACE_ROLES,
  slug,
  spaceId,
} from "./shape";
import { mayBring, settingsOf } from "./steering";
import { aboutView, memberView, requestView, type SpaceView, settingsView, spaceView } from "./views";

const joining = onSpace("space open to join", canJoinSpace);
const asking = onSpace("space that asks to be asked", (viewer, room) => canAskToJoin(viewer, room, now()));
const takingBack = onSpace("space visible", () => ALLOW);
const leaving = onSpace("place of one's own in the space", canLeaveSpace);
const following = onSpace("place in the space", canFollowSpace);
const running = onSpace("space owner, host or admin", canRunSpace);
const runningAt = onSpaceAt("space owner, host or admin", canRunSpace);
const readingAt = onSpaceAt("space readable", (viewer, room) =>
  canReadSpace(viewer, room) ? ALLOW : deny("not-allowed", "askAnOwner"),
);
const answering = guardOn({
  name: "space owner, host or admin",
  by: z.object({ request: requestId }),
  load: (db, viewer, { request }) => requestById(db, viewer, request),
  decide: (viewer, { space }) => canRunSpace(viewer, space),
});

const done = z.object({ space: spaceId, slug });
const doneIn = (room: SpaceView) => ({ space: room.id, slug: room.slug });
const ofSpace = z.object({ space: spaceView });

export const spacesRouter = router({
  list: reads(inside)
    .input(pageShape.extend({ of: z.enum(["live", "mine", "all"]).default("live") }))
    .output(pageOf(spaceView))
    .query(({ ctx, input }) => spacesFor(ctx.db, ctx.viewer, input)),
  bySlug: reads(onVisibleSpace)
    .output(spaceView)
    .query(({ ctx }) => ctx.resource),
  about: reads(onVisibleSpace)
    .output(aboutView)
    .query(async ({ ctx }) => ({ space: ctx.resource, ...(await aboutSpace(ctx.db, ctx.resource.id)) })),
  members: reads(readingAt)
    .input(pageShape)
    .output(pageOf(memberView).extend(ofSpace.shape))
    .query(async ({ ctx, input }) => ({
      space: ctx.resource,
      ...(await membersOfSpace(ctx.db, ctx.viewer, ctx.resource.id, input)),
    })),
  requests: reads(runningAt)
    .input(pageShape)
    .output(pageOf(requestView).extend(ofSpace.shape))
    .query(async ({ ctx, input }) => ({
      space: ctx.resource,
      ...(await requestsFor(ctx.db, ctx.resource.id, input)),
    })),
  settings: reads(runningAt)
    .output(settingsView)
    .query(async ({ ctx }) => ({
      space: ctx.resource,
      ...(await settingsOf(ctx.db, ctx.viewer, ctx.resource.id)),
    })),
  open: writes(hosts)
    .input(newSpaceShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      const made = await openSpace(ctx.act, input);
      return { space: made.id, slug: made.slug };
    }),
  edit: writes(running)
    .input(newSpaceShape.omit({ slug: true }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await editSpace(ctx.act, ctx.resource.id, input);
      return doneIn(ctx.resource);
    }),
  setCover: writes(running)
    .input(coverShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await setCover(ctx.act, ctx.resource.id, { file: input.cover, alt: input.alt });
      return { space: ctx.resource.id, slug: ctx.resource.slug };
    }),
  removeCover: writes(running)
    .output(done)
    .mutation(async ({ ctx }) => {
      await setCover(ctx.act, ctx.resource.id, null);
      return { space: ctx.resource.id, slug: ctx.resource.slug };
    }),
  archive: writes(running)
    // A form sends words, the JSON door a boolean.
    .input(z.object({ archived: yesOrNo }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await archiveSpace(ctx.act, ctx.resource.id, input.archived);
      return doneIn(ctx.resource);
    }),
  addGroup: writes(running)
    .input(z.object({ group: groupWord }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      if (!(await mayBring(ctx.tx, ctx.viewer, input.group)))
        throw new Refusal("invalid", "invalid", {}, { group: ["field.noSuchGroup"] });
      await addGroup(ctx.act, ctx.resource.id, input.group);
      return doneIn(ctx.resource);
    }),
  removeGroup: writes(running)
    .input(z.object({ group: groupWord }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await removeGroup(ctx.act, ctx.resource.id, input.group);
      return doneIn(ctx.resource);
    }),
  join: writes(joining)
    .output(done)
    .mutation(async ({ ctx }) => {
      await givePlace(ctx.act, { spaceId: ctx.resource.id, personId: ctx.viewer.id, role: "member" });
      return doneIn(ctx.resource);
    }),
  ask: writes(asking, { name: "ask-to-join", points: 10, seconds: 600 })
    .input(z.object({ words: requestWords.default("") }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await askToJoin(ctx.act, ctx.resource.id, input.words);
      return doneIn(ctx.resource);
    }),
  takeAskBack: writes(takingBack)
    .output(done)
    .mutation(async ({ ctx }) => {
      await takeAskBack(ctx.act, ctx.resource.id);
      return doneIn(ctx.resource);
    }),
  answer: writes(answering)
    .input(z.object({ answer: z.enum(["accepted", "declined"]), reply: requestWords.default("") }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      const { space, personId: person } = ctx.resource;
      await answerRequest(ctx.act, { spaceId: space.id, personId: person }, input.answer, input.reply);
      return doneIn(space);
    }),
  setLevel: writes(following)
    .input(z.object({ level: z.enum(FOLLOW_LEVELS) }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await setLevel(ctx.act, ctx.resource.id, input.level);
      return doneIn(ctx.resource);
    }),
  leave: writes(leaving)
    .output(done)
    .mutation(async ({ ctx }) => {
      await takePlace(ctx.act, { spaceId: ctx.resource.id, personId: ctx.viewer.id });
      return doneIn(ctx.resource);
    }),
  givePlace: writes(running)
    .input(z.object({ person: personId, role: z.enum(SPACE_ROLES) }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await givePlace(ctx.act, { spaceId: ctx.resource.id, personId: input.person, role: input.role });
      return doneIn(ctx.resource);
    }),
  takePlace: writes(running)
    .input(z.object({ person: personId }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await takePlace(ctx.act, { spaceId: ctx.resource.id, personId: input.person });
      return doneIn(ctx.resource);
    }),
});
