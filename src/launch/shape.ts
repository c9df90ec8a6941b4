import { z } from "zod";
import { localeShape } from "@/members/shape";
import { idOf } from "@/platform/ids";
import { stageShape } from "@/stages/shape";

export const flipId = idOf<"flip">();
export const invitationId = idOf<"invitation">();
export const requestId = idOf<"join-request">();

/** An invitation that nobody took up ends after this many days. */
export const INVITATION_DAYS = 30;

const words = (max: number) => z.string().trim().max(max);

export const flipShape = z.object({
  to: stageShape,
  /** The version of the stage that the admin looked at. */
  version: z.coerce.number().int().min(1),
  reason: words(2000).default(""),
  /** Needed to go on although a gate does not hold, and shown ever after. */
  override: words(2000).default(""),
});
export type FlipInput = z.infer<typeof flipShape>;

/** The same as a form: whoever sends it has ticked that they read what it does. */
export const flipForm = flipShape.extend({ confirm: z.literal("yes") });

/** Takes the last flip back, while its letters wait. */
export const undoShape = z.object({ flip: flipId, reason: words(2000).default("") });
export type UndoInput = z.output<typeof undoShape>;

/** The way of an invitation: it waits, and ends in one of three ways. */
export const INVITATION_STATES = ["waiting", "accepted", "expired", "revoked"] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

/** How many people one form invites at most. */
export const INVITED_MAX = 100;

const note = words(1000).default("");

/** One form: addresses as they are pasted, one a line, `Ada Martin <ada@example.org>` or the address alone. */
export const invitationShape = z.object({
  addresses: z.string().trim().min(1).max(20_000),
  locale: localeShape.default("en"),
  note,
});
export type InvitationInput = z.output<typeof invitationShape>;

/** The same for somebody who is known already. */
export const invitePersonShape = z.object({ note });

/** The longest answer to a question at the door, in UTF-16 units. */
export const ANSWER_MAX = 1000;

/** Whether somebody who waits would help; nothing for those who did not say. */
export const HELPS = ["", "yes", "later"] as const;
export type Helps = (typeof HELPS)[number];

/** What somebody who waits tells the hosts. Each question may stay open. */
export const joinRequestShape = z.object({
  needs: words(ANSWER_MAX).default(""),
  brings: words(ANSWER_MAX).default(""),
  helps: z.enum(HELPS).default(""),
  knows: words(ANSWER_MAX).default(""),
});
export type JoinRequestInput = z.output<typeof joinRequestShape>;

/** A gate that did not hold at a flip, as it stands when one looks back. */
export const reviewedGate = z.object({
  key: z.string(),
  holds: z.boolean(),
  sentence: z.object({ en: z.string(), fr: z.string() }),
});
export type ReviewedGate = z.output<typeof reviewedGate>;
