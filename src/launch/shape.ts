import { z } from "zod";
import { address, displayName, localeShape } from "@/members/shape";
import { idOf } from "@/platform/ids";
import { stageShape } from "@/stages/shape";

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

export const invitationShape = z.object({
  address,
  displayName: displayName.optional().or(z.literal("").transform(() => undefined)),
  locale: localeShape.default("en"),
  note: words(1000).default(""),
});

/** What somebody who waits tells the hosts. */
export const joinRequestShape = z.object({
  needs: words(1000).default(""),
  brings: words(1000).default(""),
});
