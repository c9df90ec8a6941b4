import type { FormWords } from "@/i18n/form-words";
import type { Locale } from "@/i18n/locale";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { RadioGroup } from "@/ui/choices";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextArea, TextInput } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import { NUMBER_MAX, VOUCH_NOTE_MAX } from "../shape";

type FormProps = { t: Words; words: FormWords; refused: RefusedForm | null };

/** Invites one colleague, at their address. */
export function VouchForm({ t, locale, words, refused }: FormProps & { locale: Locale }) {
  const here = paths.settingsInvitations();
  const optional = t("common.optional");
  return (
    <ActionForm
      procedure="vouching.invite"
      back={here}
      words={words}
      refused={refused}
      hidden={{ _to: `${here}?done=1` }}
      label={t("vouching.form")}
      clears
    >
      <Field name="address" label={t("vouching.address")} hint={t("vouching.addressHint")} required>
        <TextInput type="email" autoComplete="off" />
      </Field>
      <Field name="name" label={t("vouching.name")} note={optional}>
        <TextInput autoComplete="off" />
      </Field>
      <RadioGroup
        name="locale"
        legend={t("launch.invitations.language")}
        value={locale}
        options={[
          { value: "en", label: t("shell.locale.en") },
          { value: "fr", label: t("shell.locale.fr") },
        ]}
      />
      <Field
        name="note"
        label={t("launch.invitations.note")}
        note={optional}
        hint={t("vouching.noteHint")}
        max={VOUCH_NOTE_MAX}
      >
        <TextArea rows={3} reading />
      </Field>
      <div>
        <SubmitButton icon="mail">{t("vouching.send")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** How many people each member may invite, for admins. */
export function NumberForm({ t, words, refused, number }: FormProps & { number: number }) {
  const here = paths.settingsInvitations();
  return (
    <ActionForm
      procedure="vouching.setNumber"
      back={here}
      words={words}
      refused={refused}
      hidden={{ _to: here }}
      label={t("vouching.number")}
    >
      <Field name="number" label={t("vouching.number")} hint={t("vouching.numberHint")} value={number} required>
        <TextInput type="number" min={0} max={NUMBER_MAX} />
      </Field>
      <div>
        <SubmitButton look="quiet">{t("vouching.setNumber")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
