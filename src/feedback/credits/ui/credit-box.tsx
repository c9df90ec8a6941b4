import { PersonLink } from "@/members/ui/person-link";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { RadioGroup } from "@/ui/choices";
import { Field } from "@/ui/field";
import { TextInput } from "@/ui/inputs";
import { Link } from "@/ui/link";
import { Section } from "@/ui/page-title";
import { SubmitButton } from "@/ui/submit-button";
import { MEANT_MAX } from "../shape";
import { AnswerForm } from "./answer-form";
import { CreditLines } from "./credit-lines";
import type { CreditBoxProps } from "./props";

/** Who shaped an idea, what its author says of what came of it, and what is asked of the reader. */
export function CreditBox(props: CreditBoxProps) {
  const { idea, credits, back, t, format, words, refusedOf } = props;
  const { lines, own, meant, may } = credits;
  if (lines.length === 0 && own.length === 0 && meant.length === 0 && !may.propose && !may.sayMeant) return null;
  return (
    <div id="credits" className="scroll-mt-4">
      <Section title={t("credits.title")}>
        {may.sayMeant ? <MeantForm {...props} /> : null}
        {meant.map((one) => (
          <p key={one.at.toISOString()} className="mt-2">
            {t(one.meant ? "credits.meant.saidYes" : "credits.meant.saidNo", { when: format.date(one.at) })}{" "}
            <PersonLink person={one.by} />
            {one.words === "" ? null : <span className="quiet"> {t("credits.sentence", { words: one.words })}</span>}
          </p>
        ))}
        {lines.length === 0 ? <p className="quiet">{t("credits.none")}</p> : <CreditLines lines={lines} t={t} />}
        {own.map((credit) => (
          <details key={credit.role} className="mt-4" open={credit.shown === null}>
            <summary className="font-semibold text-crust">{t(`credits.own.${credit.role}`)}</summary>
            <AnswerForm
              credit={credit}
              back={`${back}#credits`}
              t={t}
              words={words}
              refused={refusedOf("credits.answer", { idea: idea.id, role: credit.role })}
            />
          </details>
        ))}
        {may.propose ? (
          <p className="mt-4">
            <Link href={paths.ideaCredits(idea.id)}>{t("credits.desk.open")}</Link>
          </p>
        ) : null}
      </Section>
    </div>
  );
}

function MeantForm({ idea, back, t, words, refusedOf }: CreditBoxProps) {
  return (
    <ActionForm
      className="mt-2 mb-6 border-crust border-s-3 ps-4"
      label={t("credits.meant.title")}
      procedure="credits.sayMeant"
      back={`${back}#credits`}
      words={words}
      refused={refusedOf("credits.sayMeant")}
      hidden={{ idea: idea.id, _to: `${paths.idea(idea.id)}#credits` }}
    >
      <RadioGroup
        name="meant"
        legend={t("credits.meant.title")}
        hint={t("credits.meant.hint")}
        options={[
          { value: "yes", label: t("credits.meant.yes") },
          { value: "no", label: t("credits.meant.no"), hint: t("credits.meant.noHint") },
        ]}
        required
      />
      <Field name="words" label={t("credits.meant.words")} hint={t("credits.meant.wordsHint")} max={MEANT_MAX}>
        <TextInput autoComplete="off" />
      </Field>
      <div className="button-row">
        <SubmitButton>{t("credits.meant.send")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
