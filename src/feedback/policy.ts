import { and, isNull, type SQL, sql } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import { ALLOW, type Decision, deny } from "@/platform/access/decision";
import { isTeam, type Viewer } from "@/platform/access/viewer";
import { canTakeBack, isFresh } from "@/posts/policy";
import { cohortList } from "@/stages/cohorts";
import { reached, STAGES, type Stage } from "@/stages/shape";
import { ACCESS_FIELDS, type Access, type BoardAction, type VotersShown } from "./board-shape";
import { board, idea } from "./schema";
import type { IdeaStatus } from "./shape";

/** What the decisions about a board rest on. */
export type BoardFacts = Readonly<Access> & {
  readonly opensAt: Stage;
  readonly votesAt: Stage;
  readonly votersShown: VotersShown;
  readonly archivedAt: Date | null;
};

/** `BoardFacts` as columns, for whoever loads something that stands on a board. */
export const boardFacts = {
  audience: board.audience,
  audienceCohorts: board.audienceCohorts,
  voteTo: board.voteTo,
  voteCohorts: board.voteCohorts,
  commentTo: board.commentTo,
  commentCohorts: board.commentCohorts,
  suggestTo: board.suggestTo,
  suggestCohorts: board.suggestCohorts,
  opensAt: board.opensAt,
  votesAt: board.votesAt,
  votersShown: board.votersShown,
  archivedAt: board.archivedAt,
};

/** What the decisions about an idea rest on. */
export type IdeaFacts = {
  readonly authorId: PersonId;
  readonly recordedById: PersonId | null;
  readonly status: IdeaStatus;
  readonly voteCount: number;
  /** Whether the author's own voice is among the votes. */
  readonly authorVoted: boolean;
  readonly removedAt: Date | null;
  /** Since when nobody comments on it any more. */
  readonly lockedAt: Date | null;
  readonly board: BoardFacts;
};

/** Whether a board lets the viewer do something, for all that its stages and its archive say. */
function isLet(viewer: Viewer, subject: BoardFacts, action: BoardAction): boolean {
  if (isTeam(viewer)) return true;
  const { to, cohorts } = ACCESS_FIELDS[action];
  if (subject[to] !== "cohort") return subject[to] === "members";
  return subject[cohorts].some((word) => viewer.cohorts.includes(word));
}

/** Whether a board exists for the viewer: all boards for the team, the others from their stage on. */
export function canSeeBoard(viewer: Viewer, subject: BoardFacts): boolean {
  if (!viewer.standing.admitted) return false;
  return isTeam(viewer) || (isLet(viewer, subject, "view") && reached(viewer.stage, subject.opensAt));
}

/** `canSeeBoard` as a condition on `board`. */
export function boardsVisibleTo(viewer: Viewer): SQL {
  if (!viewer.standing.admitted) return sql`false`;
  if (isTeam(viewer)) return sql`true`;
  const open = STAGES.filter((stage) => reached(viewer.stage, stage)).map((stage) => sql`${stage}`);
  return sql`(${board.opensAt} in (${sql.join(open, sql`, `)})
    and ${lets("view", cohortList(viewer.cohorts))})`;
}

/**
 * Whether a board lets somebody who is not of the team do something, as a condition on `board`.
 * @param cohorts the cohorts that they belong to
 */
export function lets(action: BoardAction, cohorts: SQL): SQL {
  const fields = ACCESS_FIELDS[action];
  return sql`(${board[fields.to]} = 'members'
    or (${board[fields.to]} = 'cohort' and ${board[fields.cohorts]} && ${cohorts}))`;
}

/** Whether an idea exists for the viewer: it stands on a board that does, and was not removed. */
export function canSeeIdea(viewer: Viewer, subject: Pick<IdeaFacts, "removedAt" | "board">): boolean {
  return subject.removedAt === null && canSeeBoard(viewer, subject.board);
}

/** `canSeeIdea` as a condition on `idea` joined with `board`. */
export function ideasVisibleTo(viewer: Viewer): SQL {
  return and(isNull(idea.removedAt), boardsVisibleTo(viewer)) ?? sql`false`;
}

