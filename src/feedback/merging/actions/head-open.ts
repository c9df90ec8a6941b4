import { demand } from "@/platform/access/decision";
import type { Act } from "@/platform/access/procedure";
import type { Viewer } from "@/platform/access/viewer";
import { lockIdea } from "../../actions/lock-idea";
import { canCommentOnIdea } from "../../policy";
import type { LoadedIdea } from "../../queries";
import { headOf } from "../place";

/**
 * What is said about a double goes to the idea that stands, so it is that one whose comments have to be open. It is held,
 * so that nobody closes them between the look and the word.
 * @throws Refusal `not-allowed` when they are closed there
 */
export async function demandHeadOpen(act: Act, viewer: Viewer, subject: LoadedIdea): Promise<void> {
  const head = headOf(subject);
  if (head === subject.id) return;
  const { lockedAt } = await lockIdea(act, head);
  // Both stand on one board, which lets the same people comment.
  demand(canCommentOnIdea(viewer, { board: subject.facts.board, lockedAt }));
}
