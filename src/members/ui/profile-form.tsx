import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextArea, TextInput } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import type { ProfileView } from "../views";

const ABOUT_MAX = 2000;

type ProfileFormProps = {
  person: ProfileView;
  back: string;
  t: Words;
  words: FormWords;
  refused: RefusedForm | null;
};

/** What a person says of themselves. */
export function ProfileForm({ person, back, t, words, refused }: ProfileFormProps) {
  const tags = (list: readonly string[]) => list.join(", ");
  return (
    <ActionForm
      procedure="members.editProfile"
      back={back}
      words={words}
      refused={refused}
      hidden={{ person: person.id, _to: paths.person(person.id) }}
    >
      <Field name="displayName" label={t("members.edit.displayName")} value={person.displayName} required>
        <TextInput autoComplete="name" />
      </Field>
      <Field name="title" label={t("members.edit.jobTitle")} note={t("common.optional")} value={person.title}>
        <TextInput autoComplete="organization-title" />
      </Field>
      <Field name="pronouns" label={t("members.edit.pronouns")} note={t("common.optional")} value={person.pronouns}>
        <TextInput autoComplete="off" />
      </Field>
      <Field
        name="about"
        label={t("members.edit.about")}
        hint={t("members.edit.aboutHint")}
        note={t("common.optional")}
        value={person.about}
        max={ABOUT_MAX}
      >
        <TextArea rows={5} />
      </Field>
      <Field
        name="interests"
        label={t("members.edit.interests")}
        hint={t("members.edit.tagsHint")}
        note={t("common.optional")}
        value={tags(person.interests)}
      >
        <TextInput autoComplete="off" />
      </Field>
      <Field
        name="canHelpWith"
        label={t("members.edit.canHelpWith")}
        hint={t("members.edit.canHelpWithHint")}
        note={t("common.optional")}
        value={tags(person.canHelpWith)}
      >
        <TextInput autoComplete="off" />
      </Field>
      <Field
        name="wantsToLearn"
        label={t("members.edit.wantsToLearn")}
        hint={t("members.edit.tagsHint")}
        note={t("common.optional")}
        value={tags(person.wantsToLearn)}
      >
        <TextInput autoComplete="off" />
      </Field>
      <Field
        name="languages"
        label={t("members.edit.languages")}
        hint={t("members.edit.tagsHint")}
        note={t("common.optional")}
        value={tags(person.languages)}
      >
        <TextInput autoComplete="off" />
      </Field>
      <div>
        <SubmitButton>{t("members.edit.save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
