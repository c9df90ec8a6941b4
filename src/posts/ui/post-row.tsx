import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { PersonLink } from "@/members/ui/person-link";
import { paths } from "@/paths";
import { Badge } from "@/ui/badge";
import { Link } from "@/ui/link";
import { ListRow } from "@/ui/list";
import { TimeAgo } from "@/ui/time-ago";
import { VisuallyHidden } from "@/ui/visually-hidden";
import { FRESH_MAX } from "../shape";
import type { PostCard } from "../views";
import { KIND_WORDS } from "./kind-words";

type PostRowProps = {
  post: PostCard;
  t: Words;
  format: Formats;
  /** Whether the line names the space: not where the whole list is of one. */
  showSpace?: boolean;
  /** Whether it names the author: not where the whole list is by one. */
  showAuthor?: boolean;
};

/** A post as a line of a list: what it says, who began it, and when somebody last spoke. */
export function PostRow({ post, t, format, showSpace = false, showAuthor = true }: PostRowProps) {
  return (
    <ListRow
      heading={2}
      title={<RowTitle post={post} t={t} />}
      fresh={Boolean(post.fresh)}
      // Where answers are new one lands above the first of them.
      href={post.fresh && !post.fresh.opening ? `${paths.post(post.id)}#unread` : paths.post(post.id)}
      text={post.excerpt}
      meta={
        <>
          {showAuthor ? (
            <span>
              <PersonLink person={post.author} />
            </span>
          ) : null}
          {showSpace ? (
            <span>
              <Link href={paths.space(post.space.slug)}>{post.space.name}</Link>
            </span>
          ) : null}
          <Fresh post={post} t={t} format={format} />
          <LastWord post={post} t={t} format={format} />
          <PostMarks post={post} t={t} />
        </>
      }
    />
  );
}

function RowTitle({ post, t }: Pick<PostRowProps, "post" | "t">) {
  return (
    <>
      {post.title}
      {post.fresh ? <VisuallyHidden> {t("reading.thread.new")}</VisuallyHidden> : null}
    </>
  );
}

/** What sets a post apart: its kind, an answer, a lock. A plain discussion and an open question are told by their titles. */
function PostMarks({ post, t }: Pick<PostRowProps, "post" | "t">) {
  const apart = post.kind === "announcement" || post.kind === "poll" || post.kind === "event";
  return (
    <>
      {apart ? <Badge tone="accent">{t(KIND_WORDS[post.kind].name)}</Badge> : null}
      {post.answered ? (
        <Badge tone="good" icon="check">
          {t("posts.answer.mark")}
        </Badge>
      ) : null}
      {post.pinned ? <Badge icon="pin">{t("posts.pinned")}</Badge> : null}
      {post.locked ? <Badge icon="lock">{t("posts.locked")}</Badge> : null}
    </>
  );
}

/** What changed since one read it: how many answers, by whom. */
function Fresh({ post: { fresh }, t, format }: Pick<PostRowProps, "post" | "t" | "format">) {
  if (!fresh || fresh.answers === 0) return null;
  const voices = fresh.others > 0 ? [...fresh.by, t("reading.row.others", { count: fresh.others })] : fresh.by;
  const many = fresh.answers > FRESH_MAX;
  const count = Math.min(fresh.answers, FRESH_MAX);
  return (
    <strong>{t(many ? "reading.row.manyBy" : "reading.row.answersBy", { count, names: format.list(voices) })}</strong>
  );
}

/** When somebody last spoke; before anybody answered that is when it was written. */
function LastWord({ post, t, format }: Pick<PostRowProps, "post" | "t" | "format">) {
  if (post.commentCount === 0) return <TimeAgo at={post.createdAt} format={format} />;
  const at = post.lastActivityAt;
  return (
    <>
      <span>{t("posts.comments", { count: post.commentCount })}</span>
      <time dateTime={at.toISOString()} title={format.dateTime(at)}>
        {t("posts.lastWord", { when: format.ago(at) })}
      </time>
    </>
  );
}
