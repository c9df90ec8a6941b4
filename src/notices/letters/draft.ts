import { STATUS_WORDS } from "@/feedback/ui/words";
import type { Words } from "@/i18n/words";
import type { Draft } from "@/mail/compose";
import { paths } from "@/paths";
import { env } from "@/platform/env";
import { placeOf } from "../places";
import { unsubscribeLink } from "../unsubscribe/token";
import { type DueNotice, VOICES_MAX } from "./due";

export const addressOf = (path: string): string => `${env().APP_URL}${path}`;

/** What a mail says of one conversation: what is new in it, word for word, and why it was sent. */
export function noticeDraft(t: Words, due: DueNotice, canReply: boolean): Draft {
  const voices = [...(due.opening === null ? [] : [due.opening]), ...(due.voices ?? [])];
  const shown = voices.slice(0, VOICES_MAX);
  return {
    subject: subjectOf(due),
    greeting: "",
    paragraphs: due.move === null ? [] : [moveSentence(t, due.move)],
    voices: due.move === null ? shown : [due.move].filter(({ words }) => words !== ""),
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

function moveSentence(t: Words, move: NonNullable<DueNotice["move"]>): string {
  return t("notices.mail.moved", { by: move.by, status: t(STATUS_WORDS[move.status].name) });
}

/** The conversation's title, with its space before it, so that mail programs can sort by either. */
export function subjectOf({ title, place, opening }: Pick<DueNotice, "title" | "place" | "opening">): string {
  return `${opening === null ? "Re: " : ""}[${place ?? "Levain"}] ${title ?? ""}`;
}

function linkOf({ conversation_id, conversation_kind, title, place, voices, why }: DueNotice): string {
  const id = conversation_id;
  const conversation =
    id === null || conversation_kind === null
      ? null
      : { id, kind: conversation_kind, title: title ?? "", place: place ?? "" };
  return placeOf({ conversation, commentId: voices?.[0]?.id ?? null, why });
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
