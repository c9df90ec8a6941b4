import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths, withQuery } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import type { RefusedForm } from "@/ui/form-state";
import { Link } from "@/ui/link";
import { SubmitButton } from "@/ui/submit-button";
import { type DraftView, draftPlaces } from "../drafts/shape";
import type { CommentView } from "../views";
import { AttachField } from "./attach-field";
import { Writing, WritingButtons } from "./editor/writing";

type CommentFormProps = {
  postId: string;
  /** The space that the post stands in. */
  spaceId: string;
  /** The comment that is answered; null for the post itself. */
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
function pathOf(postId: string, parent: CommentFormProps["parent"]): string {
  const answer = parent === null ? {} : { at: parent.id, answer: parent.id };
  return withQuery(paths.post(postId), { ...answer, draft: "1" });
}

/** Where one joins in: under a post, or in answer to one voice. */
export function CommentForm(props: CommentFormProps) {
  const { postId, spaceId, parent, begin, back, t, words, refused, known } = props;
  const to = paths.commentSaid(postId, "{comment}");
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
      <Writing
        t={t}
        label={
          parent === null ? t("posts.thread.write") : t("posts.thread.writeTo", { name: parent.author.displayName })
        }
        rows={5}
        begin={begin}
        place={{ room: "posts", id: spaceId }}
        draft={{ place: draftPlaces.comment(postId, parent?.id), path: pathOf(postId, parent) }}
        known={known}
        conversation={postId}
      />
      <AttachField t={t} />
      <div className="button-row">
        <SubmitButton>{parent === null ? t("posts.thread.send") : t("posts.thread.sendAnswer")}</SubmitButton>
        {parent === null ? null : <Link href={`${paths.post(postId)}#write`}>{t("posts.thread.notAnswer")}</Link>}
        <WritingButtons t={t} room="posts" {...(known === undefined ? {} : { known })} />
      </div>
    </ActionForm>
  );
}
