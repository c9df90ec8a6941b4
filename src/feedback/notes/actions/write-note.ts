import { and, eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import { hold } from "@/posts/actions/hold";
import { render } from "@/posts/render";
import type { ConversationId } from "@/posts/shape";
import { ideaNoted, ideaNoteRemoved } from "../../events";
import { ideaNote } from "../schema";
import type { IdeaNoteId } from "../shape";

/** Says something to the other hosts about an idea. Names in it are plain words: nobody is called to what they may not read. */
export async function writeNote(act: Act, id: ConversationId, body: string): Promise<void> {
  await hold(act.tx, id);
  await act.tx.insert(ideaNote).values({
    id: newId<"idea-note">(),
    ideaId: id,
    body,
    bodyHtml: render(body).bodyHtml,
    writtenBy: act.actor,
    writtenAt: now(),
  });
  await record(act, ideaNoted, id, {});
}

/**
 * Takes back what one said oneself.
 * @throws Refusal `not-found` for a note that is gone, or somebody else's
 */
export async function removeNote(act: Act, id: ConversationId, note: IdeaNoteId): Promise<void> {
  const gone = await act.tx
    .delete(ideaNote)
    .where(and(eq(ideaNote.id, note), eq(ideaNote.ideaId, id), eq(ideaNote.writtenBy, act.actor)))
    .returning({ id: ideaNote.id });
  if (gone.length === 0) throw new Refusal("not-found");
  await record(act, ideaNoteRemoved, id, {});
}
