import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Avatar } from "@/ui/avatar";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextInput } from "@/ui/inputs";
import { ListRow } from "@/ui/list";
import { SubmitButton } from "@/ui/submit-button";
import { REQUEST_WORDS_MAX } from "../shape";
import type { RequestView } from "../views";

type RequestRowProps = {
  request: RequestView;
  back: string;
  t: Words;
  format: Formats;
  words: FormWords;
  refused: RefusedForm | null;
};

/** Somebody who waits for a place: who, why, and the two answers, each with a word if one likes. */
export function RequestRow({ request, back, t, format, words, refused }: RequestRowProps) {
  const { person } = request;
  const facts = [person.title, person.department, person.site].filter((fact) => fact !== "");
  return (
    <ListRow
      heading={2}
      leading={<Avatar id={person.id} name={person.displayName} />}
      title={person.displayName}
      href={paths.person(person.id)}
      meta={
        <>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
          <time dateTime={request.askedAt.toISOString()}>{format.ago(request.askedAt)}</time>
        </>
      }
      below={
        <>
          <p className="mt-2 mb-3 whitespace-pre-line">
            {request.words === "" ? <span className="quiet">{t("spaces.requests.noWords")}</span> : request.words}
          </p>
          <AnswerForm request={request} back={back} t={t} words={words} refused={refused} />
        </>
      }
    />
  );
}

function AnswerForm({ request, back, t, words, refused }: Omit<RequestRowProps, "format">) {
  const { displayName: name } = request.person;
  return (
    <ActionForm
      procedure="spaces.answer"
      back={back}
      words={words}
      refused={refused}
      hidden={{ request: request.id, _to: back }}
      label={t("spaces.requests.reply", { name })}
    >
      <Field
        name="reply"
        label={t("spaces.requests.reply", { name })}
        note={t("spaces.requests.replyHint")}
        max={REQUEST_WORDS_MAX}
      >
        <TextInput autoComplete="off" />
      </Field>
      <div className="button-row">
        <SubmitButton name="answer" value="accepted">
          {t("spaces.requests.accept")}
        </SubmitButton>
        <SubmitButton name="answer" value="declined" look="plain">
          {t("spaces.requests.decline")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
