import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { ActionForm } from "@/ui/action-form";
import { RadioGroup } from "@/ui/choices";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { Select } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import { timeZoneOptions } from "./time-zones";

type PreferencesFormProps = {
  locale: string;
  timeZone: string;
  back: string;
  t: Words;
  words: FormWords;
  refused: RefusedForm | null;
};

/** In which language, and on which clock, Levain speaks to a person. */
export function PreferencesForm({ locale, timeZone, back, t, words, refused }: PreferencesFormProps) {
  return (
    <ActionForm procedure="members.setPreferences" back={back} words={words} refused={refused} hidden={{ _to: back }}>
      <RadioGroup
        name="locale"
        legend={t("members.settings.locale")}
        value={locale}
        options={[
          { value: "en", label: <span lang="en">{t("shell.locale.en")}</span> },
          { value: "fr", label: <span lang="fr">{t("shell.locale.fr")}</span> },
        ]}
      />
      <Field
        name="timeZone"
        label={t("members.settings.timeZone")}
        hint={t("members.settings.timeZoneHint")}
        value={timeZone}
      >
        <Select options={timeZoneOptions(timeZone)} />
      </Field>
      <div>
        <SubmitButton>{t("members.settings.save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
