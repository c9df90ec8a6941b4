import { STATUS_WORDS } from "@/feedback/ui/words";
import type { Words } from "@/i18n/words";
import type { Draft } from "@/mail/compose";
import { unsubscribeLink } from "@/mail/unsubscribe/token";
import { paths } from "@/paths";
import { env } from "@/platform/env";
import { placeOf } from "../places";
import { toldWords } from "../ui/words";
import { type DueNotice, VOICES_MAX } from "./due";

export const addressOf = (path: string): string => `${env().APP_URL}${path}`;

/** What a mail says of one conversation: what is new in it, word for word, and why it was sent. */
export function noticeDraft(t: Words, due: DueNotice, canReply: boolean): Draft {
  const voices = [...(due.opening === null ? [] : [due.opening]), ...(due.voices ?? [])];
  const shown = voices.slice(0, VOICES_MAX);
  return {
    subject: subjectOf(t, due),
    greeting: "",
    paragraphs: newsOf(t, due),
    voices: due.move === null && due.deed === null ? shown : spoken(due.move ?? due.deed?.voice ?? null),
    after: [
      ...(voices.length > VOICES_MAX ? [t("notices.mail.more")] : []),
      ...(canReply ? [t("notices.mail.reply")] : []),
    ],
    action: { label: t("notices.mail.read"), url: addressOf(linkOf(due)) },
    signature: "",
    why: t(`notices.because.${due.why}`, { place: due.place ?? "" }),
    ways: waysOf(t, due),
  };
}

/** What happened, where it is not somebody's words alone. */
function newsOf(t: Words, due: DueNotice): string[] {
  if (due.move !== null) return [moveSentence(t, due.move)];
  return due.deed === null ? [] : [deedSentence(t, due)];
}

function spoken(said: { by: string; words: string } | null): { by: string; words: string }[] {
  return said === null || said.words === "" ? [] : [said];
}

function deedSentence(t: Words, { deed, why, person_id }: Pick<DueNotice, "deed" | "why" | "person_id">): string {
  const who = deed === null || deed.by === "" ? [] : [{ id: person_id, name: deed.by }];
  return toldWords(t, { why, who, whoCount: who.length });
}

function moveSentence(t: Words, move: NonNullable<DueNotice["move"]>): string {
  return t("notices.mail.moved", { by: move.by, status: t(STATUS_WORDS[move.status].name) });
}

/**
 * The conversation's title, with its space before it, so that mail programs can sort by either; what stands in no
 * conversation says what it is.
 */
function subjectOf(t: Words, due: DueNotice): string {
  const { title, place, opening, conversation_id } = due;
  if (conversation_id === null) return deedSentence(t, due);
  return `${opening === null ? "Re: " : ""}[${place ?? "Levain"}] ${title ?? ""}`;
}

function linkOf({
  conversation_id,
  conversation_kind,
  comment_id,
  title,
  place,
  voices,
  deed,
  why,
  profile,
}: DueNotice): string {
  const id = conversation_id;
  const conversation =
    id === null || conversation_kind === null
      ? null
      : { id, kind: conversation_kind, title: title ?? "", place: place ?? "" };
  const commentId = deed === null ? (voices?.[0]?.id ?? null) : comment_id;
  return placeOf({ conversation, commentId, profile, space: null, why });
}

function waysOf(t: Words, { person_id, conversation_id, space_id, place, inside }: DueNotice): Draft["ways"] {
  const link = (scope: "thread" | "space" | "all", key: string) =>
    addressOf(unsubscribeLink({ person: person_id, scope, key }));
  return [
    ...(conversation_id === null
      ? []
      : [{ label: t("notices.mail.stopThread"), url: link("thread", conversation_id) }]),
    ...(space_id === null
      ? []
      : [{ label: t("notices.mail.stopSpace", { place: place ?? "" }), url: link("space", space_id) }]),
    { label: t("notices.mail.stopAll"), url: link("all", "") },
    ...(inside ? [{ label: t("notices.mail.settings"), url: addressOf(paths.settingsNotices()) }] : []),
  ];
}
