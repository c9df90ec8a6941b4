import type { ReactNode } from "react";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { PersonAvatar } from "@/members/ui/person-avatar";
import { PersonLink } from "@/members/ui/person-link";
import { Badge } from "@/ui/badge";
import { LinkButton } from "@/ui/button";
import { Entry } from "@/ui/entry";
import { Link } from "@/ui/link";
import { Prose } from "@/ui/prose";
import { TimeAgo } from "@/ui/time-ago";
import type { CommentView } from "../views";
import { Attachments } from "./attachments";
import { unfolded } from "./words-of";

/** Where the verbs of a comment lead; each is a page of the same conversation, so that they work everywhere. */
export type CommentLinks = {
  readonly self: string;
  readonly answer: string | null;
  readonly edit: string | null;
  readonly remove: string | null;
};

type CommentItemProps = {
  comment: CommentView;
  /** The comment that this one answers, when it stands on the same page. */
  parent: CommentView | null;
  links: CommentLinks;
  t: Words;
  format: Formats;
  /** Stands in the place of the words: the form that edits them, or the question whether to remove them. */
  instead?: ReactNode;
};

/** One voice in a conversation. */
export function CommentItem({ comment, parent, links, t, format, instead }: CommentItemProps) {
  const isSilent = Boolean(instead) || comment.removed;
  return (
    <Entry
      id={`c-${comment.id}`}
      leading={<PersonAvatar person={comment.author} />}
      byline={
        <>
          <span>
            <PersonLink person={comment.author} />
          </span>
          <Link href={links.self} title={t("posts.thread.link")}>
            <TimeAgo at={comment.createdAt} format={format} />
          </Link>
          {comment.editedAt === null ? null : <span>{t("posts.edited", { when: format.ago(comment.editedAt) })}</span>}
          <ParentLink comment={comment} parent={parent} t={t} />
          {comment.imported ? <Badge icon="mail">{t("posts.imported")}</Badge> : null}
        </>
      }
      actions={isSilent ? null : <CommentVerbs links={links} t={t} />}
    >
      {instead || <CommentWords comment={comment} t={t} format={format} />}
    </Entry>
  );
}

function ParentLink({ comment, parent, t }: { comment: CommentView; parent: CommentView | null; t: Words }) {
  if (comment.parentId === null) return null;
  if (parent === null) return <span>{t("posts.thread.earlier")}</span>;
  return (
    <span>
      <a href={`#c-${parent.id}`}>{t("posts.thread.answering", { name: parent.author.displayName })}</a>
    </span>
  );
}

function CommentWords({ comment, t, format }: { comment: CommentView; t: Words; format: Formats }) {
  if (comment.removed) return <p className="quiet">{t("posts.thread.removed")}</p>;
  return (
    <>
      <Prose size="small" html={unfolded(t, comment.bodyHtml)} />
      <Attachments files={comment.files} t={t} format={format} />
    </>
  );
}

function CommentVerbs({ links, t }: { links: CommentLinks; t: Words }) {
  const verbs: { href: string | null; label: string }[] = [
    { href: links.answer, label: t("posts.thread.answer") },
    { href: links.edit, label: t("posts.thread.edit") },
    { href: links.remove, label: t("posts.thread.remove") },
  ];
  return verbs.map(({ href, label }) =>
    href === null ? null : (
      <LinkButton key={label} look="plain" size="small" href={href}>
        {label}
      </LinkButton>
    ),
  );
}
