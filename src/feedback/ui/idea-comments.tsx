import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths, withQuery } from "@/paths";
import { CommentItem, type CommentLinks } from "@/posts/ui/comment-item";
import { EditComment, RemoveComment } from "@/posts/ui/edit-comment";
import type { CommentView } from "@/posts/views";
import type { RefusedForm } from "@/ui/form-state";
import { Pager } from "@/ui/pager";
import type { IdeaView } from "../views";

type IdeaCommentsProps = {
  idea: Pick<IdeaView, "id" | "may">;
  comments: readonly CommentView[];
  next: string | null;
  /** True when what comes before is not shown. */
  later: boolean;
  /** The comments that are being changed or taken away, as the address says. */
  editing: string | undefined;
  removing: string | undefined;
  back: string;
  t: Words;
  format: Formats;
  words: FormWords;
  refusedOf: (procedure: string, values: Readonly<Record<string, string>>) => RefusedForm | null;
};

function linksOf(idea: IdeaCommentsProps["idea"], comment: CommentView): CommentLinks {
  const here = (verb: string, anchor: string) =>
    `${withQuery(paths.idea(idea.id), { at: comment.id, [verb]: comment.id })}#${anchor}`;
  const anchor = `c-${comment.id}`;
  return {
    self: paths.ideaComment(idea.id, comment.id),
    answer: idea.may.comment && !comment.removed ? here("answer", "write") : null,
    edit: comment.may.edit ? here("edit", anchor) : null,
    remove: comment.may.remove ? here("remove", anchor) : null,
  };
}

/** What was said about an idea, oldest first. */
export function IdeaComments(props: IdeaCommentsProps) {
  const { idea, comments, next, later, t, format } = props;
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const self = paths.idea(idea.id);
  return (
    <>
      {later ? <p className="quiet fine">{t("posts.thread.from")}</p> : null}
      {comments.length === 0 ? <p className="quiet py-4">{t("posts.thread.none")}</p> : null}
      <ol className="list">
        {comments.map((comment) => (
          <CommentItem
            key={comment.id}
            comment={comment}
            parent={comment.parentId === null ? null : (byId.get(comment.parentId) ?? null)}
            links={linksOf(idea, comment)}
            t={t}
            format={format}
            instead={insteadOf(props, comment)}
          />
        ))}
      </ol>
      <Pager
        label={t("posts.thread.pages")}
        previous={later ? { href: `${self}#comments`, label: t("posts.thread.start") } : null}
        next={
          next === null
            ? null
            : { href: `${withQuery(self, { after: next })}#comments`, label: t("posts.thread.later") }
        }
      />
    </>
  );
}

function insteadOf(props: IdeaCommentsProps, comment: CommentView) {
  const { idea, editing, removing, back, t, words, refusedOf } = props;
  const verb = { comment, self: paths.ideaComment(idea.id, comment.id), back, t, words };
  const named = { comment: comment.id };
  if (editing === comment.id && comment.may.edit)
    return (
      <EditComment {...verb} procedure="feedback.editComment" refused={refusedOf("feedback.editComment", named)} />
    );
  if (removing === comment.id && comment.may.remove)
    return (
      <RemoveComment
        {...verb}
        procedure="feedback.removeComment"
        refused={refusedOf("feedback.removeComment", named)}
      />
    );
  return null;
}
