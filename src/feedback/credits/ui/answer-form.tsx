import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { ActionForm } from "@/ui/action-form";
import { Checkbox, RadioGroup } from "@/ui/choices";
import type { RefusedForm } from "@/ui/form-state";
import { SubmitButton } from "@/ui/submit-button";
import { initialOf } from "../lines";
import { SHOWN_AS } from "../shape";
import type { OwnCredit } from "../views";

type AnswerFormProps = {
  credit: OwnCredit;
  back: string;
  t: Words;
  words: FormWords;
  refused: RefusedForm | null;
};

/** How somebody wants to be told of: by name, by initial and unit, or among the others. */
export function AnswerForm({ credit, back, t, words, refused }: AnswerFormProps) {
  const { idea, role } = credit;
  const initial = { initial: initialOf(credit.name), unit: credit.unit };
  const asInitial = t(credit.unit === "" ? "credits.initialAlone" : "credits.initial", initial);
  const labels = { name: credit.name, initial: asInitial, no: t("credits.answer.no") };
  return (
    <ActionForm
      className="mt-2"
      label={t("credits.answer.label", { title: idea.title })}
      procedure="credits.answer"
      back={back}
      words={words}
      refused={refused}
      hidden={{ idea: idea.id, role, _to: back }}
    >
      <RadioGroup
        name="shown"
        legend={t(`credits.answer.asks.${role}`)}
        value={credit.shown ?? "initial"}
        options={SHOWN_AS.map((one) => ({ value: one, label: labels[one] }))}
      />
      {credit.words === "" ? null : (
        <Checkbox
          name="withWords"
          label={t("credits.answer.words", { words: credit.words })}
          checked={credit.withWords}
        />
      )}
      <div className="button-row">
        <SubmitButton size="small">{t("credits.answer.save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
