import { z } from "zod";
import { personCard } from "@/members/views";
import { askedView } from "@/spaces/adoption/views";
import { spaceId } from "@/spaces/shape";
import { spaceView } from "@/spaces/views";
import { COLD_REASONS } from "@/spaces/warmth";

const count = z.number().int();

/** Somebody who would look after a space well, with what everybody in it can see of that. */
export const adopterView = z.object({ person: personCard, answered: count, wrote: count });
export type AdopterView = z.output<typeof adopterView>;

/** A space that newcomers would find empty, and what can be done about it. */
export const emptyRoomView = z.object({
  space: spaceView,
  cold: z.array(z.enum(COLD_REASONS)),
  adopters: z.array(adopterView),
  asked: z.array(askedView),
  /** Where everything in it could go. */
  targets: z.array(z.object({ id: spaceId, slug: z.string(), name: z.string() })),
  /** The one that was chosen, and for how many people that changes what they read. */
  chosen: z
    .object({ id: spaceId, name: z.string(), posts: count, joining: count, losing: count, gaining: count })
    .nullable(),
  /** Whether people inside read it already: then it is not closed again, but merged, adopted or archived. */
  isOpen: z.boolean(),
});
export type EmptyRoomView = z.output<typeof emptyRoomView>;