/** Making and changing boards: the team. */
export function canRunBoards(viewer: Viewer): Decision {
  return isTeam(viewer) ? ALLOW : deny("not-allowed", "hostsOnly");
}

function canWriteOn(viewer: Viewer, subject: BoardFacts): Decision {
  if (!canSeeBoard(viewer, subject)) return deny("not-found");
  return subject.archivedAt === null ? ALLOW : deny("not-allowed", "boardArchived");
}

/** Suggesting an idea: whom the board lets, until it is archived. */
export function canSuggest(viewer: Viewer, subject: BoardFacts): Decision {
  const writing = canWriteOn(viewer, subject);
  if (!writing.allowed || isLet(viewer, subject, "suggest")) return writing;
  return deny("not-allowed", "boardSuggestClosed");
}

/** Writing down somebody else's idea: the team. */
export function canSuggestForOthers(viewer: Viewer, subject: BoardFacts): Decision {
  const suggesting = canSuggest(viewer, subject);
  if (!suggesting.allowed) return suggesting;
  return isTeam(viewer) ? ALLOW : deny("not-allowed", "hostsRecord");
}

/** Voting on a board at all: whom it lets, and from its stage on for everybody alike, the team included. */
export function canVoteOn(viewer: Viewer, subject: BoardFacts): Decision {
  const writing = canWriteOn(viewer, subject);
  if (!writing.allowed) return writing;
  if (!isLet(viewer, subject, "vote")) return deny("not-allowed", "boardVoteClosed");
  return reached(viewer.stage, subject.votesAt) ? ALLOW : deny("not-yet", "votesNotYet", { stage: subject.votesAt });
}

function untilDecided(decision: Decision, status: IdeaStatus): Decision {
  if (!decision.allowed) return decision;
  if (status === "merged") return deny("not-allowed", "ideaMerged");
  return status === "shipped" ? deny("not-allowed", "ideaShipped") : decision;
}

/** Voting for an idea, changing a vote: until the thing is there. */
export function canVote(viewer: Viewer, subject: Pick<IdeaFacts, "status" | "board">): Decision {
  return untilDecided(canVoteOn(viewer, subject.board), subject.status);
}

/** The same for whoever comes from an old page: a voice for a double goes to the idea that it was merged into. */
export function canCastVote(viewer: Viewer, subject: Pick<IdeaFacts, "status" | "board">): Decision {
  return subject.status === "merged" ? canVoteOn(viewer, subject.board) : canVote(viewer, subject);
}

/** Taking one's vote back: whoever sees the idea, even if the board lets them vote no more. */
export function canUnvote(viewer: Viewer, subject: Pick<IdeaFacts, "status" | "board">): Decision {
  const writing = canWriteOn(viewer, subject.board);
  return subject.status === "merged" ? writing : untilDecided(writing, subject.status);
}

/** Reading who voted and why; the numbers are told to whoever sees the idea. */
export function canSeeVoters(viewer: Viewer, subject: Pick<IdeaFacts, "board">): Decision {
  const { votersShown } = subject.board;
  if (votersShown === "names" || (votersShown === "hosts" && isTeam(viewer))) return ALLOW;
  return deny("not-allowed", votersShown === "hosts" ? "votersForHosts" : "votersForNobody");
}

/** Reading from where the votes come, in groups of five and more: the team, and whoever reads the names anyway. */
export function canSeeSegments(viewer: Viewer, subject: Pick<IdeaFacts, "board">): Decision {
  return isTeam(viewer) ? ALLOW : canSeeVoters(viewer, subject);
}

/** Answering an idea and moving it: the team. */
export function canMoveIdea(viewer: Viewer, subject: Pick<IdeaFacts, "board">): Decision {
  const writing = canWriteOn(viewer, subject.board);
  if (!writing.allowed) return writing;
  return isTeam(viewer) ? ALLOW : deny("not-allowed", "hostsOnly");
}

/** What hosts keep about an idea among themselves, whatever became of its board: the team. */
export function canHostIdea(viewer: Viewer): Decision {
  return isTeam(viewer) ? ALLOW : deny("not-allowed", "hostsOnly");
}

