import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths, withQuery } from "@/paths";
import type { RefusedForm } from "@/ui/form-state";
import type { ThreadComment, ThreadWindow } from "../reading/views";
import type { PostView } from "../views";
import { aroundComment } from "./comment-verbs";
import { EditComment, RemoveComment } from "./edit-comment";
import { placeOfPost } from "./thread/place";
import { UndoFlash } from "./undo";

/** What of a visit the conversation of a post is drawn with. */
type TalkVisit = {
  readonly t: Words;
  readonly format: Formats;
  readonly form: FormWords;
  readonly back: string;
  readonly refusedOf: (procedure: string, values?: Readonly<Record<string, string>>) => RefusedForm | null;
};
/** What the address of the page asks for. */
type Asked = Readonly<Record<string, string | undefined>>;

/** Why nobody writes here any more. */
export function closedWords({ t }: TalkVisit, post: PostView): string {
  if (!post.locked) return t("posts.thread.closed");
  return post.lockReason === "" ? t("posts.lock.locked") : t("posts.lock.because", { reason: post.lockReason });
}

/** What stands in the place of a comment's words: the form that edits them, or the question whether to remove them. */
export function insteadOf(
  { t, form, back, refusedOf }: TalkVisit,
  post: PostView,
  comment: ThreadComment,
  asked: Asked,
) {
  const { link, history } = placeOfPost(post.id);
  const verb = { comment, self: link(comment.id), history: history(comment.id), back, t, words: form };
  if (asked.edit === comment.id && comment.may.edit)
    return (
      <EditComment
        {...verb}
        place={{ room: "posts", id: post.space.id }}
        refused={refusedOf("posts.editComment", { comment: comment.id })}
      />
    );
  if (asked.remove === comment.id && comment.may.remove)
    return <RemoveComment {...verb} refused={refusedOf("posts.removeComment")} />;
  return null;
}

/** The form that a comment was written in, when it answered another one. */
function answering(parent: string | null): Record<string, string> {
  return parent === null ? {} : { at: parent, answer: parent };
}

/** What stands around a comment of a post. */
export function aroundOf(
  { t, format, form, back }: TalkVisit,
  post: PostView,
  comment: ThreadComment,
  { react }: Asked,
) {
  return aroundComment({
    comment,
    place: placeOfPost(post.id),
    reacting: react === comment.id,
    mayReact: post.may.react,
    verbs: { react: "posts.reactToComment", bringBack: "posts.bringCommentBack" },
    answer: post.answer?.id === comment.id,
    mayAccept: post.may.accept,
    ...{ back, t, format, words: form },
  });
}

/** The offer to take back what was just published or said. */
export function undoOf(
  { t, form, back, refusedOf }: TalkVisit,
  post: PostView,
  { items }: ThreadWindow,
  { done, at }: Asked,
) {
  const common = { back, t, words: form };
  if (done === "published" && post.may.takeBack)
    return (
      <UndoFlash
        said={t("posts.undo.published")}
        procedure="posts.takeBack"
        on={["post", post.id]}
        done={post.createdAt}
        to={paths.compose("{slug}")}
        refused={refusedOf("posts.takeBack")}
        {...common}
      />
    );
  const said = done === "said" ? items.find((one) => one.id === at && one.may.takeBack) : undefined;
  if (said === undefined) return null;
  return (
    <UndoFlash
      said={t("posts.undo.said")}
      procedure="posts.takeCommentBack"
      on={["comment", said.id]}
      done={said.createdAt}
      to={`${withQuery(paths.post(post.id), { draft: "1", ...answering(said.parentId) })}#write`}
      refused={refusedOf("posts.takeCommentBack")}
      {...common}
    />
  );
}
