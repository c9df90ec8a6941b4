import { z } from "zod";
import { idOf } from "@/platform/ids";
import { conversationId } from "@/posts/shape";

export const MERGE_NOTE_MAX = 1000;
const ideaMergeId = idOf<"idea-merge">();
export type IdeaMergeId = z.infer<typeof ideaMergeId>;

export const mergeShape = z.object({
  into: conversationId,
  note: z.string().trim().max(MERGE_NOTE_MAX).default(""),
  /** What the host was looking at: when either idea stands elsewhere by now, somebody else has decided meanwhile. */
  basis: z.string().max(200),
});
export type NewMerge = z.output<typeof mergeShape>;

/** Names the merge that is undone, so that a newer one is not undone by an old page. */
export const undoMergeShape = z.object({ merge: ideaMergeId });

type Standing = { status: string; version: number; promisedFor: string | null };

/** Where two ideas stood on the page of whoever is about to join them. */
export function basisOf(one: Standing, into: Standing): string {
  return [one, into].map(({ status, version, promisedFor }) => `${status}.${version}.${promisedFor ?? ""}`).join("/");
}
