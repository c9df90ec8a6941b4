import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { daysAfter } from "@/platform/clock";
import { ActionForm } from "@/ui/action-form";
import { Callout } from "@/ui/callout";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextArea } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import { ASK_AGAIN_DAYS, REQUEST_WORDS_MAX } from "../shape";
import type { SpaceView } from "../views";

type AskPlaceProps = {
  space: SpaceView;
  back: string;
  t: Words;
  format: Formats;
  words: FormWords;
  refusedOf: (procedure: string) => RefusedForm | null;
};

/** In front of a space that asks to be asked: how to ask, what became of it, and when one may ask again. */
export function AskPlace(props: AskPlaceProps) {
  const { space, t, format } = props;
  const { request } = space;
  if (request !== null && request.answer === null) return <Waiting {...props} request={request} />;
  const declinedAt = request?.answer === "declined" ? request.answeredAt : null;
  return (
    <>
      {request !== null && declinedAt !== null ? (
        <div className="mb-6">
          <Callout title={t("spaces.ask.declinedTitle")}>
            <p>{t("spaces.ask.declinedText", { when: format.ago(request.askedAt) })}</p>
            {request.reply === "" ? null : <p>{t("spaces.ask.reply", { reply: request.reply })}</p>}
            {space.may.ask ? null : (
              <p>{t("spaces.ask.again", { day: format.date(daysAfter(declinedAt, ASK_AGAIN_DAYS)) })}</p>
            )}
          </Callout>
        </div>
      ) : null}
      {space.may.ask ? <AskForm {...props} /> : null}
    </>
  );
}

function Waiting({
  space,
  back,
  t,
  format,
  words,
  refusedOf,
  request,
}: AskPlaceProps & { request: NonNullable<SpaceView["request"]> }) {
  return (
    <Callout title={t("spaces.ask.waitTitle")}>
      <p>{t("spaces.ask.waitText", { when: format.ago(request.askedAt) })}</p>
      {request.words === "" ? null : <p>{t("spaces.ask.yourWords", { words: request.words })}</p>}
      <ActionForm
        procedure="spaces.takeAskBack"
        back={back}
        words={words}
        refused={refusedOf("spaces.takeAskBack")}
        hidden={{ space: space.id, _to: back }}
      >
        <div>
          <SubmitButton look="plain" size="small" className="-ms-2">
            {t("spaces.ask.takeBack")}
          </SubmitButton>
        </div>
      </ActionForm>
    </Callout>
  );
}

function AskForm({ space, back, t, words, refusedOf }: AskPlaceProps) {
  return (
    <section aria-labelledby="ask">
      <h2 id="ask" className="mb-2">
        {t("spaces.page.askTitle")}
      </h2>
      <p className="quiet mb-4">{t("spaces.page.askText")}</p>
      <ActionForm
        procedure="spaces.ask"
        back={back}
        words={words}
        refused={refusedOf("spaces.ask")}
        hidden={{ space: space.id, _to: back }}
      >
        <Field name="words" label={t("spaces.ask.words")} hint={t("spaces.ask.wordsHint")} max={REQUEST_WORDS_MAX}>
          <TextArea rows={3} />
        </Field>
        <div>
          <SubmitButton>{t("spaces.ask.send")}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
