import type { FormWords } from "@/i18n/form-words";
import type { WordKey, Words } from "@/i18n/words";
import { ActionForm } from "@/ui/action-form";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { Select } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import { KEPT_FIELDS, type KeptField } from "../privacy-shape";
import { SHOWN_TO } from "../shape";
import type { ProfileView } from "../views";

const FIELD_WORDS: Readonly<Record<KeptField, WordKey>> = {
  photo: "members.photo.label",
  pronouns: "members.edit.pronouns",
  languages: "members.profile.languages",
  about: "members.edit.about",
  interests: "members.edit.interests",
  canHelpWith: "members.edit.canHelpWith",
  wantsToLearn: "members.edit.wantsToLearn",
  offers: "members.shown.offers",
  recent: "members.shown.recent",
};

const TO_WORDS = {
  inside: "members.shown.inside",
  spaces: "members.shown.spaces",
  nobody: "members.shown.nobody",
} as const;

type ShownFormProps = {
  person: Pick<ProfileView, "shownTo">;
  back: string;
  t: Words;
  words: FormWords;
  refused: RefusedForm | null;
};

/** Who sees which field of one's profile. */
export function ShownForm({ person, back, t, words, refused }: ShownFormProps) {
  const options = SHOWN_TO.map((to) => ({ value: to, label: t(TO_WORDS[to]) }));
  return (
    <ActionForm
      procedure="members.setShown"
      back={back}
      words={words}
      refused={refused}
      hidden={{ _to: back }}
      label={t("members.shown.title")}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        {KEPT_FIELDS.map((field) => (
          <Field key={field} name={field} label={t(FIELD_WORDS[field])} value={person.shownTo?.[field] ?? "inside"}>
            <Select options={options} />
          </Field>
        ))}
      </div>
      <div>
        <SubmitButton>{t("members.shown.save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
