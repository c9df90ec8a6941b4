import { z } from "zod";
import { INVITATION_STATES, invitationId } from "../shape";

/** A member's own invitations. Of the people only the address is told, which the member wrote down. */
export const ownInvitationsView = z.object({
  number: z.number().int().min(0),
  left: z.number().int().min(0),
  /** Whether an invitation opens the door at this stage; else it vouches. */
  opens: z.boolean(),
  items: z.array(
    z.object({
      id: invitationId,
      address: z.string(),
      invitedAt: z.date(),
      until: z.date().nullable(),
      state: z.enum(INVITATION_STATES),
      mayTakeBack: z.boolean(),
    }),
  ),
});
export type OwnInvitations = z.output<typeof ownInvitationsView>;
