import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths, withQuery } from "@/paths";
import { type DraftView, draftPlaces } from "@/posts/drafts/shape";
import { AttachField } from "@/posts/ui/attach-field";
import { Writing, WritingButtons } from "@/posts/ui/editor/writing";
import type { CommentView } from "@/posts/views";
import { ActionForm } from "@/ui/action-form";
import type { RefusedForm } from "@/ui/form-state";
import { Link } from "@/ui/link";
import { SubmitButton } from "@/ui/submit-button";
import type { IdeaView } from "../views";

type IdeaCommentFormProps = {
  ideaId: string;
  /** The board that the idea stands on. */
  boardId: string;
  /** The comment that is answered; null for the idea itself. */
  parent: Pick<CommentView, "id" | "author"> | null;
  /** What the form begins with: a quotation that the address asks for. */
  begin?: string | undefined;
  back: string;
  t: Words;
  words: FormWords;
  refused: RefusedForm | null;
  /** What was written here before and not sent, where it was asked for. */
  known?: DraftView | null | undefined;
};

/** Where an unsent comment goes on. */
function pathOf(ideaId: string, parent: IdeaCommentFormProps["parent"]): string {
  const answer = parent === null ? {} : { at: parent.id, answer: parent.id };
  return withQuery(paths.idea(ideaId), { ...answer, draft: "1" });
}

/** Where one joins in: under an idea, or in answer to one voice. */
export function IdeaCommentForm(props: IdeaCommentFormProps) {
  const { ideaId, boardId, parent, begin, back, t, words, refused, known } = props;
  return (
    <ActionForm
      // Another partner is another form: what is typed for one must not go to the other.
      key={`${parent?.id ?? ideaId} ${begin ?? ""}`}
      procedure="feedback.addComment"
      back={`${back}#write`}
      words={words}
      refused={refused}
      hidden={{ idea: ideaId, parentId: parent?.id ?? null, _to: paths.ideaComment(ideaId, "{comment}") }}
      files
      clears
    >
      <Writing
        t={t}
        label={
          parent === null ? t("feedback.idea.write") : t("feedback.idea.writeTo", { name: parent.author.displayName })
        }
        hint={t("feedback.idea.writeHint")}
        rows={4}
        begin={begin}
        place={{ room: "feedback", id: boardId }}
        draft={{ place: draftPlaces.comment(ideaId, parent?.id), path: pathOf(ideaId, parent) }}
        known={known}
        conversation={ideaId}
      />
      <AttachField t={t} />
      <div className="button-row">
        <SubmitButton>{parent === null ? t("feedback.idea.send") : t("feedback.idea.sendAnswer")}</SubmitButton>
        {parent === null ? null : <Link href={`${paths.idea(ideaId)}#write`}>{t("feedback.idea.notAnswer")}</Link>}
        <WritingButtons t={t} room="feedback" {...(known === undefined ? {} : { known })} />
      </div>
    </ActionForm>
  );
}

/** Why there is no form for comments. */
export function CommentsClosed({ idea, t }: { idea: Pick<IdeaView, "archived">; t: Words }) {
  return <p className="quiet">{idea.archived ? t("feedback.idea.closed") : t("feedback.idea.commentOthers")}</p>;
}
