import type { ReactNode } from "react";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { AwayMark } from "@/members/ui/away-mark";
import { PersonLink } from "@/members/ui/person-link";
import { paths } from "@/paths";
import { Badge } from "@/ui/badge";
import { Link } from "@/ui/link";
import { PageTitle } from "@/ui/page-title";
import { Prose } from "@/ui/prose";
import { TimeAgo } from "@/ui/time-ago";
import { AcceptedAnswer } from "../kinds/ui/answer";
import type { PostView } from "../views";
import { Attachments } from "./attachments";
import { KIND_WORDS } from "./kind-words";
import { unfolded } from "./words-of";

type PostArticleProps = {
  post: PostView;
  /** The lesser verbs. */
  menu?: ReactNode;
  /** What its kind brings: a poll, an event, who has read it. */
  details?: ReactNode;
  /** Kind signs. */
  reactions?: ReactNode;
  t: Words;
  format: Formats;
};

/** The opening of a conversation: its title, who wrote it, and what it says. */
export function PostArticle({ post, menu, details, reactions, t, format }: PostArticleProps) {
  return (
    <article>
      <PageTitle
        actions={menu}
        kicker={<Link href={paths.space(post.space.slug)}>{post.space.name}</Link>}
        meta={
          <>
            <span>
              <PersonLink person={post.author} /> <AwayMark person={post.author} t={t} />
            </span>
            {post.author.department === "" ? null : <span>{post.author.department}</span>}
            <TimeAgo at={post.createdAt} format={format} />
            {post.editedAt === null ? null : (
              <span>
                <Link href={paths.postHistory(post.id)}>{t("posts.edited", { when: format.ago(post.editedAt) })}</Link>
              </span>
            )}
            {post.kind === "discussion" ? null : <Badge tone="accent">{t(KIND_WORDS[post.kind].name)}</Badge>}
            {post.imported ? <Badge icon="mail">{t("posts.imported")}</Badge> : null}
            {post.pinned ? <Badge icon="pin">{t("posts.pinned")}</Badge> : null}
            {post.locked ? <Badge icon="lock">{t("posts.locked")}</Badge> : null}
          </>
        }
      >
        {post.title}
      </PageTitle>
      {post.event === null ? null : details}
      {post.bodyHtml === "" ? null : (
        <div data-quote-by={post.author.displayName} data-quote-at={paths.post(post.id)}>
          <Prose html={unfolded(t, post.bodyHtml)} lang={post.language ?? undefined} />
        </div>
      )}
      <Attachments files={post.files} t={t} format={format} />
      {post.event === null ? details : null}
      {post.imported ? <p className="quiet fine mt-5">{t("posts.thread.importedNote")}</p> : null}
      {reactions}
      {post.answer === null ? null : <AcceptedAnswer postId={post.id} answer={post.answer} t={t} format={format} />}
    </article>
  );
}
