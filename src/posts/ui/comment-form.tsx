import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextArea } from "@/ui/inputs";
import { Link } from "@/ui/link";
import { SubmitButton } from "@/ui/submit-button";
import { BODY_MAX } from "../shape";
import type { CommentView } from "../views";
import { AttachField } from "./attach-field";
import { Draft } from "./draft";

type CommentFormProps = {
  postId: string;
  /** The comment that is answered; null for the post itself. */
  parent: Pick<CommentView, "id" | "author"> | null;
  /** What the form begins with: a quotation that the address asks for. */
  begin?: string | undefined;
  back: string;
  t: Words;
  words: FormWords;
  refused: RefusedForm | null;
};

/** Where one joins in: under a post, or in answer to one voice. */
export function CommentForm({ postId, parent, begin, back, t, words, refused }: CommentFormProps) {
  const to = paths.comment(postId, "{comment}");
  return (
    <ActionForm
      // Another conversation partner is another form: what is typed for one must not go to the other.
      key={`${parent?.id ?? postId} ${begin ?? ""}`}
      procedure="posts.addComment"
      back={`${back}#write`}
      words={words}
      refused={refused}
      hidden={{ post: postId, parentId: parent?.id ?? null, _to: to }}
      files
      clears
    >
      <Field
        name="body"
        label={
          parent === null ? t("posts.thread.write") : t("posts.thread.writeTo", { name: parent.author.displayName })
        }
        hint={t("posts.thread.writeHint")}
        value={begin}
        required
      >
        <TextArea rows={5} reading maxLength={BODY_MAX} />
      </Field>
      <AttachField t={t} />
      <Draft
        name={`comment:${parent?.id ?? postId}`}
        fields={["body"]}
        words={{ restored: t("posts.draft.restored"), discard: t("posts.draft.discard") }}
      />
      <div className="button-row">
        <SubmitButton>{parent === null ? t("posts.thread.send") : t("posts.thread.sendAnswer")}</SubmitButton>
        {parent === null ? null : <Link href={`${paths.post(postId)}#write`}>{t("posts.thread.notAnswer")}</Link>}
      </div>
    </ActionForm>
  );
}
