import { ALLOW, type Decision, deny } from "@/platform/access/decision";
import type { Viewer } from "@/platform/access/viewer";
import { canMoveIdea, type IdeaFacts } from "../policy";
import type { PreviewState } from "./shape";

/** What decisions about a preview rest on. */
export type PreviewFacts = { readonly state: PreviewState; readonly idea: Pick<IdeaFacts, "board"> };

/** Where a preview stands, from its own moments and from its idea. */
export function stateOf(
  row: { startedAt: Date | null; withdrawnAt: Date | null; shippedAt: Date | null },
  status: IdeaFacts["status"],
): PreviewState {
  if (row.withdrawnAt !== null) return "withdrawn";
  if (row.shippedAt !== null || status === "shipped") return "shipped";
  if (status === "not-now") return "withdrawn";
  return row.startedAt === null ? "asked" : "running";
}

/** Saying that one would try it: whoever sees the idea, until it is there for all or thrown away. */
export function canVolunteer(viewer: Viewer, { state, idea }: PreviewFacts): Decision {
  if (!viewer.standing.admitted) return deny("not-found");
  if (idea.board.archivedAt !== null) return deny("not-allowed", "boardArchived");
  return state === "asked" || state === "running" ? ALLOW : deny("not-allowed", "previewOver");
}

/** Steering a preview: whoever answers ideas. */
export function canSteer(viewer: Viewer, { idea }: PreviewFacts): Decision {
  return canMoveIdea(viewer, idea);
}

/** Opening it to more people, or taking it back: while it runs. */
export function canGoOn(viewer: Viewer, facts: PreviewFacts): Decision {
  const steering = canSteer(viewer, facts);
  if (!steering.allowed) return steering;
  return facts.state === "running" ? ALLOW : deny("conflict", "previewNotRunning");
}
