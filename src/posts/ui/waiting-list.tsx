import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths, withQuery } from "@/paths";
import { LinkButton } from "@/ui/button";
import { PageTitle } from "@/ui/page-title";
import { STILL_WAITING, type StillWaiting } from "../shape";
import type { PostCard } from "../views";
import { PostList } from "./post-list";

export type { StillWaiting };

/** The list that an address asks for, if it is one of these. */
export function whoWaits(word: string | undefined): StillWaiting | undefined {
  return STILL_WAITING.find((one) => one === word);
}

type WaitingListProps = {
  who: StillWaiting;
  page: { readonly items: readonly PostCard[]; readonly next: string | null };
  t: Words;
  format: Formats;
};

/** Conversations in which somebody still waits for an answer, with the way back to all of them. */
export function WaitingList({ who, page, t, format }: WaitingListProps) {
  const title = t(`reading.waiting.${who}`);
  const everything = <LinkButton href={paths.latest()}>{t("reading.latest.title")}</LinkButton>;
  return (
    <>
      <PageTitle lead={t(`reading.waiting.${who}Lead`)}>{title}</PageTitle>
      <PostList
        page={page}
        t={t}
        format={format}
        showSpace
        label={title}
        more={(next) => withQuery(paths.latest(), { waiting: who, after: next })}
        empty={{ title: t("reading.waiting.empty"), text: t("reading.waiting.emptyText"), action: everything }}
        end={everything}
      />
    </>
  );
}
