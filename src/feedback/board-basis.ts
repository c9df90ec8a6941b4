import { createHash } from "node:crypto";
import type { NewBoard } from "./board-shape";

type Said = Omit<NewBoard, "slug">;

/** What a board says of itself and whom it lets, without what came along with it. */
export function saidOf(said: Said): Said {
  const { name, purpose, opensAt, votesAt, votersShown, voteBudget, answerDays } = said;
  const { audience, audienceCohorts, voteTo, voteCohorts, commentTo, commentCohorts, suggestTo, suggestCohorts } = said;
  const access = {
    audience,
    audienceCohorts,
    voteTo,
    voteCohorts,
    commentTo,
    commentCohorts,
    suggestTo,
    suggestCohorts,
  };
  return { name, purpose, opensAt, votesAt, votersShown, voteBudget, answerDays, ...access };
}

/** Names what a form showed of a board, so that it cannot undo unseen what somebody else has said since. */
export function boardBasis(board: Said): string {
  return createHash("sha256")
    .update(JSON.stringify(saidOf(board)))
    .digest("base64url");
}
