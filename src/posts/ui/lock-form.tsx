import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { LinkButton } from "@/ui/button";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextInput } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import { LOCK_REASON_MAX } from "../shape";

type LockFormProps = { post: { id: string }; back: string; t: Words; words: FormWords; refused: RefusedForm | null };

/** Asks why a conversation ends, before it does. */
export function LockForm({ post, back, t, words, refused }: LockFormProps) {
  const self = paths.post(post.id);
  return (
    <ActionForm
      className="mt-6"
      label={t("posts.lock.title")}
      procedure="posts.lock"
      back={back}
      words={words}
      refused={refused}
      hidden={{ post: post.id, _to: self }}
    >
      <div id="lock">
        <p className="font-semibold">{t("posts.lock.title")}</p>
        <p className="quiet">{t("posts.lock.text")}</p>
      </div>
      <Field name="reason" label={t("posts.lock.reason")} note={t("posts.compose.optional")} max={LOCK_REASON_MAX}>
        <TextInput autoComplete="off" />
      </Field>
      <div className="button-row">
        <SubmitButton>{t("posts.lock.do")}</SubmitButton>
        <LinkButton look="plain" href={self}>
          {t("common.cancel")}
        </LinkButton>
      </div>
    </ActionForm>
  );
}
