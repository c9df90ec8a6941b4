import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { ActionForm } from "@/ui/action-form";
import { RadioGroup } from "@/ui/choices";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { Select, TextInput } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import { KEY_DAYS, KEY_SCOPES } from "../shape";

type KeyFormProps = { back: string; t: Words; words: FormWords; refused: RefusedForm | null };

/** Makes a key for a program. */
export function KeyForm({ back, t, words, refused }: KeyFormProps) {
  return (
    <ActionForm
      procedure="keys.make"
      back={back}
      words={words}
      refused={refused}
      hidden={{ _to: back }}
      label={t("keys.programs.form")}
      clears
    >
      <Field name="name" label={t("keys.programs.name")} hint={t("keys.programs.nameHint")} required>
        <TextInput autoComplete="off" maxLength={80} />
      </Field>
      <RadioGroup
        name="scope"
        legend={t("keys.programs.scopes")}
        value="read"
        options={KEY_SCOPES.map((value) => ({
          value,
          label: t(`keys.programs.${value}`),
          hint: t(`keys.programs.${value}Hint`),
        }))}
      />
      <Field name="days" label={t("keys.programs.days")} value="90">
        <Select options={KEY_DAYS.map((value) => ({ value, label: t(`keys.programs.day.${value}`) }))} />
      </Field>
      <div>
        <SubmitButton icon="add">{t("keys.programs.make")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
