import type { Words } from "@/i18n/words";
import { Field } from "@/ui/field";
import { Select, TextArea, TextInput } from "@/ui/inputs";
import { type AnswerStatus, IDEA_STATUSES, NOTE_MAX } from "../shape";
import { STATUS_WORDS } from "./words";

type AnswerFieldsProps = {
  /** Where the form begins: where the idea stands, or where it is to go. */
  status: AnswerStatus;
  promisedFor: string | null;
  today: string;
  /** True for a form that somebody has just asked for: it takes the focus. */
  asked?: boolean;
  t: Words;
};

/** What an answer to an idea is made of: where it stands, by which day, and why. */
export function AnswerFields({ status, promisedFor, today, asked = false, t }: AnswerFieldsProps) {
  return (
    <>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field name="status" label={t("feedback.move.status")} value={status}>
          <Select
            options={IDEA_STATUSES.map((one) => ({ value: one, label: t(STATUS_WORDS[one].name) }))}
            autoFocus={asked}
          />
        </Field>
        <Field name="promisedFor" label={t("feedback.move.day")} hint={t("feedback.move.dayHint")} value={promisedFor}>
          <TextInput type="date" min={today} />
        </Field>
      </div>
      <Field name="note" label={t("feedback.move.note")} hint={t("feedback.move.noteHint")} max={NOTE_MAX}>
        <TextArea rows={4} reading />
      </Field>
    </>
  );
}
