import type { PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import type { Cause } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import { noteVoice } from "../reading/actions/mark-read";
import { FIRST_ID } from "../reading/facts";
import { render } from "../render";
import { conversation } from "../schema";
import type { ConversationId, ConversationKind } from "../shape";

/** Writes the row that a post or an idea stands on; the caller adds its own in the same transaction. */
export async function openConversation(
  cause: Cause,
  opening: { kind: ConversationKind; authorId: PersonId; title: string; body: string },
): Promise<ConversationId> {
  const id = newId<"conversation">();
  const moment = now();
  await cause.tx.insert(conversation).values({
    id,
    kind: opening.kind,
    authorId: opening.authorId,
    title: opening.title,
    body: opening.body,
    ...render(opening.body),
    createdAt: moment,
    lastActivityAt: moment,
  });
  await noteVoice({ cause, who: opening.authorId, of: id }, { at: moment, id: FIRST_ID });
  return id;
}
