import type { ReactNode } from "react";
import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths, withQuery } from "@/paths";
import type { OwnReading } from "../../reading/shape";
import type { ThreadComment, ThreadWindow } from "../../reading/views";
import type { CommentItemProps, CommentLinks } from "../comment-item";
import { FollowThread } from "./follow-thread";
import type { ThreadPlace } from "./place";
import { ThreadGuide } from "./thread-guide";
import { ThreadList } from "./thread-list";
import { EarlierWay, LaterWay, MarkHere, WaysAbove } from "./thread-ways";

type ThreadProps = {
  title: string;
  place: ThreadPlace;
  window: ThreadWindow;
  own: OwnReading;
  count: number;
  /** Whether the viewer may answer here. */
  mayAnswer: boolean;
  /** The comment that the address names. */
  here: string | undefined;
  back: string;
  t: Words;
  format: Formats;
  words: FormWords;
  instead: (comment: ThreadComment) => ReactNode;
  /** What stands around a comment: kind signs and more verbs. */
  around: (comment: ThreadComment) => Partial<CommentItemProps>;
};

/** The conversation under a post or an idea: a part of it, the ways to the rest, and what one has read of it. */
export function Thread(props: ThreadProps) {
  const { title, place, window, own, count, here, back, t, format, words, instead, around } = props;
  const ways = { place, window, t };
  const isNew = !own.begun || window.items.some((item) => item.unread);
  const shown = { first: window.items[0]?.id ?? "", last: window.items.at(-1)?.id ?? "" };
  const values = { ...place.name, ...(window.items.length === 0 ? {} : shown) };
  return (
    <section className="section" id="comments">
      <div className="section-head">
        <h2>{title}</h2>
        <span className="quiet fine">{t("posts.comments", { count })}</span>
        <span className="quiet fine" id="here" />
      </div>
      <FollowThread place={place} own={own} unread={window.unread.count > 0} back={back} t={t} words={words} />
      <WaysAbove {...ways} />
      <EarlierWay {...ways} />
      <ThreadList
        place={place}
        window={window}
        here={here}
        links={(comment) => linksOf(props, comment)}
        t={t}
        format={format}
        instead={instead}
        around={around}
      />
      <LaterWay {...ways} />
      <MarkHere {...ways} back={back} />
      <ThreadGuide
        path={place.path}
        here={here}
        mark={isNew ? { procedure: place.verbs.mark, values } : null}
        quote={t("reading.thread.quoteThis")}
      />
    </section>
  );
}

function linksOf({ place, mayAnswer }: ThreadProps, comment: ThreadComment): CommentLinks {
  const here = (query: Record<string, string>, anchor: string) =>
    `${withQuery(place.path, { at: comment.id, ...query })}#${anchor}`;
  const { id } = comment;
  const anchor = `c-${id}`;
  const answers = mayAnswer && !comment.removed;
  return {
    self: place.link(id),
    answer: answers ? here({ answer: id }, "write") : null,
    quote: answers ? here({ answer: id, quote: id }, "write") : null,
    edit: comment.may.edit ? here({ edit: id }, anchor) : null,
    report: comment.may.edit || comment.removed ? null : paths.report(id),
    remove: comment.may.remove ? here({ remove: id }, anchor) : null,
    history: place.history(id),
  };
}
