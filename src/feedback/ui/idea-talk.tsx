import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import type { DraftView } from "@/posts/drafts/shape";
import type { ThreadComment, ThreadWindow } from "@/posts/reading/views";
import { aroundComment } from "@/posts/ui/comment-verbs";
import { EditComment, RemoveComment } from "@/posts/ui/edit-comment";
import { placeOfIdea } from "@/posts/ui/thread/place";
import { Thread } from "@/posts/ui/thread/thread";
import type { CommentView } from "@/posts/views";
import type { RefusedForm } from "@/ui/form-state";
import { originOf } from "../merging/ui/joined";
import type { IdeaView } from "../views";
import { CommentsClosed, IdeaCommentForm } from "./idea-comment-form";

type IdeaTalkProps = {
  idea: IdeaView;
  window: ThreadWindow;
  /** What the address asks for: a comment, and a verb on one. */
  asked: Readonly<Partial<Record<"at" | "edit" | "remove" | "react", string | undefined>>>;
  /** The comment that is answered, and what the form begins with. */
  parent: Pick<CommentView, "id" | "author"> | null;
  begin?: string | undefined;
  known?: DraftView | null | undefined;
  back: string;
  t: Words;
  format: Formats;
  words: FormWords;
  refusedOf: (procedure: string, values?: Readonly<Record<string, string>>) => RefusedForm | null;
};

/** What is said about an idea and its doubles, and where one joins in. */
export function IdeaTalk(props: IdeaTalkProps) {
  const { idea, window, asked, back, t, format, words } = props;
  const place = placeOfIdea(idea.id);
  return (
    <Thread
      title={t("feedback.idea.talk")}
      place={place}
      window={window}
      own={idea.own}
      count={idea.commentCount}
      mayAnswer={idea.may.comment}
      here={asked.at}
      back={back}
      t={t}
      format={format}
      words={words}
      instead={(comment) => (verbOn(props, comment) === null ? null : <Instead {...props} comment={comment} />)}
      around={(comment) => ({
        ...aroundComment({
          comment,
          place,
          reacting: asked.react === comment.id,
          mayReact: idea.may.react,
          verbs: { react: "feedback.reactToComment", bringBack: "feedback.bringCommentBack" },
          answer: false,
          mayAccept: false,
          format,
          back,
          t,
          words,
        }),
        origin: originOf(idea, comment, t),
      })}
    />
  );
}

/** Whether a verb on a comment takes the place of its words. */
function verbOn({ asked }: IdeaTalkProps, comment: ThreadComment): "edit" | "remove" | null {
  if (asked.edit === comment.id && comment.may.edit) return "edit";
  return asked.remove === comment.id && comment.may.remove ? "remove" : null;
}

function Instead(props: IdeaTalkProps & { comment: ThreadComment }) {
  const { idea, comment, back, t, words, refusedOf } = props;
  const place = placeOfIdea(idea.id);
  const self = place.link(comment.id);
  const verb = { comment, self, history: place.history(comment.id), back, t, words };
  const named = { comment: comment.id };
  const [editing, removing] = ["feedback.editComment", "feedback.removeComment"];
  if (verbOn(props, comment) === "edit")
    return (
      <EditComment
        {...verb}
        place={{ room: "feedback", id: idea.board.id }}
        procedure={editing}
        refused={refusedOf(editing, named)}
      />
    );
  return <RemoveComment {...verb} procedure={removing} refused={refusedOf(removing, named)} />;
}

/** Where one writes, or why one does not. */
export function IdeaWrite({ idea, parent, begin, known, back, t, words, refusedOf }: IdeaTalkProps) {
  return (
    <section id="write" className="mt-8 scroll-mt-4">
      {idea.may.comment ? (
        <IdeaCommentForm
          ideaId={idea.id}
          boardId={idea.board.id}
          known={known}
          parent={parent}
          begin={begin}
          back={back}
          t={t}
          words={words}
          refused={refusedOf("feedback.addComment")}
        />
      ) : (
        <WhyClosed idea={idea} t={t} />
      )}
    </section>
  );
}

function WhyClosed({ idea, t }: { idea: IdeaView; t: Words }) {
  if (idea.archived || idea.lockedAt === null) return <CommentsClosed idea={idea} t={t} />;
  const why =
    idea.lockReason === "" ? t("ideas.host.locked") : t("ideas.host.lockedBecause", { reason: idea.lockReason });
  return <p className="quiet">{why}</p>;
}
