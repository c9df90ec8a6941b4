import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Field } from "@/ui/field";
import { FileField } from "@/ui/file-field";
import type { RefusedForm } from "@/ui/form-state";
import { TextInput } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import { COVER_ALT_MAX } from "../shape";
import type { SpaceView } from "../views";
import { SpaceCover } from "./space-head";

type CoverFormProps = { space: SpaceView; back: string; t: Words; words: FormWords; refused: RefusedForm | null };

/** The picture over a space, which must be told to those who do not see it. */
export function CoverForm({ space, back, t, words, refused }: CoverFormProps) {
  const hidden = { space: space.id, _to: paths.editSpace("{slug}") };
  return (
    <>
      <SpaceCover cover={space.cover} />
      <ActionForm
        procedure="spaces.setCover"
        back={back}
        words={words}
        refused={refused}
        hidden={hidden}
        label={t("spaces.cover.title")}
        files
      >
        <FileField
          name="cover"
          label={t("spaces.cover.file")}
          hint={t("spaces.cover.fileHint")}
          kept={t("spaces.cover.kept")}
          accept="image/jpeg,image/png,image/webp,image/gif,image/avif"
          required={space.cover === null}
        />
        <Field
          name="alt"
          label={t("spaces.cover.alt")}
          hint={t("spaces.cover.altHint")}
          value={space.cover?.alt ?? ""}
          max={COVER_ALT_MAX}
          required
        >
          <TextInput autoComplete="off" />
        </Field>
        <div>
          <SubmitButton look="quiet">{t("spaces.cover.save")}</SubmitButton>
        </div>
      </ActionForm>
      {space.cover === null ? null : (
        <ActionForm
          className="mt-3"
          procedure="spaces.removeCover"
          back={back}
          words={words}
          hidden={hidden}
          label={t("spaces.cover.remove")}
        >
          <div>
            <SubmitButton look="plain">{t("spaces.cover.remove")}</SubmitButton>
          </div>
        </ActionForm>
      )}
    </>
  );
}
