import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { ActionForm } from "@/ui/action-form";
import { Checkbox } from "@/ui/choices";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextInput } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import { DOOR_WORDS_MAX, type DoorWordsInput } from "../shape";

type DoorFaceFormProps = {
  t: Words;
  /** What is shown now; null for who is not seen. */
  shown: DoorWordsInput | null;
  hasPhoto: boolean;
  back: string;
  words: FormWords;
  refusedOf: (procedure: string) => RefusedForm | null;
};

/** Agrees to be seen by those at the door, with one sentence, and takes it back. */
export function DoorFaceForm({ t, shown, hasPhoto, back, words, refusedOf }: DoorFaceFormProps) {
  return (
    <div className="stack">
      <ActionForm
        procedure="door.show"
        back={back}
        words={words}
        refused={refusedOf("door.show")}
        hidden={{ _to: back }}
        label={t("door.title")}
      >
        <Field
          name="words"
          label={t("door.words")}
          hint={t("door.wordsHint")}
          value={shown?.words}
          max={DOOR_WORDS_MAX}
          required
        >
          <TextInput autoComplete="off" />
        </Field>
        <Checkbox
          name="withPhoto"
          label={t("door.withPhoto")}
          hint={t(hasPhoto ? "door.withPhotoHint" : "door.withPhotoNone")}
          checked={shown?.withPhoto ?? false}
        />
        <div>
          <SubmitButton look="quiet">{t(shown === null ? "door.show" : "door.change")}</SubmitButton>
        </div>
      </ActionForm>
      {shown === null ? null : (
        <ActionForm
          procedure="door.hide"
          back={back}
          words={words}
          refused={refusedOf("door.hide")}
          hidden={{ _to: back }}
        >
          <SubmitButton look="plain" className="-ms-2">
            {t("door.hide")}
          </SubmitButton>
        </ActionForm>
      )}
    </div>
  );
}
