import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { AttachField } from "@/posts/ui/attach-field";
import { Draft } from "@/posts/ui/draft";
import type { CommentView } from "@/posts/views";
import { ActionForm } from "@/ui/action-form";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextArea } from "@/ui/inputs";
import { Link } from "@/ui/link";
import { SubmitButton } from "@/ui/submit-button";

type IdeaCommentFormProps = {
  ideaId: string;
  /** The comment that is answered; null for the idea itself. */
  parent: Pick<CommentView, "id" | "author"> | null;
  /** What the form begins with: a quotation that the address asks for. */
  begin?: string | undefined;
  back: string;
  t: Words;
  words: FormWords;
  refused: RefusedForm | null;
};

/** Where one joins in: under an idea, or in answer to one voice. */
export function IdeaCommentForm({ ideaId, parent, begin, back, t, words, refused }: IdeaCommentFormProps) {
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
      <Field
        name="body"
        label={
          parent === null ? t("feedback.idea.write") : t("feedback.idea.writeTo", { name: parent.author.displayName })
        }
        hint={t("feedback.idea.writeHint")}
        value={begin}
        required
      >
        <TextArea rows={4} reading />
      </Field>
      <AttachField t={t} />
      <Draft
        name={`comment:${parent?.id ?? ideaId}`}
        fields={["body"]}
        words={{ restored: t("posts.draft.restored"), discard: t("posts.draft.discard") }}
      />
      <div className="button-row">
        <SubmitButton>{parent === null ? t("feedback.idea.send") : t("feedback.idea.sendAnswer")}</SubmitButton>
        {parent === null ? null : <Link href={`${paths.idea(ideaId)}#write`}>{t("feedback.idea.notAnswer")}</Link>}
      </div>
    </ActionForm>
  );
}
