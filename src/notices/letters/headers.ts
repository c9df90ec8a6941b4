import type { LetterHeaders } from "@/mail/shape";
import { unsubscribeToken } from "@/mail/unsubscribe/token";
import { paths } from "@/paths";
import { env } from "@/platform/env";
import type { DueNotice } from "./due";

function host(): string {
  return env().MAIL_DOMAIN ?? new URL(env().APP_URL).hostname;
}

/**
 * By what mail programs put the mails of one conversation together, sort them by space, and offer to end them: the
 * Message-ID of the last comment, the conversation's own as what it answers (RFC 5322), the space as the list (RFC 2919),
 * and one click to unsubscribe (RFC 8058).
 */
export function noticeHeaders(due: DueNotice, replyTo: string | null): LetterHeaders {
  const root = `<conversation.${due.conversation_id}@${host()}>`;
  const last = due.voices?.at(-1)?.id;
  const scope = due.conversation_id === null ? "all" : "thread";
  const token = unsubscribeToken({ person: due.person_id, scope, key: due.conversation_id ?? "" });
  return {
    ...(due.conversation_id === null ? {} : threading(root, last ?? null, due)),
    ...(due.slug === null ? {} : { list: { id: `${due.slug}.${host()}`, name: due.place ?? "" } }),
    ...(replyTo === null ? {} : { replyTo }),
    ...(authorOf(due) === null ? {} : { fromName: authorOf(due) ?? "" }),
    unsubscribe: `${env().APP_URL}${paths.unsubscribeDoor(token)}`,
  };
}

function threading(root: string, last: string | null, due: DueNotice): Partial<LetterHeaders> {
  if (last !== null) return { messageId: `<comment.${last}@${host()}>`, inReplyTo: root, references: [root] };
  if (due.opening !== null) return { messageId: root };
  return { inReplyTo: root, references: [root] };
}

/** A mail with one voice comes in its name. */
function authorOf({ opening, voices, move, deed }: DueNotice): string | null {
  const names = new Set(
    [opening?.by, move?.by, deed?.by, deed?.voice?.by, ...(voices ?? []).map(({ by }) => by)].filter((name) => name),
  );
  const [only] = names;
  return names.size === 1 ? (only ?? null) : null;
}
