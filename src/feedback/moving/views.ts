import { z } from "zod";
import { personCard } from "@/members/views";
import { conversationId } from "@/posts/shape";
import { ideaStatus } from "../shape";
import { boardName } from "../views";

/** Where an idea can go; with a board chosen, how many lose sight of it, of those how many took part, how many gain. */
export const transferView = z.object({
  targets: z.array(boardName),
  chosen: boardName.nullable(),
  effect: z.object({ losing: z.number().int(), gaining: z.number().int(), concerned: z.number().int() }).nullable(),
});
export type TransferView = z.output<typeof transferView>;

const step = z.object({ id: z.uuid(), at: z.date(), by: personCard, note: z.string() });

/** One thing that happened to an idea: an answer, a merge, its undoing, or another board. */
export const courseStep = z.discriminatedUnion("kind", [
  step.extend({ kind: z.literal("moved"), from: ideaStatus, to: ideaStatus, promisedFor: z.iso.date().nullable() }),
  step.extend({
    kind: z.enum(["merged", "unmerged", "joined", "parted"]),
    /** The other idea; null when it was removed since. */
    other: z.object({ id: conversationId, title: z.string() }).nullable(),
  }),
  step.extend({ kind: z.literal("transferred"), from: z.string(), to: z.string() }),
]);
export type CourseStep = z.output<typeof courseStep>;
