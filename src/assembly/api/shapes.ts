import { z } from "zod";
import { boardView, ideaCard, ideaView, moveView, newsView, voterView } from "@/feedback/views";
import { personName, profileView } from "@/members/views";
import { PAGE_MAX, pageShape } from "@/platform/database/page";
import { commentId, conversationId } from "@/posts/shape";
import { commentView } from "@/posts/views";

/**
 * What programs are told: parts of the views that pages are told, by the same names. A view may grow without a word here;
 * what stands here stays.
 */
const person = personName.meta({ id: "Person" });

export const apiMe = profileView.pick({ id: true, displayName: true }).meta({ id: "Me" });

export const apiBoard = boardView
  .pick({ id: true, slug: true, name: true, purpose: true, ideaCount: true, votesOpen: true, archivedAt: true })
  .meta({ id: "Board" });

const boardOfIdea = boardView.pick({ id: true, slug: true, name: true }).meta({ id: "BoardName" });

const ofIdea = {
  id: true,
  title: true,
  excerpt: true,
  status: true,
  promisedFor: true,
  createdAt: true,
  voteCount: true,
  commentCount: true,
  voted: true,
} as const;

export const apiIdea = ideaCard.pick(ofIdea).extend({ author: person, board: boardOfIdea }).meta({ id: "Idea" });

export const apiWholeIdea = ideaView
  .pick({
    ...ofIdea,
    editedAt: true,
    body: true,
    bodyHtml: true,
    tally: true,
    importedVotes: true,
    votesOpen: true,
    archived: true,
  })
  .extend({ author: person, board: boardOfIdea })
  .meta({ id: "WholeIdea" });

export const apiVote = voterView
  .pick({ need: true, reason: true, votedAt: true })
  .extend({ person })
  .meta({ id: "Vote" });

export const apiComment = commentView
  .pick({ id: true, parentId: true, body: true, bodyHtml: true, createdAt: true, editedAt: true, removed: true })
  .extend({ author: person })
  .meta({ id: "Comment" });

export const apiMoves = z
  .object({
    moves: z.array(
      moveView
        .pick({ id: true, from: true, to: true, note: true, noteHtml: true, promisedFor: true, at: true })
        .extend({ by: person })
        .meta({ id: "Move" }),
    ),
  })
  .meta({ id: "Moves" });

export const apiNews = newsView
  .pick({ id: true, title: true, note: true, noteHtml: true, at: true, voteCount: true })
  .extend({ author: person, board: newsView.shape.board.meta({ id: "NewsBoard" }) })
  .meta({ id: "News" });

export const madeIdea = z.object({ idea: conversationId }).meta({ id: "MadeIdea" });
export const madeComment = z.object({ idea: conversationId, comment: commentId }).meta({ id: "MadeComment" });

/** Part of a list. */
export function pageOfApi<T extends z.ZodType>(id: string, item: T) {
  const next = z
    .string()
    .nullable()
    .meta({ description: "What to send as `after` for the next page; null at the end." });
  return z.object({ items: z.array(item), next }).meta({ id });
}

export const apiPage = z.object({
  after: pageShape.shape.after.meta({ description: "The `next` of the page before." }),
  take: z.coerce.number().int().min(1).max(PAGE_MAX).default(20).meta({ description: "How many at most." }),
});

/** Why not, in the caller's language (RFC 9457). */
export const apiProblem = z
  .object({
    type: z.string().meta({ description: "`urn:levain:problem:` and one of the codes." }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string().meta({ description: "The number of the request, by which the log knows it." }),
    code: z.enum(["not-found", "not-allowed", "invalid", "conflict", "too-many", "not-yet", "fault"]),
    errors: z.array(z.object({ field: z.string(), detail: z.string() })),
  })
  .meta({ id: "Problem" });
