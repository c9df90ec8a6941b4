import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { FEATURE_KEYS } from "@/stages/features/shape";
import { ActionForm } from "@/ui/action-form";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { Select } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import type { IdeaView } from "../views";
import { AnswerFields } from "./answer-fields";

type MoveFormProps = {
  idea: IdeaView;
  /** The first answer is what everybody waits for: its form stands open. */
  answered: boolean;
  today: string;
  /** The feature that the idea is a preview of; empty for none. */
  feature: string;
  back: string;
  t: Words;
  words: FormWords;
  refused: RefusedForm | null;
};

/** The team's answer: where the idea stands, why, and by which day. */
export function MoveForm({ idea, answered, today, feature, back, t, words, refused }: MoveFormProps) {
  const { status } = idea;
  // A double is answered where it went.
  if (status === "merged") return null;
  return (
    <details id="move" className="mt-2 mb-4 scroll-mt-4" open={!answered || refused !== null}>
      <summary className="font-semibold text-crust">
        {answered ? t("feedback.move.again") : t("feedback.move.title")}
      </summary>
      <ActionForm
        // What was typed for one answer does not stand in the form of the next.
        key={`${idea.status} ${idea.promisedFor}`}
        className="mt-4"
        label={t("feedback.move.title")}
        procedure="feedback.move"
        back={`${back}#move`}
        words={words}
        refused={refused}
        hidden={{ idea: idea.id, from: status, _to: `${paths.idea(idea.id)}#moves` }}
        clears
      >
        <AnswerFields status={status} promisedFor={idea.promisedFor} today={today} t={t} />
        <Field
          name="feature"
          label={t("previews.tie.label")}
          hint={t("previews.tie.hint")}
          note={t("common.optional")}
          value={feature}
        >
          <Select
            options={[
              { value: "", label: t("previews.tie.none") },
              ...FEATURE_KEYS.map((key) => ({ value: key, label: t(`features.${key}.name`) })),
            ]}
          />
        </Field>
        <div className="button-row">
          <SubmitButton>{t("feedback.move.send")}</SubmitButton>
          <span className="quiet fine grow basis-48">{t("feedback.move.seen")}</span>
        </div>
      </ActionForm>
    </details>
  );
}
