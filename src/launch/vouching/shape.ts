import { z } from "zod";
import { address, displayName, localeShape } from "@/members/shape";

/** How many people an admin may let each member invite at most. */
export const NUMBER_MAX = 50;
export const VOUCH_NOTE_MAX = 500;

/** A colleague whom a member would have inside. Without a name the address gives one. */
export const vouchShape = z.object({
  address,
  name: z.union([z.literal("").transform(() => undefined), displayName]).optional(),
  locale: localeShape.default("en"),
  note: z.string().trim().max(VOUCH_NOTE_MAX).default(""),
});
export type VouchInput = z.output<typeof vouchShape>;

export const numberShape = z.object({ number: z.coerce.number().int().min(0).max(NUMBER_MAX) });
