import { z } from "zod";
import { personId } from "@/members/shape";
import { ALLOW, deny } from "@/platform/access/decision";
import { hosts, inside } from "@/platform/access/guard";
import { reads, router, writes } from "@/platform/access/procedure";
import { pageOf, pageShape } from "@/platform/database/page";
import { archiveSpace, editSpace } from "./actions/edit-space";
import { givePlace, takePlace } from "./actions/give-place";
import { openSpace } from "./actions/open-space";
import { setCover } from "./actions/set-cover";
import { onSpace, onVisibleSpace } from "./guards";
import { canJoinSpace, canLeaveSpace, canReadSpace, canRunSpace } from "./policy";
import { membersOfSpace, spacesFor } from "./queries";
import { coverShape, newSpaceShape, SPACE_ROLES, slug, spaceId } from "./shape";
import { memberView, spaceView } from "./views";

const joining = onSpace("space open to join", canJoinSpace);
const leaving = onSpace("place in the space", canLeaveSpace);
const running = onSpace("space owner, host or admin", canRunSpace);
const reading = onSpace("space readable", (viewer, room) =>
  canReadSpace(viewer, room) ? ALLOW : deny("not-allowed", "askAnOwner"),
);
const done = z.object({ space: spaceId, slug });

export const spacesRouter = router({
  list: reads(inside)
    .input(pageShape)
    .output(pageOf(spaceView))
    .query(({ ctx, input }) => spacesFor(ctx.db, ctx.viewer, input)),
  bySlug: reads(onVisibleSpace)
    .output(spaceView)
    .query(({ ctx }) => ctx.resource),
  members: reads(reading)
    .input(pageShape)
    .output(pageOf(memberView))
    .query(({ ctx, input }) => membersOfSpace(ctx.db, ctx.viewer, ctx.resource.id, input)),
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
      return { space: ctx.resource.id, slug: ctx.resource.slug };
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
    .input(z.object({ archived: z.union([z.boolean(), z.stringbool()]) }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await archiveSpace(ctx.act, ctx.resource.id, input.archived);
      return { space: ctx.resource.id, slug: ctx.resource.slug };
    }),
  join: writes(joining)
    .output(done)
    .mutation(async ({ ctx }) => {
      await givePlace(ctx.act, { spaceId: ctx.resource.id, personId: ctx.viewer.id, role: "member" });
      return { space: ctx.resource.id, slug: ctx.resource.slug };
    }),
  leave: writes(leaving)
    .output(done)
    .mutation(async ({ ctx }) => {
      await takePlace(ctx.act, { spaceId: ctx.resource.id, personId: ctx.viewer.id });
      return { space: ctx.resource.id, slug: ctx.resource.slug };
    }),
  givePlace: writes(running)
    .input(z.object({ person: personId, role: z.enum(SPACE_ROLES) }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await givePlace(ctx.act, { spaceId: ctx.resource.id, personId: input.person, role: input.role });
      return { space: ctx.resource.id, slug: ctx.resource.slug };
    }),
  takePlace: writes(running)
    .input(z.object({ person: personId }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await takePlace(ctx.act, { spaceId: ctx.resource.id, personId: input.person });
      return { space: ctx.resource.id, slug: ctx.resource.slug };
    }),
});
