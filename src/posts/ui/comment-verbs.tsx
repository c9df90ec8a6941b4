import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { withQuery } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { SubmitButton } from "@/ui/submit-button";
import { Reactions } from "../marks/ui/reactions";
import type { CommentView } from "../views";
import type { CommentItemProps } from "./comment-item";
import type { ThreadPlace } from "./thread/place";

/** The verbs of the room that a conversation stands in: a post's and an idea's have different ones. */
type TalkVerbs = { readonly react: string; readonly bringBack: string };

type CommentPartProps = {
  comment: CommentView;
  place: ThreadPlace;
  /** True when the page was asked for with all ways to react to it in sight. */
  reacting: boolean;
  mayReact: boolean;
  verbs: TalkVerbs;
  back: string;
  t: Words;
  format: Formats;
  words: FormWords;
};

/** The kind signs under a comment. */
function CommentReactions({ comment, place, reacting, mayReact, verbs, back, t, format }: CommentPartProps) {
  return (
    <Reactions
      procedure={verbs.react}
      on={["comment", comment.id]}
      reactions={comment.reactions}
      may={mayReact}
      open={reacting}
      href={`${withQuery(place.path, { at: comment.id, react: comment.id })}#c-${comment.id}`}
      list={place.reactions(comment.id)}
      back={`${back}#c-${comment.id}`}
      t={t}
      format={format}
    />
  );
}

/** The way back for whoever has just removed a comment. */
function BringCommentBack({ comment, place, verbs, back, t, words }: CommentPartProps) {
  if (!comment.may.bringBack) return null;
  return (
    <ActionForm
      procedure={verbs.bringBack}
      back={`${back}#c-${comment.id}`}
      words={words}
      hidden={{ comment: comment.id, _to: place.link(comment.id) }}
    >
      <div>
        <SubmitButton look="quiet" size="small">
          {t("posts.undo.do")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Marks a comment as the answer to the question above it, or no longer. */
function AcceptComment({ comment, place, back, t, words, answer }: CommentPartProps & { answer: boolean }) {
  return (
    <ActionForm
      procedure={answer ? "posts.unaccept" : "posts.accept"}
      back={`${back}#c-${comment.id}`}
      words={{ ...words, busy: "" }}
      hidden={{ comment: comment.id, _to: place.link(comment.id) }}
    >
      <SubmitButton look="plain" size="small" icon="check">
        {t(answer ? "posts.answer.undo" : "posts.answer.do")}
      </SubmitButton>
    </ActionForm>
  );
}

/** What stands around a comment's words: kind signs, the verbs that links cannot do, and the way back. */
export function aroundComment(
  part: CommentPartProps & { answer: boolean; mayAccept: boolean },
): Pick<CommentItemProps, "answer" | "reactions" | "verbs" | "wayBack"> {
  const { answer, mayAccept, ...common } = part;
  return {
    answer,
    reactions: <CommentReactions {...common} />,
    verbs: mayAccept ? <AcceptComment {...common} answer={answer} /> : null,
    wayBack: <BringCommentBack {...common} />,
  };
}
