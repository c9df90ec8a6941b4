import type { FileId } from "@/members/files/shape";
import type { PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import type { Cause } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import { attachFiles, write } from "../attachments/attach";
import { toldLanguage } from "../language";
import type { Among } from "../mentions/among";
import { keepMentions } from "../mentions/keep";
import { settleWords } from "../mentions/settle";
import { noteVoice } from "../reading/actions/mark-read";
import { FIRST_ID } from "../reading/facts";
import { conversation } from "../schema";
import type { ConversationId, ConversationKind, Language } from "../shape";

/**
 * Writes the row that a post or an idea stands on; the caller adds its own in the same transaction.
 * @param opening.among who may be named in the text; without it nobody is
 */
export async function openConversation(
  cause: Cause,
  opening: {
    kind: ConversationKind;
    authorId: PersonId;
    title: string;
    body: string;
    files?: readonly FileId[] | undefined;
    among?: Among | undefined;
    language?: Language | undefined;
  },
): Promise<ConversationId> {
  const id = newId<"conversation">();
  const moment = now();
  const { authorId } = opening;
  const writer = (cause.actor as PersonId | null) ?? authorId;
  const settled = await settleWords(cause.tx, { actor: writer, body: opening.body }, opening.among ?? null);
  const writing = { writer, body: settled.body, files: opening.files };
  const written = await write(cause.tx, writing, null);
  await cause.tx.insert(conversation).values({
    id,
    kind: opening.kind,
    authorId,
    title: opening.title,
    body: settled.body,
    ...written.rendered,
    language: opening.language ?? toldLanguage(`${opening.title}\n${written.rendered.excerpt}`),
    createdAt: moment,
    lastActivityAt: moment,
  });
  await noteVoice({ cause, who: opening.authorId, of: id }, { at: moment, id: FIRST_ID });
  await attachFiles(cause.tx, { conversation: id, comment: null }, writing, written);
  await keepMentions(cause, { conversation: id, comment: null }, settled);
  return id;
}
