import { z } from "zod";
import { boardId, ideaListShape, moveIdeaShape, newIdeaShape, voteShape } from "@/feedback/shape";
import type { Viewer } from "@/platform/access/viewer";
import { agreedShape } from "@/posts/mentions/among";
import { commentId, conversationId, newCommentShape } from "@/posts/shape";
import { slug } from "@/spaces/shape";
import {
  apiBoard,
  apiComment,
  apiIdea,
  apiMe,
  apiMoves,
  apiNews,
  apiPage,
  apiVote,
  apiWholeIdea,
  madeComment,
  madeIdea,
  pageOfApi,
} from "./shapes";

/** One thing that programs can ask for: where, by which procedure, with what, and what they are told. */
export type Operation = {
  /** The name of the operation in the document. */
  readonly id: string;
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below /api/v1, with `{name}` for each of `params`. */
  readonly path: string;
  readonly procedure: string;
  readonly says: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
  /** What the procedure is asked beside what the program sent. */
  readonly fixed?: (viewer: Viewer) => object;
  /** What is told of what the procedure gave; nothing but that it is done, when left out. */
  readonly answer?: z.ZodType;
};

const ofBoard = z.object({ slug });
const ofIdea = z.object({ idea: conversationId });

/** Every operation. Who may do what, and how often, the procedures say: nothing of it is said here again. */
export const OPERATIONS: readonly Operation[] = [
  {
    id: "getMe",
    method: "GET",
    path: "/me",
    procedure: "members.profile",
    says: "In whose name the key asks.",
    fixed: (viewer) => ({ person: viewer.id }),
    answer: apiMe,
  },
  {
    id: "listBoards",
    method: "GET",
    path: "/boards",
    procedure: "feedback.listBoards",
    says: "The boards that you see, by name.",
    query: apiPage,
    answer: pageOfApi("BoardPage", apiBoard),
  },
  {
    id: "getBoard",
    method: "GET",
    path: "/boards/{slug}",
    procedure: "feedback.boardBySlug",
    says: "One board.",
    params: ofBoard,
    answer: apiBoard,
  },
  {
    id: "listIdeas",
    method: "GET",
    path: "/boards/{slug}/ideas",
    procedure: "feedback.ideas",
    says: "The ideas of a board: filtered by where they stand, the most voted or the newest first.",
    params: ofBoard,
    query: apiPage.extend(ideaListShape.shape),
    answer: pageOfApi("IdeaPage", apiIdea),
  },
  {
    id: "suggestIdea",
    method: "POST",
    path: "/ideas",
    procedure: "feedback.suggest",
    says: "Suggests an idea on a board.",
    body: newIdeaShape.omit({ files: true }).extend({ board: boardId, ...agreedShape.shape }),
    answer: madeIdea,
  },
  {
    id: "getIdea",
    method: "GET",
    path: "/ideas/{idea}",
    procedure: "feedback.idea",
    says: "One idea, with its words.",
    params: ofIdea,
    answer: apiWholeIdea,
  },
  {
    id: "listVotes",
    method: "GET",
    path: "/ideas/{idea}/votes",
    procedure: "feedback.voters",
    says: "Who voted for an idea, those who are blocked without it first.",
    params: ofIdea,
    query: apiPage,
    answer: pageOfApi("VotePage", apiVote),
  },
  {
    id: "castVote",
    method: "PUT",
    path: "/ideas/{idea}/vote",
    procedure: "feedback.vote",
    says: "Gives your voice to an idea, or changes it. Twice the same is once.",
    params: ofIdea,
    body: voteShape,
  },
  {
    id: "takeVoteBack",
    method: "DELETE",
    path: "/ideas/{idea}/vote",
    procedure: "feedback.unvote",
    says: "Takes your voice back.",
    params: ofIdea,
  },
  {
    id: "listComments",
    method: "GET",
    path: "/ideas/{idea}/comments",
    procedure: "feedback.comments",
    says: "What was said about an idea, the oldest first.",
    params: ofIdea,
    query: apiPage,
    answer: pageOfApi("CommentPage", apiComment),
  },
  {
    id: "addComment",
    method: "POST",
    path: "/ideas/{idea}/comments",
    procedure: "feedback.addComment",
    says: "Says something about an idea, or answers a comment.",
    params: ofIdea,
    body: newCommentShape.omit({ files: true }).extend({ parentId: commentId.optional(), ...agreedShape.shape }),
    answer: madeComment,
  },
  {
    id: "listMoves",
    method: "GET",
    path: "/ideas/{idea}/moves",
    procedure: "feedback.ideaWithTalk",
    says: "How an idea came to stand where it stands, with the team's words.",
    params: ofIdea,
    answer: apiMoves,
  },
  {
    id: "moveIdea",
    method: "POST",
    path: "/ideas/{idea}/moves",
    procedure: "feedback.move",
    says: "Answers an idea and says where it stands, for hosts.",
    params: ofIdea,
    body: moveIdeaShape,
    answer: madeIdea,
  },
  {
    id: "listChangelog",
    method: "GET",
    path: "/changelog",
    procedure: "feedback.news",
    says: "What was shipped, the latest first.",
    query: apiPage,
    answer: pageOfApi("NewsPage", apiNews),
  },
];

/** Whether an operation only tells something; all others ask for a key that may write. */
export function isRead({ method }: Operation): boolean {
  return method === "GET";
}

/** The HTTP status of an operation that went well. */
export function statusOfDone({ method, answer }: Operation): 200 | 201 | 204 {
  if (answer === undefined) return 204;
  return method === "POST" ? 201 : 200;
}
