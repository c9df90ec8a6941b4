import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { AwayMark } from "@/members/ui/away-mark";
import { PersonLink } from "@/members/ui/person-link";
import { paths, withQuery } from "@/paths";
import { Badge } from "@/ui/badge";
import { LinkButton } from "@/ui/button";
import { Link } from "@/ui/link";
import { PageTitle } from "@/ui/page-title";
import { Prose } from "@/ui/prose";
import { TimeAgo } from "@/ui/time-ago";
import type { PostView } from "../views";
import { Attachments } from "./attachments";
import { KIND_WORDS } from "./kind-words";
import { unfolded } from "./words-of";

/** The opening of a conversation: its title, who wrote it, and what it says. */
export function PostArticle({ post, t, format }: { post: PostView; t: Words; format: Formats }) {
  return (
    <article>
      <PageTitle
        kicker={<Link href={paths.space(post.space.slug)}>{post.space.name}</Link>}
        meta={
          <>
            <span>
              <PersonLink person={post.author} /> <AwayMark person={post.author} t={t} />
            </span>
            {post.author.department === "" ? null : <span>{post.author.department}</span>}
            <TimeAgo at={post.createdAt} format={format} />
            {post.editedAt === null ? null : <span>{t("posts.edited", { when: format.ago(post.editedAt) })}</span>}
            {post.kind === "discussion" ? null : <Badge tone="accent">{t(KIND_WORDS[post.kind].name)}</Badge>}
            {post.imported ? <Badge icon="mail">{t("posts.imported")}</Badge> : null}
          </>
        }
      >
        {post.title}
      </PageTitle>
      <div data-quote-by={post.author.displayName} data-quote-at={paths.post(post.id)}>
        <Prose html={unfolded(t, post.bodyHtml)} />
      </div>
      <Attachments files={post.files} t={t} format={format} />
      {post.imported ? <p className="quiet fine mt-5">{t("posts.thread.importedNote")}</p> : null}
      {post.may.edit || post.may.remove ? (
        <div className="button-row mt-5 -ms-2">
          {post.may.edit ? (
            <LinkButton look="plain" size="small" icon="edit" href={paths.editPost(post.id)}>
              {t("posts.thread.edit")}
            </LinkButton>
          ) : null}
          {post.may.remove ? (
            <LinkButton
              look="plain"
              size="small"
              icon="remove"
              href={`${withQuery(paths.post(post.id), { remove: "post" })}#remove`}
            >
              {t("posts.thread.remove")}
            </LinkButton>
          ) : null}
        </div>
      ) : null}
    </article>
  );
}
