import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Checkbox, RadioGroup } from "@/ui/choices";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextInput } from "@/ui/inputs";
import { Link } from "@/ui/link";
import { SubmitButton } from "@/ui/submit-button";
import type { ImaginedView } from "../../credits/views";
import { ANSWER_MAX, SOLVED } from "../shape";
import type { VisitView } from "../views";

export type FeatureNoteProps = {
  visit: VisitView;
  imagined: ImaginedView | null;
  back: string;
  t: Words;
  format: Formats;
  words: FormWords;
  refusedOf: (procedure: string) => RefusedForm | null;
};

/** On the feature itself: with whom it was imagined, that it is a preview, and after a while one small question. */
export function FeatureNote(props: FeatureNoteProps) {
  const { visit, imagined, t, format } = props;
  return (
    <>
      {imagined === null ? null : (
        <p className="quiet fine mb-4">
          <Link href={paths.idea(imagined.idea)}>{imaginedWords(t, format, imagined)}</Link>
        </p>
      )}
      {visit.isPreview ? (
        <p className="quiet fine mb-4">
          {t("previews.youTry")} <Link href={paths.settingsPreviews()}>{t("previews.yourPreviews")}</Link>
        </p>
      ) : null}
      {visit.asks === null ? null : <Question {...props} asks={visit.asks} />}
    </>
  );
}

/** "Imagined with Ines, Paul and 3 others". */
function imaginedWords(t: Words, format: Formats, { names, others }: ImaginedView): string {
  if (names.length === 0) return t("credits.imaginedByOthers", { count: others });
  const all = names.map((one) => one.displayName);
  return t("credits.imagined", {
    names: format.list(others === 0 ? all : [...all, t("credits.others", { count: others })]),
  });
}

type Asks = NonNullable<VisitView["asks"]>;

function Question({ asks, back, t, words, refusedOf }: FeatureNoteProps & { asks: Asks }) {
  const common = { back, words };
  return (
    <section className="mb-6 max-w-read border-crust border-s-3 ps-4" aria-label={t("previews.question.title")}>
      <p className="font-semibold">{t("previews.question.title")}</p>
      <p className="quiet fine">
        {t("previews.question.lead")} <Link href={paths.idea(asks.idea)}>{asks.title}</Link>
      </p>
      <ActionForm
        className="mt-3"
        label={t("previews.question.title")}
        procedure="previews.answer"
        refused={refusedOf("previews.answer")}
        hidden={{ idea: asks.idea, _to: back }}
        {...common}
      >
        <RadioGroup
          name="solved"
          legend={t("previews.question.legend")}
          options={SOLVED.map((one) => ({ value: one, label: t(`previews.solved.${one}`) }))}
          required
        />
        <Field
          name="words"
          label={t("previews.question.words")}
          hint={t("previews.question.wordsHint")}
          note={t("common.optional")}
          max={ANSWER_MAX}
        >
          <TextInput autoComplete="off" />
        </Field>
        <Checkbox name="named" label={t("previews.question.named")} />
        <div className="button-row">
          <SubmitButton>{t("previews.question.send")}</SubmitButton>
        </div>
      </ActionForm>
      <ActionForm
        className="mt-1"
        procedure="previews.dismiss"
        refused={refusedOf("previews.dismiss")}
        hidden={{ idea: asks.idea, _to: back }}
        {...common}
      >
        <SubmitButton look="plain" size="small" className="-ms-2 justify-self-start">
          {t("previews.question.dismiss")}
        </SubmitButton>
      </ActionForm>
    </section>
  );
}
