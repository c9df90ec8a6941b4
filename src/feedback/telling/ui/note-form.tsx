import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { VERSION } from "@/platform/version";
import { ActionForm } from "@/ui/action-form";
import { Checkbox } from "@/ui/choices";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextArea } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import { type ToldPage, WORDS_MAX } from "../shape";
import { PictureField } from "./picture-field";
import { tellAddress } from "./place";
import { Viewport } from "./viewport";

export type TellFormProps = {
  page: ToldPage;
  back: string;
  t: Words;
  words: FormWords;
  refused: RefusedForm | null;
};

/** A note that only the hosts read. */
export function NoteForm({ page, back, t, words, refused }: TellFormProps) {
  return (
    <ActionForm
      procedure="telling.tell"
      label={t("tellUs.tab.note")}
      back={back}
      words={words}
      refused={refused}
      hidden={{ from: page.from, pageTitle: page.pageTitle, _to: tellAddress(page, { done: "note" }) }}
      files
      clears
    >
      <p className="quiet">{t("tellUs.note.lead")}</p>
      <Field name="words" label={t("tellUs.note.words")} hint={t("tellUs.note.wordsHint")} max={WORDS_MAX} required>
        <TextArea rows={6} reading />
      </Field>
      <PictureField t={t} page={page} />
      <Checkbox name="mayBecomeIdea" label={t("tellUs.note.consent")} hint={t("tellUs.note.consentHint")} />
      <Viewport />
      <p className="quiet fine">{t("tellUs.note.sent", { version: VERSION })}</p>
      <div>
        <SubmitButton icon="mail">{t("tellUs.note.send")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
