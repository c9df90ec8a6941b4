import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import type { RefusedForm } from "@/ui/form-state";
import { Icon } from "@/ui/icon";
import { Link } from "@/ui/link";
import { SubmitButton } from "@/ui/submit-button";

type SeenBoxProps = {
  post: { id: string; seen: { count: number; mine: boolean } | null; may: { seeUnread: boolean; react: boolean } };
  back: string;
  t: Words;
  words: FormWords;
  refused: RefusedForm | null;
};

/** Under an announcement that asks for it: one press says that it was read, and that is all. */
export function SeenBox({ post, back, t, words, refused }: SeenBoxProps) {
  if (post.seen === null) return null;
  const { count, mine } = post.seen;
  const told = <p className="quiet fine">{t("posts.seen.count", { count })}</p>;
  if (post.may.seeUnread)
    return (
      <div className="mt-6">
        {told}
        <p className="fine">
          <Link href={paths.unreadBy(post.id)}>{t("posts.seen.who")}</Link>
        </p>
      </div>
    );
  if (mine || !post.may.react)
    return (
      <div className="mt-6">
        {mine ? (
          <p className="fine">
            <Icon name="check" /> {t("posts.seen.done")}
          </p>
        ) : null}
        {told}
      </div>
    );
  return (
    <ActionForm
      className="mt-6"
      procedure="posts.markSeen"
      back={back}
      words={words}
      refused={refused}
      hidden={{ post: post.id, _to: paths.post(post.id) }}
    >
      <div className="button-row">
        <SubmitButton look="quiet" icon="check">
          {t("posts.seen.do")}
        </SubmitButton>
        {told}
      </div>
    </ActionForm>
  );
}
