import type { Words } from "@/i18n/words";
import type { Draft } from "@/mail/compose";
import { unsubscribeLink } from "@/mail/unsubscribe/token";
import type { PersonId } from "@/members/shape";
import { paths } from "@/paths";
import { addressOf } from "../letters/draft";
import { placeOf } from "../places";
import { toldWords } from "../ui/words";
import type { Rhythm } from "../wishes/shape";
import type { DigestEntry } from "./entries";
import type { News } from "./news";

type Told = { readonly news: readonly News[]; readonly entries: readonly DigestEntry[] };
type Reader = { readonly id: PersonId; readonly name: string };

/** A digest: what is new, by place, a line or two each, with the way to it; and what is new in the changelog. */
export function digestDraft(t: Words, reader: Reader, rhythm: Rhythm, { news, entries }: Told): Draft {
  const places = [...new Set(news.map(({ place }) => place))];
  return {
    subject: t("notices.digest.subject", { rhythm, count: news.length }),
    greeting: t("mail.greeting", { name: reader.name }),
    paragraphs: [t("notices.digest.lead", { count: news.length })],
    sections: [
      ...places.map((place) => ({
        title: place ?? t("notices.digest.people"),
        items: news.filter((one) => one.place === place).map((one) => itemOf(t, one)),
      })),
      ...(entries.length === 0 ? [] : [{ title: t("changelog.digest"), items: entries.map(entryOf) }]),
    ],
    action: { label: t("notices.digest.action"), url: addressOf(paths.notices()) },
    signature: "",
    why: t("notices.digest.why", { rhythm }),
    ways: [
      {
        label: t("notices.mail.stopAll"),
        url: addressOf(unsubscribeLink({ person: reader.id, scope: "all", key: "" })),
      },
      { label: t("notices.mail.settings"), url: addressOf(paths.settingsNotices()) },
    ],
  };
}

function entryOf({ id, title, excerpt }: DigestEntry) {
  return { title, text: excerpt, url: addressOf(`${paths.changelog()}#e-${id}`) };
}

function itemOf(t: Words, news: News) {
  const voices = news.voices ?? (news.actor === null ? [] : [news.actor]);
  const { conversation_id: id, conversation_kind: kind, title, place, profile } = news;
  const conversation = id === null || kind === null ? null : { id, kind, title, place: place ?? "" };
  const to = placeOf({ conversation, commentId: news.comment_id, profile, space: null, why: news.why });
  const told = toldWords(t, { why: news.why, who: voices.slice(0, 3), whoCount: voices.length });
  const text = news.kind === "thread" && news.excerpt !== "" ? `${told}. ${news.excerpt}` : told;
  return { title, text, url: addressOf(to) };
}
