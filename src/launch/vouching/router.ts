import { z } from "zod";
import { admitted } from "@/platform/access/decision";
import { admins, guardOn, inside } from "@/platform/access/guard";
import { reads, router, writes } from "@/platform/access/procedure";
import { invitationId } from "../shape";
import { inviteColleague } from "./actions/invite-colleague";
import { setNumber, takeInvitationBack } from "./actions/take-back";
import { ownInvitations, ownWaiting } from "./queries";
import { numberShape, vouchShape } from "./shape";
import { ownInvitationsView } from "./views";

const done = z.object({});

/** An invitation that the member sent; for everybody else none exists here. */
const onOwnInvitation = guardOn({
  name: "admitted, on an invitation of one's own",
  by: z.object({ invitation: invitationId }),
  load: (db, viewer, by) => ownWaiting(db, viewer, by.invitation),
  decide: admitted,
});

export const vouchingRouter = router({
  mine: reads(inside)
    .output(ownInvitationsView)
    .query(({ ctx }) => ownInvitations(ctx.db, ctx.viewer)),
  invite: writes(inside, { name: "vouch", points: 20, seconds: 3600 })
    .input(vouchShape)
    .output(z.object({ invitation: invitationId }))
    .mutation(async ({ ctx, input }) => ({ invitation: await inviteColleague(ctx.act, input) })),
  takeBack: writes(onOwnInvitation)
    .output(done)
    .mutation(async ({ ctx }) => {
      await takeInvitationBack(ctx.act, ctx.resource);
      return {};
    }),
  setNumber: writes(admins)
    .input(numberShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await setNumber(ctx.act, input.number);
      return {};
    }),
});
