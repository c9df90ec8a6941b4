import { ALLOW, type Decision, deny } from "@/platform/access/decision";
import type { Viewer } from "@/platform/access/viewer";
import type { NoteState } from "./shape";

export type NoteFacts = { readonly state: NoteState; readonly mayBecomeIdea: boolean };

/** Answering and closing a note, until it is closed. That only the team finds it is the guard's. */
export function canSettleNote(_viewer: Viewer, { state }: NoteFacts): Decision {
  return state === "closed" ? deny("not-allowed", "noteClosed") : ALLOW;
}

/** Making an idea of a note: only whose writer said that it may become one. */
export function canMakeIdea(viewer: Viewer, note: NoteFacts): Decision {
  const settling = canSettleNote(viewer, note);
  if (!settling.allowed) return settling;
  return note.mayBecomeIdea ? ALLOW : deny("not-allowed", "noteStaysPrivate");
}
