import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { ActionForm } from "@/ui/action-form";
import { LinkButton } from "@/ui/button";
import type { RefusedForm } from "@/ui/form-state";
import { SubmitButton } from "@/ui/submit-button";
import { draftPlaces } from "../drafts/shape";
import type { CommentView } from "../views";
import { AttachField } from "./attach-field";
import { EditBasis } from "./edit-basis";
import type { EditorPlace } from "./editor/place";
import { Writing, WritingButtons } from "./editor/writing";

type VerbProps = {
  comment: Pick<CommentView, "id" | "body" | "files" | "version">;
  /** The conversation, at this comment: where both ways out lead. */
  self: string;
  /** Where its versions are read. */
  history: string;
  back: string;
  t: Words;
  words: FormWords;
  refused: RefusedForm | null;
  /** The verb, where the comment stands under something else than a post. */
  procedure?: string;
};

/** The comment's own page, with its words open to change. */
function editPath(self: string, comment: string): string {
  const [path = ""] = self.split("#", 1);
  return `${path}${path.includes("?") ? "&" : "?"}edit=${comment}`;
}

/** Changes the words of one's own comment, in their place. */
export function EditComment({ place, procedure = "posts.editComment", ...verb }: VerbProps & { place: EditorPlace }) {
  const { comment, self, history, back, t, words, refused } = verb;
  return (
    <ActionForm
      className="mt-2"
      procedure={procedure}
      back={`${back}#c-${comment.id}`}
      words={words}
      refused={refused}
      hidden={{ comment: comment.id, _to: self }}
      files
    >
      <Writing
        t={t}
        label={t("posts.edit.commentTitle")}
        hint={t("posts.edit.note")}
        rows={5}
        place={place}
        draft={{ place: draftPlaces.editComment(comment.id), path: editPath(self, comment.id) }}
        before={comment.body}
        eager
      />
      <AttachField t={t} files={comment.files} />
      <EditBasis
        version={comment.version}
        history={history}
        words={{ over: t("posts.edit.over"), look: t("posts.edit.look") }}
      />
      <div className="button-row">
        <SubmitButton>{t("posts.edit.save")}</SubmitButton>
        <LinkButton look="plain" href={self}>
          {t("common.cancel")}
        </LinkButton>
        <WritingButtons t={t} room={place.room} />
      </div>
    </ActionForm>
  );
}

/** Asks once more before a comment loses its words. */
export function RemoveComment({
  comment,
  self,
  back,
  t,
  words,
  refused,
  procedure = "posts.removeComment",
}: VerbProps) {
  return (
    <ActionForm
      className="mt-2"
      label={t("posts.remove.commentTitle")}
      procedure={procedure}
      back={`${back}#c-${comment.id}`}
      words={words}
      refused={refused}
      hidden={{ comment: comment.id, _to: self }}
    >
      <div>
        <p className="font-semibold">{t("posts.remove.commentTitle")}</p>
        <p className="quiet">{t("posts.remove.commentText")}</p>
      </div>
      <div className="button-row">
        <SubmitButton look="danger">{t("posts.remove.do")}</SubmitButton>
        <LinkButton look="plain" href={self}>
          {t("posts.remove.keep")}
        </LinkButton>
      </div>
    </ActionForm>
  );
}
