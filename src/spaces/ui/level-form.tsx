import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { ActionForm } from "@/ui/action-form";
import { RadioGroup } from "@/ui/choices";
import type { RefusedForm } from "@/ui/form-state";
import { SubmitButton } from "@/ui/submit-button";
import { FOLLOW_LEVELS } from "../shape";
import type { SpaceView } from "../views";
import { LEVEL_WORDS } from "./stage-words";

type LevelFormProps = { space: SpaceView; back: string; t: Words; words: FormWords; refused: RefusedForm | null };

/** How much one hears of a space, with what each level means. */
export function LevelForm({ space, back, t, words, refused }: LevelFormProps) {
  if (space.level === null) return null;
  return (
    <ActionForm
      procedure="spaces.setLevel"
      back={back}
      words={words}
      refused={refused}
      hidden={{ space: space.id, _to: back }}
    >
      <RadioGroup
        name="level"
        legend={t("spaces.follow.title")}
        value={space.level}
        options={FOLLOW_LEVELS.map((level) => ({
          value: level,
          label: t(LEVEL_WORDS[level].name),
          hint: t(LEVEL_WORDS[level].hint),
        }))}
      />
      <div>
        <SubmitButton look="quiet">{t("spaces.mySpaces.save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
