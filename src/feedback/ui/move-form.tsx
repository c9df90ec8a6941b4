import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { FEATURE_KEYS } from "@/stages/features/shape";
import { ActionForm } from "@/ui/action-form";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { Select, TextArea, TextInput } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import { IDEA_STATUSES, NOTE_MAX } from "../shape";
import type { IdeaView } from "../views";
import { STATUS_WORDS } from "./words";

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
        hidden={{ idea: idea.id, from: idea.status, _to: `${paths.idea(idea.id)}#moves` }}
        clears
      >
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <Field name="status" label={t("feedback.move.status")} value={idea.status}>
            <Select options={IDEA_STATUSES.map((status) => ({ value: status, label: t(STATUS_WORDS[status].name) }))} />
          </Field>
          <Field
            name="promisedFor"
            label={t("feedback.move.day")}
            hint={t("feedback.move.dayHint")}
            value={idea.promisedFor}
          >
            <TextInput type="date" min={today} />
          </Field>
        </div>
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
        <Field name="note" label={t("feedback.move.note")} hint={t("feedback.move.noteHint")} max={NOTE_MAX}>
          <TextArea rows={4} reading />
        </Field>
        <div className="button-row">
          <SubmitButton>{t("feedback.move.send")}</SubmitButton>
          <span className="quiet fine grow basis-48">{t("feedback.move.seen")}</span>
        </div>
      </ActionForm>
    </details>
  );
}
