import type { FormWords } from "@/i18n/form-words";
import type { Locale } from "@/i18n/locale";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { RadioGroup } from "@/ui/choices";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextArea } from "@/ui/inputs";
import { Section } from "@/ui/page-title";
import { SubmitButton } from "@/ui/submit-button";

/** What an address with a name looks like when it is pasted. */
const EXAMPLE = "Ada Martin <ada@example.org>";
const NOTE_MAX = 1000;

type InviteFormProps = { t: Words; locale: Locale; words: FormWords; refused: RefusedForm | null };

/** Invites people by address, one or many. */
export function InviteForm({ t, locale, words, refused }: InviteFormProps) {
  const here = paths.launchInvitations();
  return (
    <Section title={t("launch.invitations.formTitle")}>
      <ActionForm
        procedure="launch.invite"
        back={here}
        words={words}
        refused={refused}
        hidden={{ _to: `${here}?invited={invited}` }}
        label={t("launch.invitations.formTitle")}
        clears
      >
        <Field
          name="addresses"
          label={t("launch.invitations.addresses")}
          hint={t("launch.invitations.addressesHint", { named: EXAMPLE })}
          required
        >
          <TextArea rows={3} autoComplete="off" spellCheck={false} />
        </Field>
        <RadioGroup
          name="locale"
          legend={t("launch.invitations.language")}
          hint={t("launch.invitations.languageHint")}
          value={locale}
          options={[
            { value: "en", label: t("shell.locale.en") },
            { value: "fr", label: t("shell.locale.fr") },
          ]}
        />
        <Field
          name="note"
          label={t("launch.invitations.note")}
          note={t("common.optional")}
          hint={t("launch.invitations.noteHint")}
          max={NOTE_MAX}
        >
          <TextArea rows={3} reading />
        </Field>
        <div>
          <SubmitButton icon="mail">{t("launch.invitations.send")}</SubmitButton>
        </div>
      </ActionForm>
    </Section>
  );
}

type InvitePersonProps = {
  t: Words;
  person: { id: string; displayName: string };
  words: FormWords;
  refused: RefusedForm | null;
};

/** Invites somebody who is known, with one press. */
export function InvitePerson({ t, person, words, refused }: InvitePersonProps) {
  const here = paths.launchInvitations();
  return (
    <ActionForm
      procedure="launch.invitePerson"
      back={here}
      words={words}
      refused={refused}
      hidden={{ person: person.id, _to: `${here}?invited={invited}` }}
    >
      <SubmitButton
        look="quiet"
        size="small"
        aria-label={t("launch.invitations.invitePersonLabel", { name: person.displayName })}
      >
        {t("launch.invitations.invite")}
      </SubmitButton>
    </ActionForm>
  );
}
