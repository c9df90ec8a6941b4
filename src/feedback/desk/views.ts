import { z } from "zod";
import { pageOf } from "@/platform/database/page";
import { candidateView } from "../merging/views";
import { boardName, ideaLine } from "../views";
import { DESK_SHOWN, deskViewId } from "./shape";

const weight = z.number().int().nullable();

/** An idea as a line of the hosts' desk. */
export const deskIdea = ideaLine.extend({
  /** Whether whoever suggested it has waited too long for an answer. */
  late: z.boolean(),
  effort: weight,
  effortLine: z.string(),
  value: weight,
  valueLine: z.string(),
  /** How many notes hosts have written to one another. */
  notes: z.number().int(),
});
export type DeskIdea = z.output<typeof deskIdea>;

const keptView = z.object({ id: deskViewId, name: z.string(), query: z.string() });
export type KeptView = z.output<typeof keptView>;

/** The hosts' desk, so that its page asks once. `waiting` are the people who have waited too long, whatever is shown. */
export const deskView = pageOf(deskIdea).extend({
  counts: z.record(z.enum(DESK_SHOWN), z.number().int()),
  waiting: z.number().int(),
  boards: z.array(boardName),
  views: z.array(keptView),
});
export type DeskView = z.output<typeof deskView>;

/** Two ideas that may be one: `one` would be joined with `into`, as `basis` says that they stand. */
export const pairView = z.object({
  one: candidateView,
  into: candidateView,
  board: z.object({ slug: z.string(), name: z.string() }),
  basis: z.string(),
});
export type PairView = z.output<typeof pairView>;
