import { z } from "zod";
import { BODY_MAX, TITLE_MAX } from "../shape";

/** How many unsent texts one person keeps; the oldest gives way to a new one. */
export const DRAFTS_MAX = 50;
/** How long an unsent text is kept after it was last changed. */
export const DRAFT_DAYS = 90;

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

/** Where one writes: a new post in a space, a new idea on a board, a comment, or words that stand there already. */
export const DRAFT_KINDS = ["new-post", "new-idea", "comment", "edit", "edit-comment"] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

export const draftPlace = z.string().regex(new RegExp(`^(?:${DRAFT_KINDS.join("|")}):${UUID}(?::${UUID})?$`));

/** The places to write in, as drafts name them. */
export const draftPlaces = {
  newPost: (space: string) => `new-post:${space}`,
  newIdea: (board: string) => `new-idea:${board}`,
  comment: (conversation: string, parent?: string | null) => `comment:${conversation}${parent ? `:${parent}` : ""}`,
  edit: (conversation: string) => `edit:${conversation}`,
  editComment: (comment: string) => `edit-comment:${comment}`,
} as const;

/** Which of them a place is. */
export function draftKindOf(place: string): DraftKind {
  return DRAFT_KINDS.find((kind) => place.startsWith(`${kind}:`)) ?? "comment";
}

const draftWords = z.object({
  title: z
    .string()
    .max(2 * TITLE_MAX)
    .default(""),
  body: z.string().max(BODY_MAX).default(""),
  kind: z
    .string()
    .regex(/^[a-z-]{0,30}$/)
    .default(""),
});
export type DraftWords = z.output<typeof draftWords>;

/** A text to save; `base` is the version that it goes on from, 0 for none. */
export const saveDraftShape = draftWords.extend({
  place: draftPlace,
  path: z
    .string()
    .max(300)
    .regex(/^\/[\w/?=&%.-]*$/),
  base: z.coerce.number().int().min(0).optional(),
});
export type SaveDraft = z.output<typeof saveDraftShape>;

const overtaken = draftWords.extend({ savedAt: z.iso.datetime() });

/** A draft as its author takes it up again. */
export const draftView = draftWords.extend({
  place: z.string(),
  version: z.number().int(),
  savedAt: z.date(),
  overtaken: overtaken.nullable(),
});
export type DraftView = z.output<typeof draftView>;

/** What became of a save. Version 0: the draft that it went on from is gone, so nothing was kept. */
export const savedDraft = z.object({
  version: z.number().int(),
  savedAt: z.date(),
  overtaken: overtaken.nullable(),
});
export type SavedDraft = z.output<typeof savedDraft>;

/** A draft as a line of one's list. */
export const draftCard = z.object({
  place: z.string(),
  path: z.string(),
  title: z.string(),
  beginning: z.string(),
  savedAt: z.date(),
});
export type DraftCard = z.output<typeof draftCard>;
