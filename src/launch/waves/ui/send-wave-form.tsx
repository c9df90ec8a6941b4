import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextArea } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import type { DeskView } from "../views";

const NOTE_MAX = 1000;

type SendWaveFormProps = { t: Words; desk: DeskView; back: string; words: FormWords; refused: RefusedForm | null };

/** Lets in exactly the people who are listed above it. */
export function SendWaveForm({ t, desk, back, words, refused }: SendWaveFormProps) {
  const here = paths.launchWaves();
  return (
    <ActionForm
      procedure="waves.send"
      back={back}
      words={words}
      refused={refused}
      hidden={{ size: desk.size, plan: desk.plan, _to: `${here}?sent={invited}` }}
      label={t("waves.next")}
    >
      <Field name="note" label={t("waves.note")} note={t("common.optional")} hint={t("waves.noteHint")} max={NOTE_MAX}>
        <TextArea rows={3} reading />
      </Field>
      <div>
        <SubmitButton icon="mail">{t("waves.send", { count: desk.wave.length })}</SubmitButton>
      </div>
    </ActionForm>
  );
}
