import type { ReactNode } from "react";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { AwayMark } from "@/members/ui/away-mark";
import { PersonAvatar } from "@/members/ui/person-avatar";
import { PersonLink } from "@/members/ui/person-link";
import { Badge } from "@/ui/badge";
import { LinkButton } from "@/ui/button";
import { Entry } from "@/ui/entry";
import { Link } from "@/ui/link";
import { Prose } from "@/ui/prose";
import { TimeAgo } from "@/ui/time-ago";
import { VisuallyHidden } from "@/ui/visually-hidden";
import type { ThreadComment } from "../reading/views";
import { Attachments } from "./attachments";
import { unfolded } from "./words-of";

/** Where the verbs of a comment lead; each is a page of the same conversation, so that they work everywhere. */
export type CommentLinks = {
  readonly self: string;
  readonly answer: string | null;
  /** The same with its words quoted in the form. */
  readonly quote: string | null;
  readonly edit: string | null;
  readonly remove: string | null;
  /** Brings it to the hosts; null for one's own. */
  readonly report: string | null;
  /** Where its versions are read. */
  readonly history: string;
};

export type CommentItemProps = {
  comment: ThreadComment;
  /** The address of the comment that it answers, where that is not the one it stands under. */
  answered: string | null;
  /** True for the one that the address names. */
  here?: boolean;
  /** What answers it. */
  answers?: ReactNode;
  links: CommentLinks;
  t: Words;
  format: Formats;
  /** Stands in the place of the words: the form that edits them, or the question whether to remove them. */
  instead?: ReactNode;
  /** Where it was written, when that is not here. */
  origin?: ReactNode;
  /** True for the one that answers the question above. */
  answer?: boolean;
  /** Kind signs. */
  reactions?: ReactNode;
  /** More verbs, as forms: what a link cannot do. */
  verbs?: ReactNode;
  /** In the place of removed words, for whoever has just removed them: the way back. */
  wayBack?: ReactNode;
};

/** One voice in a conversation. */
export function CommentItem(props: CommentItemProps) {
  const { comment, answered, here = false, answers, links, t, format, instead, ...more } = props;
  const isSilent = Boolean(instead) || comment.removed;
  return (
    <Entry
      id={`c-${comment.id}`}
      here={here}
      fresh={comment.unread}
      answers={answers}
      leading={<PersonAvatar person={comment.author} />}
      byline={
        <>
          <span>
            <PersonLink person={comment.author} /> <AwayMark person={comment.author} t={t} />
            {comment.unread ? <VisuallyHidden>{t("reading.thread.new")}</VisuallyHidden> : null}
          </span>
          <Link href={links.self} title={t("posts.thread.link")}>
            <TimeAgo at={comment.createdAt} format={format} />
          </Link>
          {comment.editedAt === null || comment.removed ? null : (
            <span>
              <Link href={links.history}>{t("posts.edited", { when: format.ago(comment.editedAt) })}</Link>
            </span>
          )}
          <AnswerOf comment={comment} href={answered} t={t} />
          {more.origin}
          {comment.imported ? <Badge icon="mail">{t("posts.imported")}</Badge> : null}
          {more.answer ? (
            <Badge tone="good" icon="check">
              {t("posts.answer.title")}
            </Badge>
          ) : null}
        </>
      }
      actions={
        isSilent ? null : (
          <>
            {more.reactions}
            <CommentVerbs links={links} t={t} />
            {more.verbs}
          </>
        )
      }
    >
      {instead || <CommentWords comment={comment} self={links.self} t={t} format={format} />}
      {comment.removed ? more.wayBack : null}
    </Entry>
  );
}

function AnswerOf({ comment, href, t }: { comment: ThreadComment; href: string | null; t: Words }) {
  if (comment.answers === null || href === null) return null;
  return (
    <span>
      <Link href={href}>{t("posts.thread.answering", { name: comment.answers.author.displayName })}</Link>
    </span>
  );
}

type CommentWordsProps = { comment: ThreadComment; self: string; t: Words; format: Formats };

function CommentWords({ comment, self, t, format }: CommentWordsProps) {
  if (comment.removed && comment.bodyHtml === "")
    return <p className="quiet">{t(comment.hidden ? "posts.thread.hidden" : "posts.thread.removed")}</p>;
  return (
    <>
      {comment.hidden ? <p className="quiet fine mb-2">{t("posts.thread.hiddenOwn")}</p> : null}
      <div data-quote-by={comment.author.displayName} data-quote-at={self}>
        <Prose size="small" html={unfolded(t, comment.bodyHtml)} lang={comment.language ?? undefined} />
      </div>
      <Attachments files={comment.files} t={t} format={format} />
    </>
  );
}

function CommentVerbs({ links, t }: { links: CommentLinks; t: Words }) {
  const verbs: { href: string | null; label: string; key?: string }[] = [
    { href: links.answer, label: t("posts.thread.answer"), key: "answer" },
    { href: links.quote, label: t("reading.thread.quote"), key: "quote" },
    { href: links.edit, label: t("posts.thread.edit") },
    { href: links.remove, label: t("posts.thread.remove") },
    { href: links.report, label: t("moderation.report.verb") },
  ];
  return verbs.map(({ href, label, key }) =>
    href === null ? null : (
      <LinkButton key={label} look="plain" size="small" href={href} data-key={key}>
        {label}
      </LinkButton>
    ),
  );
}
