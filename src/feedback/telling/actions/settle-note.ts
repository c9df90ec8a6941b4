import { eq } from "drizzle-orm";
import { letGo } from "@/members/files/actions/take-up";
import { demand } from "@/platform/access/decision";
import type { Act } from "@/platform/access/procedure";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import { found } from "@/platform/errors";
import { record } from "@/platform/events/event";
import type { ConversationId } from "@/posts/shape";
import { suggestIdea } from "../../actions/suggest-idea";
import type { BoardView } from "../../views";
import { hostNoteAnswered, hostNoteClosed } from "../events";
import { canMakeIdea, canSettleNote, type NoteFacts } from "../policy";
import { hostNote } from "../schema";
import type { HostNoteId } from "../shape";

type Host = { readonly act: Act; readonly viewer: Viewer };

/** Holds a note until the transaction ends and asks again: another host may have been quicker. */
async function holdNote({ act, viewer }: Host, id: HostNoteId, policy: typeof canSettleNote) {
  const [row] = await act.tx.select().from(hostNote).where(eq(hostNote.id, id)).for("update");
  const held = found(row);
  demand(policy(viewer, held satisfies NoteFacts));
  return held;
}

/** Answers a note, for its writer alone; a second answer takes the place of the first. */
export async function answerNote(by: Host, id: HostNoteId, answer: string): Promise<void> {
  const { act } = by;
  await holdNote(by, id, canSettleNote);
  const settled = { state: "answered", answer, answeredBy: act.actor, answeredAt: now() } as const;
  await act.tx.update(hostNote).set(settled).where(eq(hostNote.id, id));
  await record(act, hostNoteAnswered, id, {});
}

/** Closes a note. Its picture has done its work, and goes. */
export async function closeNote(by: Host, id: HostNoteId): Promise<void> {
  const { act } = by;
  const { fileId } = await holdNote(by, id, canSettleNote);
  await act.tx.update(hostNote).set({ state: "closed", fileId: null }).where(eq(hostNote.id, id));
  if (fileId !== null) await letGo(act.tx, [fileId]);
  await record(act, hostNoteClosed, id, {});
}

/**
 * Makes an idea of a note in its writer's name, in their own words; the picture and the page, which were for the hosts,
 * do not go with it.
 * @throws Refusal `not-allowed` when its writer did not say that it may become one
 */
export async function makeIdeaOf(by: Host, id: HostNoteId, on: BoardView, title: string): Promise<ConversationId> {
  const { act } = by;
  const note = await holdNote(by, id, canMakeIdea);
  const words = { title, body: note.words, need: "need", onBehalfOf: note.personId } as const;
  const ideaId = await suggestIdea(act, on, words);
  const settled = { state: "closed", fileId: null, ideaId, answeredBy: act.actor, answeredAt: now() } as const;
  await act.tx.update(hostNote).set(settled).where(eq(hostNote.id, id));
  if (note.fileId !== null) await letGo(act.tx, [note.fileId]);
  await record(act, hostNoteAnswered, id, {});
  return ideaId;
}