/** Changing the words: whose idea it is and who wrote it down, until the team has begun to answer. */
export function canEditIdea(viewer: Viewer, subject: IdeaFacts): Decision {
  const writing = canWriteOn(viewer, subject.board);
  if (!writing.allowed) return writing;
  if (subject.authorId !== viewer.id && subject.recordedById !== viewer.id) return deny("not-allowed", "authorsOnly");
  if (subject.status === "merged") return deny("not-allowed", "ideaMerged");
  return subject.status === "open" ? ALLOW : deny("not-allowed", "ideaAnswered");
}

/** Whether an idea is still its author's alone: until the team takes it up. A double was taken up with its idea alone. */
export function leftToAuthor(status: IdeaStatus): Decision {
  return status === "open" || status === "merged" ? ALLOW : deny("not-allowed", "ideaTakenUp");
}

/** Removing: the team; whose idea it is, until it is answered and as long as nobody else's voice would go with it. */
export function canRemoveIdea(viewer: Viewer, subject: IdeaFacts): Decision {
  if (isTeam(viewer)) return ALLOW;
  if (subject.authorId !== viewer.id) return deny("not-allowed", "authorsOnly");
  if (subject.voteCount > Number(subject.authorVoted)) return deny("not-allowed", "ideaHasVotes");
  return leftToAuthor(subject.status);
}

/** Taking back, within the minute, an idea that one has just written down, for oneself or for somebody else. */
export function canTakeIdeaBack(
  viewer: Viewer,
  subject: Pick<IdeaFacts, "authorId" | "recordedById"> & { createdAt: Date },
  present: Date,
): Decision {
  return canTakeBack(
    viewer,
    { authorId: subject.recordedById ?? subject.authorId, createdAt: subject.createdAt },
    present,
  );
}

/** Whether that is offered: while nobody else has voted, commented or answered. */
export function offersTakingBack(
  viewer: Viewer,
  subject: IdeaFacts & { createdAt: Date; commentCount: number },
  present: Date,
): boolean {
  const others = subject.commentCount + subject.voteCount - Number(subject.authorVoted);
  if (others > 0 || subject.status !== "open" || !isFresh(subject.createdAt, present)) return false;
  return canTakeIdeaBack(viewer, subject, present).allowed;
}

/** Signs of agreement: whom the board lets comment, until it is archived. */
export function canReactToIdea(viewer: Viewer, subject: Pick<IdeaFacts, "board">): Decision {
  const writing = canWriteOn(viewer, subject.board);
  if (!writing.allowed || isLet(viewer, subject.board, "comment")) return writing;
  return deny("not-allowed", "boardCommentClosed");
}

/** Writing anything on a board, be it an idea or a comment. */
export function canSpeakOn(viewer: Viewer, subject: BoardFacts): Decision {
  const suggesting = canSuggest(viewer, subject);
  return suggesting.allowed ? suggesting : canReactToIdea(viewer, { board: subject });
}

/** Commenting: whom the board lets, until it is archived or the hosts close the comments. */
export function canCommentOnIdea(viewer: Viewer, subject: Pick<IdeaFacts, "board" | "lockedAt">): Decision {
  const speaking = canReactToIdea(viewer, subject);
  if (!speaking.allowed) return speaking;
  return subject.lockedAt === null ? ALLOW : deny("not-allowed", "ideaLocked");
}

/** What decisions about a comment under an idea rest on. */
export type IdeaCommentFacts = { readonly authorId: PersonId; readonly board: BoardFacts };

/** Changing a comment: who wrote it, until the board is archived. */
export function canEditIdeaComment(viewer: Viewer, subject: IdeaCommentFacts): Decision {
  if (subject.authorId !== viewer.id) return deny("not-allowed", "authorsOnly");
  return canWriteOn(viewer, subject.board);
}

/** Removing a comment: who wrote it, and the team. */
export function canRemoveIdeaComment(viewer: Viewer, subject: IdeaCommentFacts): Decision {
  return subject.authorId === viewer.id || isTeam(viewer) ? ALLOW : deny("not-allowed", "authorsOnly");
}
