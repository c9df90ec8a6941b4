import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import type { ConversationKind } from "@/posts/shape";

type Named = { kind: ConversationKind; conversationId: string; commentId: string | null; title: string };

/** What a thing is called: "Comment in “…”". */
export function thingWords(t: Words, { kind, commentId, title }: Named): string {
  return t(`moderation.thing.${commentId === null ? kind : "comment"}`, { title });
}

/** Where a thing stands. */
export function placeOfThing({ kind, conversationId, commentId }: Omit<Named, "title">): string {
  if (kind === "idea")
    return commentId === null ? paths.idea(conversationId) : paths.ideaComment(conversationId, commentId);
  return commentId === null ? paths.post(conversationId) : paths.comment(conversationId, commentId);
}
