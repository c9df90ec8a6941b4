import { z } from "zod";
import { fileCard } from "@/members/files/views";
import { personCard } from "@/members/views";
import { pageOf } from "@/platform/database/page";
import { conversationId } from "@/posts/shape";
import { boardName } from "../views";
import { hostNoteId, NOTE_STATES } from "./shape";

/** A note to the hosts, for whoever wrote it. */
export const ownNote = z.object({
  id: hostNoteId,
  words: z.string(),
  pagePath: z.string(),
  pageTitle: z.string(),
  version: z.string(),
  viewport: z.string(),
  file: fileCard.nullable(),
  mayBecomeIdea: z.boolean(),
  state: z.enum(NOTE_STATES),
  answer: z.string(),
  answeredBy: z.string().nullable(),
  answeredAt: z.date().nullable(),
  /** The idea that hosts made of it, where the reader reads its board. */
  idea: z.object({ id: conversationId, title: z.string() }).nullable(),
  at: z.date(),
});
export type OwnNote = z.output<typeof ownNote>;

/** The same for the hosts. */
export const deskNote = ownNote.extend({
  by: personCard,
  may: z.object({ answer: z.boolean(), close: z.boolean(), makeIdea: z.boolean() }),
});
export type DeskNote = z.output<typeof deskNote>;

export const noteDesk = pageOf(deskNote).extend({
  counts: z.record(z.enum(NOTE_STATES), z.number().int()),
  /** Where a host may put an idea. */
  boards: z.array(boardName),
});
export type NoteDesk = z.output<typeof noteDesk>;
