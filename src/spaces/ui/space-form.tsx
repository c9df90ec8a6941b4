import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { STAGES } from "@/stages/shape";
import { ActionForm } from "@/ui/action-form";
import { LinkButton } from "@/ui/button";
import { RadioGroup } from "@/ui/choices";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { Select, TextArea, TextInput } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import { GUIDELINES_MAX, VISIBILITIES } from "../shape";
import type { SpaceView } from "../views";
import { VISIBILITY_WORDS } from "./stage-words";

const NAME_MAX = 80;
const PURPOSE_MAX = 280;

type Common = { back: string; t: Words; words: FormWords; refused: RefusedForm | null };

function Fields({ t, space, guidelines = "" }: { t: Words; space: SpaceView | null; guidelines?: string }) {
  return (
    <>
      <Field name="name" label={t("spaces.form.name")} value={space?.name ?? ""} max={NAME_MAX} required>
        <TextInput autoComplete="off" />
      </Field>
      {space === null ? (
        <Field name="slug" label={t("spaces.form.slug")} hint={t("spaces.form.slugHint")} required>
          <TextInput autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Field>
      ) : null}
      <Field
        name="purpose"
        label={t("spaces.form.purpose")}
        hint={t("spaces.form.purposeHint")}
        value={space?.purpose ?? ""}
        max={PURPOSE_MAX}
      >
        <TextArea rows={3} />
      </Field>
      <Field
        name="guidelines"
        label={t("spaces.form.guidelines")}
        hint={t("spaces.form.guidelinesHint")}
        value={guidelines}
        max={GUIDELINES_MAX}
      >
        <TextArea rows={6} reading />
      </Field>
      <RadioGroup
        name="visibility"
        legend={t("spaces.form.visibility")}
        value={space?.visibility ?? "open"}
        options={VISIBILITIES.map((value) => ({
          value,
          label: t(VISIBILITY_WORDS[value].name),
          hint: t(VISIBILITY_WORDS[value].hint),
        }))}
      />
      <Field
        name="opensAt"
        label={t("spaces.form.opensAt")}
        hint={t("spaces.form.opensAtHint")}
        value={space?.opensAt ?? "founding"}
      >
        <Select options={STAGES.map((stage) => ({ value: stage, label: t(`stages.name.${stage}`) }))} />
      </Field>
    </>
  );
}

/** Opens a room around a subject. */
export function NewSpaceForm({ back, t, words, refused }: Common) {
  return (
    <ActionForm
      procedure="spaces.open"
      back={back}
      words={words}
      refused={refused}
      hidden={{ _to: paths.space("{slug}") }}
    >
      <Fields t={t} space={null} />
      <div className="button-row">
        <SubmitButton>{t("spaces.form.create")}</SubmitButton>
        <LinkButton look="plain" href={paths.spaces()}>
          {t("common.cancel")}
        </LinkButton>
      </div>
    </ActionForm>
  );
}

/** Changes what a space says of itself, and who reads it. Its address stays. */
export function EditSpaceForm({
  space,
  guidelines,
  back,
  t,
  words,
  refused,
}: Common & { space: SpaceView; guidelines: string }) {
  const self = paths.space(space.slug);
  return (
    <ActionForm
      procedure="spaces.edit"
      back={back}
      words={words}
      refused={refused}
      hidden={{ space: space.id, _to: self }}
    >
      <Fields t={t} space={space} guidelines={guidelines} />
      <div className="button-row">
        <SubmitButton>{t("spaces.form.save")}</SubmitButton>
        <LinkButton look="plain" href={self}>
          {t("common.cancel")}
        </LinkButton>
      </div>
    </ActionForm>
  );
}

/** Closes a space to new words, or opens it again. */
export function ArchiveSpaceForm({ space, back, t, words, refused }: Common & { space: SpaceView }) {
  const isArchived = space.archivedAt !== null;
  return (
    <ActionForm
      procedure="spaces.archive"
      back={back}
      words={words}
      refused={refused}
      hidden={{ space: space.id, archived: String(!isArchived), _to: paths.space(space.slug) }}
    >
      <p>{t("spaces.form.archiveText")}</p>
      <div>
        <SubmitButton look={isArchived ? "quiet" : "danger"}>
          {isArchived ? t("spaces.form.reopen") : t("spaces.form.archive")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
