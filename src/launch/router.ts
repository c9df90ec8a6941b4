import { z } from "zod";
import { admins, hosts, self } from "@/platform/access/guard";
import { reads, router, writes } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { pageOf, pageShape } from "@/platform/database/page";
import { stageShape } from "@/stages/shape";
import { askToJoin, takeRequestBack } from "./actions/ask-to-join";
import { resendInvitation, revokeInvitation } from "./actions/change-invitation";
import { flipStage } from "./actions/flip-stage";
import { inviteAddresses, invitePerson } from "./actions/invite";
import { undoFlip } from "./actions/undo-flip";
import { announcementProcedures } from "./announcements/router";
import { conversationGraph } from "./graph";
import { onInvitation, onKnownPerson } from "./guards";
import { history } from "./history";
import { invitations, seededAuthors } from "./invitations";
import { planProcedures } from "./plans/router";
import { peopleChangedBy, rehearse } from "./rehearsal";
import { openRequests, waitingRoom } from "./requests";
import { roomFor } from "./room";
import { flipForm, INVITATION_STATES, invitationShape, invitePersonShape, joinRequestShape, undoShape } from "./shape";
import {
  changedPersonView,
  graphView,
  historyView,
  invitationView,
  rehearsalView,
  requestView,
  roomView,
  seededAuthorView,
  waitingView,
} from "./views";

const INVITE = { name: "invite", points: 60, seconds: 3600 };
const done = z.object({});

export const launchRouter = router({
  ...planProcedures,
  ...announcementProcedures,
  room: reads(hosts)
    .output(roomView)
    .query(({ ctx }) => roomFor(ctx.db, ctx.viewer)),
  rehearsal: reads(hosts)
    .input(z.object({ to: stageShape }))
    .output(rehearsalView)
    .query(({ ctx, input }) => rehearse(ctx.db, input.to, ctx.viewer)),
  rehearsalPeople: reads(admins)
    .input(pageShape.extend({ to: stageShape, change: z.enum(["gained", "lost"]) }))
    .output(pageOf(changedPersonView))
    .query(({ ctx, input }) => peopleChangedBy(ctx.db, input, input)),
  flip: writes(admins, { name: "flip", points: 20, seconds: 600 })
    .input(flipForm)
    .output(z.object({ stage: stageShape, version: z.number().int() }))
    .mutation(async ({ ctx, input }) => {
      const { to, version } = await flipStage(ctx.act, input);
      return { stage: to, version };
    }),
  undo: writes(admins, { name: "flip", points: 20, seconds: 600 })
    .input(undoShape)
    .output(z.object({ stage: stageShape, version: z.number().int() }))
    .mutation(({ ctx, input }) => undoFlip(ctx.act, input)),
  history: reads(hosts)
    .input(pageShape)
    .output(pageOf(historyView))
    .query(({ ctx, input }) => history(ctx.db, input)),
  graph: reads(hosts)
    .output(graphView)
    .query(({ ctx }) => conversationGraph(ctx.db, ctx.viewer, now())),
  invitations: reads(hosts)
    .input(pageShape.extend({ state: z.enum(INVITATION_STATES).optional() }))
    .output(pageOf(invitationView))
    .query(({ ctx, input }) => invitations(ctx.db, input, input)),
  requests: reads(hosts)
    .input(pageShape)
    .output(pageOf(requestView))
    .query(({ ctx, input }) => openRequests(ctx.db, input)),
  seededAuthors: reads(hosts)
    .input(pageShape)
    .output(pageOf(seededAuthorView))
    .query(({ ctx, input }) => seededAuthors(ctx.db, ctx.viewer, input)),
  invite: writes(hosts, INVITE)
    .input(invitationShape)
    .output(z.object({ invited: z.number().int() }))
    .mutation(async ({ ctx, input }) => ({ invited: await inviteAddresses(ctx.act, input) })),
  invitePerson: writes(onKnownPerson, INVITE)
    .input(invitePersonShape)
    .output(z.object({ invited: z.literal(1) }))
    .mutation(async ({ ctx, input }) => {
      await invitePerson(ctx.act, ctx.resource.id, input.note);
      return { invited: 1 };
    }),
  revokeInvitation: writes(onInvitation)
    .output(done)
    .mutation(async ({ ctx }) => {
      await revokeInvitation(ctx.act, ctx.resource);
      return {};
    }),
  resendInvitation: writes(onInvitation, INVITE)
    .output(done)
    .mutation(async ({ ctx }) => {
      await resendInvitation(ctx.act, ctx.resource);
      return {};
    }),
  waiting: reads(self)
    .output(waitingView)
    .query(({ ctx }) => waitingRoom(ctx.db, ctx.viewer, ctx.locale)),
  askToJoin: writes(self, { name: "ask", points: 20, seconds: 3600 })
    .input(joinRequestShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await askToJoin(ctx.act, ctx.viewer, input);
      return {};
    }),
  takeRequestBack: writes(self)
    .output(done)
    .mutation(async ({ ctx }) => {
      await takeRequestBack(ctx.act);
      return {};
    }),
});
