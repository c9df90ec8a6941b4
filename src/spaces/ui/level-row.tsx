import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { Select } from "@/ui/inputs";
import { ListRow } from "@/ui/list";
import { SubmitButton } from "@/ui/submit-button";
import { VisuallyHidden } from "@/ui/visually-hidden";
import { FOLLOW_LEVELS } from "../shape";
import type { SpaceView } from "../views";
import { BECAUSE_WORDS, LEVEL_WORDS, PLACE_WORDS } from "./stage-words";

type LevelRowProps = { space: SpaceView; back: string; t: Words; words: FormWords; refused: RefusedForm | null };

/** One of one's spaces, with how much one hears of it. */
export function LevelRow({ space, back, t, words, refused }: LevelRowProps) {
  return (
    <ListRow
      title={space.name}
      href={paths.space(space.slug)}
      meta={
        <>
          {space.place === "owner" ? <span>{t(PLACE_WORDS.owner)}</span> : null}
          {space.group === null ? null : <span>{t(BECAUSE_WORDS[space.group.kind], { name: space.group.name })}</span>}
        </>
      }
      trailing={<LevelForm space={space} back={back} t={t} words={words} refused={refused} />}
    />
  );
}

function LevelForm({ space, back, t, words, refused }: LevelRowProps) {
  return (
    <ActionForm
      procedure="spaces.setLevel"
      back={back}
      words={words}
      refused={refused}
      hidden={{ space: space.id, _to: back }}
      className="form-line"
    >
      <Field
        name="level"
        label={<VisuallyHidden>{t("spaces.mySpaces.level", { space: space.name })}</VisuallyHidden>}
        value={space.level}
      >
        <Select options={FOLLOW_LEVELS.map((level) => ({ value: level, label: t(LEVEL_WORDS[level].name) }))} />
      </Field>
      <SubmitButton look="plain" size="small">
        {t("spaces.mySpaces.save")}
      </SubmitButton>
    </ActionForm>
  );
}
