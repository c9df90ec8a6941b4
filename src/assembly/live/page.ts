import type { Words } from "@/i18n/words";
import type { Viewer } from "@/platform/access/viewer";
import type { Topic } from "@/platform/live/topic";
import type { LiveKind, LivePageProps } from "./ui/live-opened";
import type { LiveWords } from "./ui/live-words";

/** What of a page may change while it is open. */
export type PageLife = {
  readonly kind: LiveKind;
  readonly topics: readonly Topic[];
  /** Where what is new stands, for a page that does not show it itself, such as the second one of a list. */
  readonly href?: string;
};

/** A list of posts from these spaces. */
export function listOf(spaces: readonly { readonly id: string }[], href?: string): PageLife {
  return {
    kind: "list",
    topics: spaces.map(({ id }): Topic => `space:${id}`),
    ...(href === undefined ? {} : { href }),
  };
}

/** A conversation. */
export function talkOf({ id }: { readonly id: string }, href?: string): PageLife {
  return { kind: "thread", topics: [`conversation:${id}`], ...(href === undefined ? {} : { href }) };
}

/** Everything that keeps a page up to date: what concerns it, and what concerns its reader wherever they are. */
export function livePageOf(t: Words, viewer: Viewer, timeZone: string, life: PageLife | undefined): LivePageProps {
  return {
    topics: [`person:${viewer.id}`, ...(life?.topics ?? [])],
    since: viewer.seen,
    kind: life?.kind ?? null,
    href: life?.href ?? null,
    timeZone,
    words: wordsOf(t),
  };
}

function wordsOf(t: Words): LiveWords {
  return {
    locale: t.locale,
    show: t("live.show"),
    posts: { one: t("live.posts.one"), other: t("live.posts.other") },
    answers: { one: t("live.answers.one"), other: t("live.answers.other") },
    bell: { one: t("live.bell.one"), other: t("live.bell.other") },
    here: {
      one: t("live.here.one"),
      two: t("live.here.two"),
      moreOne: t("live.here.moreOne"),
      more: t("live.here.more"),
    },
  };
}
