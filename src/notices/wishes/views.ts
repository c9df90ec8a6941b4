import { z } from "zod";
import { spaceId } from "@/spaces/shape";
import { CHOSEN_KINDS, POSITIONS, RHYTHMS, WAYS } from "./shape";

const way = z.enum(WAYS).nullable();
const hour = z.number().int();

/** How one wants to be told: the switch, the hours, and what was chosen for single kinds and spaces. */
export const wishesView = z.object({
  wish: z.object({
    position: z.enum(POSITIONS),
    rhythm: z.enum(RHYTHMS),
    digestDay: hour,
    digestHour: hour,
    quietFrom: hour,
    quietUntil: hour,
    workdays: z.array(hour),
  }),
  kinds: z.array(z.object({ kind: z.enum(CHOSEN_KINDS), way })),
  spaces: z.array(z.object({ id: spaceId, name: z.string(), way })),
  /** Notices on this device: the key to ask its push service with, none where there are no pushes. */
  push: z.object({ key: z.string().nullable(), on: z.boolean() }),
});
export type WishesView = z.output<typeof wishesView>;
