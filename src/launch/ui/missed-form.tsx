import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ANSWERS } from "@/readiness/missed/shape";
import { ActionForm } from "@/ui/action-form";
import { RadioGroup } from "@/ui/choices";
import type { RefusedForm } from "@/ui/form-state";
import { SubmitButton } from "@/ui/submit-button";

/** Three answers, and what becomes of them. */
export function MissedForm({ t, words, refused }: { t: Words; words: FormWords; refused: RefusedForm | null }) {
  return (
    <ActionForm
      procedure="readiness.answerQuestion"
      back={paths.missed()}
      words={words}
      refused={refused}
      label={t("launch.question.title")}
    >
      <RadioGroup
        name="answer"
        legend={t("launch.question.legend")}
        hint={t("launch.question.hint")}
        required
        options={ANSWERS.map((value) => ({ value, label: t(`launch.question.answers.${value}`) }))}
      />
      <div className="button-row">
        <SubmitButton icon="check">{t("launch.question.send")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Is never asked, or may be asked again: one press either way, and nobody hears of it. */
export function NeverAsked({ t, words, never }: { t: Words; words: FormWords; never: boolean }) {
  return (
    <div className="mt-8 stack" data-gap="small">
      <p className="quiet">{t(never ? "launch.question.never" : "launch.question.neverLead")}</p>
      <ActionForm
        procedure="readiness.setNeverAsked"
        back={paths.missed()}
        words={words}
        hidden={{ never: never ? "false" : "true", _to: paths.missed() }}
      >
        <div>
          <SubmitButton look="plain" className="-ms-2">
            {t(never ? "launch.question.askAgain" : "launch.question.neverDo")}
          </SubmitButton>
        </div>
      </ActionForm>
    </div>
  );
}
