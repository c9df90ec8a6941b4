import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import type { Comfort } from "@/platform/access/viewer";
import { ActionForm } from "@/ui/action-form";
import { Checkbox } from "@/ui/choices";
import type { RefusedForm } from "@/ui/form-state";
import { SubmitButton } from "@/ui/submit-button";

type ComfortFormProps = { comfort: Comfort; back: string; t: Words; words: FormWords; refused: RefusedForm | null };

/** How the place behaves for one person: whether letters do things, and whether others see where they are. */
export function ComfortForm({ comfort, back, t, words, refused }: ComfortFormProps) {
  return (
    <ActionForm procedure="members.setComfort" back={back} words={words} refused={refused} hidden={{ _to: back }}>
      <Checkbox
        name="keys"
        checked={comfort.keys}
        label={t("members.settings.keysLabel")}
        hint={t("members.settings.keysHint")}
      />
      <Checkbox
        name="presence"
        checked={comfort.presence}
        label={t("members.settings.presenceLabel")}
        hint={t("members.settings.presenceHint")}
      />
      <div>
        <SubmitButton>{t("members.settings.save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
