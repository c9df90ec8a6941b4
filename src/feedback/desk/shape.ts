import { z } from "zod";
import { idOf } from "@/platform/ids";
import { conversationId } from "@/posts/shape";
import { slug } from "@/spaces/shape";
import { IDEA_STATUSES } from "../shape";

export const WEIGHT_LINE_MAX = 200;
export const VIEW_NAME_MAX = 60;
/** A host keeps so many views; more than that nobody finds again. */
export const VIEWS_MAX = 20;

/** Which ideas the desk shows: those without an answer, those of them that wait too long, each state, or all that stand. */
export const DESK_SHOWN = ["inbox", "late", ...IDEA_STATUSES, "all"] as const;
export type DeskShown = (typeof DESK_SHOWN)[number];
export const DESK_ORDERS = ["oldest", "newest", "votes", "value", "effort"] as const;
export type DeskOrder = (typeof DESK_ORDERS)[number];

/** What the desk is asked for; a word that is none of ours asks for what everybody gets. */
export const deskListShape = z.object({
  show: z.enum(DESK_SHOWN).catch("inbox").default("inbox"),
  order: z.enum(DESK_ORDERS).catch("oldest").default("oldest"),
  board: slug.optional().catch(undefined),
  search: z.string().trim().max(100).catch("").default(""),
});
export type DeskList = z.output<typeof deskListShape>;

/** The list as the query of an address; what everybody gets anyway is left out. */
export function deskQuery(list: DeskList): Record<string, string | null> {
  return {
    show: list.show === "inbox" ? null : list.show,
    order: list.order === "oldest" ? null : list.order,
    board: list.board ?? null,
    search: list.search === "" ? null : list.search,
  };
}

const points = z.union([z.literal("").transform(() => null), z.coerce.number().int().min(1).max(5)]).default(null);
const line = z.string().trim().max(WEIGHT_LINE_MAX).default("");
/** Empty takes a weight away. */
export const weighShape = z.object({ effort: points, effortLine: line, value: points, valueLine: line });
export type Weighing = z.output<typeof weighShape>;

export const deskViewId = idOf<"desk-view">();
export type DeskViewId = z.infer<typeof deskViewId>;
export const keepViewShape = deskListShape.extend({ name: z.string().trim().min(1).max(VIEW_NAME_MAX) });

/** One place higher or lower in its column, or before another idea; before none of them is the end. */
export const placeShape = z.object({
  step: z.enum(["higher", "lower"]).optional(),
  before: conversationId.optional(),
});
export type Placing = z.output<typeof placeShape>;
