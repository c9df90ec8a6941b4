import type { ReactNode } from "react";
import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { withQuery } from "@/paths";
import { REASON_MAX } from "@/posts/moderation/shape";
import { ActionForm } from "@/ui/action-form";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextArea, TextInput } from "@/ui/inputs";
import { Section } from "@/ui/page-title";
import { SubmitButton } from "@/ui/submit-button";
import type { CaseView } from "../views";

const VERBS = ["hide", "restore", "remove", "leave", "warn", "suspend"] as const;
type Verb = (typeof VERBS)[number];

type DecideProps = {
  one: CaseView;
  path: string;
  t: Words;
  words: FormWords;
  refusedOf: (procedure: string) => RefusedForm | null;
};

function mayDo({ may, gone }: CaseView, verb: Verb): boolean {
  if (verb === "warn") return !gone;
  return verb === "leave" ? may.dismiss : may[verb];
}

/** What a moderator may do, each behind its name and with a reason. It works without JavaScript: they open by themselves. */
export function Decide({ one, path, t, words, refusedOf }: DecideProps) {
  const name = one.author.displayName;
  return (
    <Section title={t("moderation.case.decide")}>
      <p className="quiet mb-4">{t("moderation.case.author", { name })}</p>
      {VERBS.filter((verb) => mayDo(one, verb)).map((verb) => {
        const refused = refusedOf(`moderation.${verb}`);
        return (
          <details key={verb} className="mb-3" open={refused !== null}>
            <summary className="cursor-pointer py-1.5 font-semibold">
              {t(`moderation.verbs.${verb}.do`, { name })}
            </summary>
            <ActionForm
              className="my-3"
              label={t(`moderation.verbs.${verb}.do`, { name })}
              procedure={`moderation.${verb}`}
              back={path}
              words={words}
              refused={refused}
              hidden={{ thing: one.id, _to: withQuery(path, { done: "yes" }) }}
            >
              <p className="quiet">{t(`moderation.verbs.${verb}.text`, { name })}</p>
              {verb === "suspend" ? <Days one={one} t={t} /> : null}
              <Field name="reason" label={t("moderation.case.reason")} required max={REASON_MAX}>
                <TextArea rows={3} />
              </Field>
              <div className="button-row">
                <SubmitButton look={verb === "remove" || verb === "suspend" ? "danger" : "primary"}>
                  {sendWords(t, verb, name)}
                </SubmitButton>
              </div>
            </ActionForm>
          </details>
        );
      })}
    </Section>
  );
}

function Days({ one, t }: { one: CaseView; t: Words }): ReactNode {
  const days = one.may.suspendDays;
  return (
    <Field
      name="days"
      label={t("moderation.verbs.suspend.days")}
      hint={t("moderation.verbs.suspend.daysHint", { days })}
      value={3}
      required
    >
      <TextInput type="number" min={1} max={days} inputMode="numeric" />
    </Field>
  );
}

function sendWords(t: Words, verb: Verb, name: string): string {
  if (verb === "warn" || verb === "suspend") return t(`moderation.verbs.${verb}.send`);
  return t(`moderation.verbs.${verb}.do`, { name });
}
