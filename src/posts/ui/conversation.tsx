import type { ReactNode } from "react";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths, withQuery } from "@/paths";
import { Entries } from "@/ui/entry";
import { Pager } from "@/ui/pager";
import type { CommentView, PostView } from "../views";
import { CommentItem, type CommentLinks } from "./comment-item";

type ConversationProps = {
  post: Pick<PostView, "id" | "may">;
  comments: readonly CommentView[];
  /** The key of what comes after, null at the end. */
  next: string | null;
  /** True when what comes before is not shown. */
  later: boolean;
  t: Words;
  format: Formats;
  /** What stands in the place of one comment's words. */
  instead: (comment: CommentView) => ReactNode;
};

function linksOf(post: ConversationProps["post"], comment: CommentView): CommentLinks {
  const here = (verb: string, anchor: string) =>
    `${withQuery(paths.post(post.id), { at: comment.id, [verb]: comment.id })}#${anchor}`;
  const anchor = `c-${comment.id}`;
  return {
    self: paths.comment(post.id, comment.id),
    answer: post.may.comment && !comment.removed ? here("answer", "write") : null,
    edit: comment.may.edit ? here("edit", anchor) : null,
    remove: comment.may.remove ? here("remove", anchor) : null,
  };
}

/** What was answered, oldest first. */
export function Conversation({ post, comments, next, later, t, format, instead }: ConversationProps) {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const start = { href: `${paths.post(post.id)}#comments`, label: t("posts.thread.start") };
  const onward = next === null ? null : withQuery(paths.post(post.id), { after: next });
  return (
    <>
      {later ? <p className="quiet fine">{t("posts.thread.from")}</p> : null}
      {comments.length === 0 ? <p className="quiet py-4">{t("posts.thread.none")}</p> : null}
      <Entries label={t("posts.thread.comments")}>
        {comments.map((comment) => (
          <CommentItem
            key={comment.id}
            comment={comment}
            parent={comment.parentId === null ? null : (byId.get(comment.parentId) ?? null)}
            links={linksOf(post, comment)}
            t={t}
            format={format}
            instead={instead(comment)}
          />
        ))}
      </Entries>
      <Pager
        label={t("posts.thread.pages")}
        previous={later ? start : null}
        next={onward === null ? null : { href: `${onward}#comments`, label: t("posts.thread.later") }}
      />
    </>
  );
}
