import { z } from "zod";
import { fileCard } from "@/members/files/views";
import { personCard } from "@/members/views";
import { pageOf } from "@/platform/database/page";
import { reactionView } from "@/posts/marks/views";
import { ownReading } from "@/posts/reading/shape";
import { threadWindow } from "@/posts/reading/views";
import { conversationId, LANGUAGES } from "@/posts/shape";
import { stageShape } from "@/stages/shape";
import { BOARD_AUDIENCES, VOTERS_SHOWN } from "./board-shape";
import { entryId } from "./changelog/shape";
import { ideaCredits } from "./credits/views";
import { ownFollow } from "./following/shape";
import { doubleView, joinedView } from "./merging/views";
import { previewView } from "./previews/views";
import { boardId, ideaStatus, labelId, NEEDS, ROADMAP_COLUMNS } from "./shape";

const need = z.enum(NEEDS);

/** A category or a tag. */
export const labelView = z.object({ id: labelId, name: z.string() });
export type LabelView = z.output<typeof labelView>;

const tier = z.enum(BOARD_AUDIENCES);
const cohorts = z.array(z.string());

/** A board as a line or a choice names it. */
export const boardName = z.object({ id: boardId, slug: z.string(), name: z.string() });
export type BoardName = z.output<typeof boardName>;

export const boardView = z.object({
  id: boardId,
  slug: z.string(),
  name: z.string(),
  purpose: z.string(),
  audience: tier,
  audienceCohorts: cohorts,
  voteTo: tier,
  voteCohorts: cohorts,
  commentTo: tier,
  commentCohorts: cohorts,
  suggestTo: tier,
  suggestCohorts: cohorts,
  opensAt: stageShape,
  votesAt: stageShape,
  votersShown: z.enum(VOTERS_SHOWN),
  voteBudget: z.number().int().nullable(),
  /** How many of its votes the viewer has left; null without a budget. */
  votesLeft: z.number().int().nullable(),
  answerDays: z.number().int().nullable(),
  categories: z.array(labelView),
  tags: z.array(labelView),
  archivedAt: z.date().nullable(),
  ideaCount: z.number().int(),
  /** Whether members are inside already; before that only the team sees it. */
  open: z.boolean(),
  votesOpen: z.boolean(),
  may: z.object({ suggest: z.boolean(), suggestForOthers: z.boolean(), vote: z.boolean(), run: z.boolean() }),
});
export type BoardView = z.output<typeof boardView>;

/** How the promise to answer was kept lately, in working days. */
export const paceView = z.object({
  /** How many ideas got their first answer in the last 90 days, and after how many days half of them had it. */
  answered: z.number().int(),
  median: z.number().nullable(),
  /** How many of them within the promise. */
  kept: z.number().int(),
  /** How many wait for longer than that now. */
  late: z.number().int(),
});
export type PaceView = z.output<typeof paceView>;

/** What every list says of an idea. */
export const ideaLine = z.object({
  id: conversationId,
  title: z.string(),
  excerpt: z.string(),
  author: personCard,
  board: boardName,
  status: ideaStatus,
  /** A calendar day, `2026-11-23`, that the team promised. */
  promisedFor: z.iso.date().nullable(),
  createdAt: z.date(),
  voteCount: z.number().int(),
  commentCount: z.number().int(),
});

/** An idea as a line of a board. */
export const ideaCard = ideaLine.extend({
  /** From how many departments the votes come. */
  departments: z.number().int(),
  category: labelView.nullable(),
  tags: z.array(labelView),
  /** How many working days it has waited, once that is more than the board promises. */
  lateDays: z.number().int().nullable(),
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
  files: z.array(fileCard),
  language: z.enum(LANGUAGES).nullable(),
  editedAt: z.date().nullable(),
  /** What an edit starts from. */
  version: z.number().int(),
  reactions: z.array(reactionView),
  /** The host who wrote it down, when the author said it elsewhere. */
  recordedBy: z.object({ id: personCard.shape.id, displayName: z.string() }).nullable(),
  myReason: z.string(),
  /** Votes that it had elsewhere before it was imported; no voices of this place. */
  importedVotes: z.number().int(),
  /** The votes by weight, and from how many departments they come. */
  /** The votes by weight. */
  tally: z.object({ like: z.number().int(), need: z.number().int(), blocked: z.number().int() }),
  votersShown: z.enum(VOTERS_SHOWN),
  voteBudget: z.number().int().nullable(),
  votesLeft: z.number().int().nullable(),
  /** What its board has to sort it by. */
  labels: z.object({ categories: z.array(labelView), tags: z.array(labelView) }),
  votesAt: stageShape,
  votesOpen: z.boolean(),
  archived: z.boolean(),
  /** Why nobody comments any more; empty without a reason. */
  lockedAt: z.date().nullable(),
  lockReason: z.string(),
  /** Where it went, when it was merged into another. */
  joined: joinedView.nullable(),
  /** What was merged into it. */
  doubles: z.array(doubleView),
  /** Whether hosts are talking it over: not what they say, nor who. */
  discussed: z.boolean(),
  follow: ownFollow,
  own: ownReading,
  may: z.object({
    vote: z.boolean(),
    unvote: z.boolean(),
    seeVoters: z.boolean(),
    seeSegments: z.boolean(),
    move: z.boolean(),
    edit: z.boolean(),
    remove: z.boolean(),
    comment: z.boolean(),
    react: z.boolean(),
    /** What hosts do with it among themselves. */
    host: z.boolean(),
    /** Within the minute after it was written down, while it is nobody else's as well. */
    takeBack: z.boolean(),
  }),
});
export type IdeaView = z.output<typeof ideaView>;

/** All that the page of an idea shows, so that it asks once. */
export const ideaWithTalk = z.object({
  idea: ideaView,
  moves: z.array(moveView),
  voters: pageOf(voterView),
  /** What there is to try, where the idea is a preview of a feature. */
  preview: previewView.nullable(),
  credits: ideaCredits,
  window: threadWindow,
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

/** An idea as a card of the roadmap. */
export const roadmapIdea = z.object({
  id: conversationId,
  title: z.string(),
  board: z.object({ slug: z.string(), name: z.string() }),
  status: ideaStatus,
  promisedFor: z.iso.date().nullable(),
  voteCount: z.number().int(),
});
export type RoadmapIdea = z.output<typeof roadmapIdea>;

/** A column of the roadmap; `more` says that there are ideas beyond those shown. */
export const roadmapColumn = z.object({
  status: z.enum(ROADMAP_COLUMNS),
  ideas: z.array(roadmapIdea),
  more: z.boolean(),
});
export type RoadmapColumnView = z.output<typeof roadmapColumn>;

/** What is new: an idea with the words of the entry that tells of it, and whose idea it was. */
export const newsView = z.object({
  id: conversationId,
  title: z.string(),
  board: z.object({ slug: z.string(), name: z.string() }),
  note: z.string(),
  noteHtml: z.string(),
  author: personCard,
  voteCount: z.number().int(),
  by: z.object({ id: personCard.shape.id, displayName: z.string() }),
  entry: z.object({ id: entryId, title: z.string() }),
  at: z.date(),
});
export type NewsView = z.output<typeof newsView>;
