import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { ActionForm } from "@/ui/action-form";
import { FileField } from "@/ui/file-field";
import type { RefusedForm } from "@/ui/form-state";
import { SubmitButton } from "@/ui/submit-button";
import type { ProfileView } from "../views";
import { PersonAvatar } from "./person-avatar";

type PhotoFormProps = {
  person: ProfileView;
  back: string;
  t: Words;
  words: FormWords;
  refused: RefusedForm | null;
};

/** One's face: shown beside what one writes, or initials in its place. */
export function PhotoForm({ person, back, t, words, refused }: PhotoFormProps) {
  return (
    <div className="photo-form">
      <PersonAvatar person={person} size="large" />
      <div className="grid gap-3">
        <ActionForm
          procedure="members.setPhoto"
          back={back}
          words={words}
          refused={refused}
          label={t("members.photo.label")}
          files
          clears
        >
          <FileField
            name="photo"
            label={t("members.photo.label")}
            hint={t("members.photo.hint")}
            kept={t("members.photo.kept")}
            accept="image/jpeg,image/png,image/webp,image/gif,image/avif"
            required
          />
          <div>
            <SubmitButton look="quiet">{t("members.photo.show")}</SubmitButton>
          </div>
        </ActionForm>
        {person.photo === null ? null : (
          <ActionForm procedure="members.removePhoto" back={back} words={words} label={t("members.photo.remove")}>
            <div>
              <SubmitButton look="plain">{t("members.photo.remove")}</SubmitButton>
            </div>
          </ActionForm>
        )}
      </div>
    </div>
  );
}
