import { z } from "zod";
import { personCard } from "@/members/views";
import { pageOf } from "@/platform/database/page";
import { conversationId } from "@/posts/shape";
import { commentView } from "@/posts/views";
import { stageShape } from "@/stages/shape";
import { BOARD_AUDIENCES, boardId, ideaStatus, NEEDS } from "./shape";

const need = z.enum(NEEDS);

export const boardView = z.object({
  id: boardId,
  slug: z.string(),
  name: z.string(),
  purpose: z.string(),
  audience: z.enum(BOARD_AUDIENCES),
  opensAt: stageShape,
  votesAt: stageShape,
  archivedAt: z.date().nullable(),
  ideaCount: z.number().int(),
  /** Whether members are inside already; before that only the team sees it. */
  open: z.boolean(),
  votesOpen: z.boolean(),
  may: z.object({ suggest: z.boolean(), suggestForOthers: z.boolean(), vote: z.boolean(), run: z.boolean() }),
});
export type BoardView = z.output<typeof boardView>;

/** An idea as a line of a list. */
export const ideaCard = z.object({
  id: conversationId,
  title: z.string(),
  excerpt: z.string(),
  author: personCard,
  board: z.object({ id: boardId, slug: z.string(), name: z.string() }),
  status: ideaStatus,
  /** A calendar day, `2026-11-23`, that the team promised. */
  promisedFor: z.iso.date().nullable(),
  createdAt: z.date(),
  voteCount: z.number().int(),
  commentCount: z.number().int(),
  /** The viewer's own voice, if any. */
  voted: need.nullable(),
  may: z.object({ vote: z.boolean() }),
});
export type IdeaCard = z.output<typeof ideaCard>;

/** A change of status with the words that explain it. */
export const moveView = z.object({
  id: z.uuid(),
  from: ideaStatus,
  to: ideaStatus,
  note: z.string(),
  noteHtml: z.string(),
  promisedFor: z.iso.date().nullable(),
  by: personCard,
  at: z.date(),
});
export type MoveView = z.output<typeof moveView>;

/** Somebody's voice: votes are open, by name and with their reason. */
export const voterView = z.object({ person: personCard, need, reason: z.string(), votedAt: z.date() });
export type VoterView = z.output<typeof voterView>;

/** An idea that is like one being written. */
export const similarIdea = z.object({
  id: conversationId,
  title: z.string(),
  status: ideaStatus,
  voteCount: z.number().int(),
});
export type SimilarIdea = z.output<typeof similarIdea>;

/** An idea to read. */
export const ideaView = ideaCard.extend({
  body: z.string(),
  bodyHtml: z.string(),
  editedAt: z.date().nullable(),
  /** The host who wrote it down, when the author said it elsewhere. */
  recordedBy: z.object({ id: personCard.shape.id, displayName: z.string() }).nullable(),
  myReason: z.string(),
  /** The votes by weight, and from how many departments they come. */
  tally: z.object({ like: z.number().int(), need: z.number().int(), blocked: z.number().int() }),
  departments: z.number().int(),
  votesAt: stageShape,
  votesOpen: z.boolean(),
  archived: z.boolean(),
  may: z.object({
    vote: z.boolean(),
    move: z.boolean(),
    edit: z.boolean(),
    remove: z.boolean(),
    comment: z.boolean(),
  }),
});
export type IdeaView = z.output<typeof ideaView>;

/** All that the page of an idea shows, so that it asks once. */
export const ideaWithTalk = z.object({
  idea: ideaView,
  moves: z.array(moveView),
  voters: pageOf(voterView),
  /** `later` is true when what comes before is not among them. */
  comments: pageOf(commentView).extend({ later: z.boolean() }),
});
export type IdeaWithTalk = z.output<typeof ideaWithTalk>;

/** One of the viewer's own ideas with the latest answer to it. */
export const myIdea = z.object({
  id: conversationId,
  title: z.string(),
  board: z.object({ slug: z.string(), name: z.string() }),
  status: ideaStatus,
  promisedFor: z.iso.date().nullable(),
  voteCount: z.number().int(),
  commentCount: z.number().int(),
  createdAt: z.date(),
  answer: z.object({ note: z.string(), byName: z.string(), at: z.date() }).nullable(),
});
export type MyIdea = z.output<typeof myIdea>;
