import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { ActionForm } from "@/ui/action-form";
import { LinkButton } from "@/ui/button";
import type { RefusedForm } from "@/ui/form-state";
import { SubmitButton } from "@/ui/submit-button";
import type { AnswerStatus } from "../../shape";
import { AnswerFields } from "../../ui/answer-fields";

type AnswerFormProps = {
  idea: { id: string; title: string; promisedFor: string | null };
  /** Where it stands, and where the form begins. */
  from: AnswerStatus;
  to: AnswerStatus;
  today: string;
  /** The page as it was before this form was opened. */
  close: string;
  back: string;
  t: Words;
  words: FormWords;
  refused: RefusedForm | null;
};

/** The team's answer to an idea, given from a list. It has the focus, so that a key opens it and one writes at once. */
export function AnswerForm({ idea, from, to, today, close, back, t, words, refused }: AnswerFormProps) {
  return (
    <ActionForm
      key={`${idea.id} ${to}`}
      className="mt-3"
      label={t("ideas.desk.answerOf", { title: idea.title })}
      procedure="feedback.move"
      back={back}
      words={words}
      refused={refused}
      hidden={{ idea: idea.id, from, _to: close }}
    >
      <AnswerFields status={to} promisedFor={idea.promisedFor} today={today} t={t} asked />
      <div className="button-row">
        <SubmitButton>{t("feedback.move.send")}</SubmitButton>
        <LinkButton look="plain" href={close}>
          {t("ideas.desk.close")}
        </LinkButton>
      </div>
    </ActionForm>
  );
}
