import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { ActionForm } from "@/ui/action-form";
import { Callout } from "@/ui/callout";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { Select, TextArea, TextInput } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import { STAGES, type Stage } from "../../shape";
import { COHORT_KINDS, FEATURE_STATES } from "../shape";
import type { FeatureView } from "../views";

type FeatureFormProps = {
  feature: FeatureView;
  stage: Stage;
  back: string;
  t: Words;
  words: FormWords;
  refused: RefusedForm | null;
};

const REASON_MAX = 500;
const NAME_MAX = 80;

/** Says what a feature is at one stage, for everybody or for one cohort. */
export function RuleForm({ feature, stage, back, t, words, refused }: FeatureFormProps) {
  return (
    <ActionForm
      procedure="features.rule"
      back={back}
      words={words}
      refused={refused}
      hidden={{ feature: feature.key, _to: back }}
      label={t("features.rule.title", { feature: t(`features.${feature.key}.name`) })}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="stage" label={t("features.rule.stage")} value={stage}>
          <Select options={STAGES.map((value) => ({ value, label: t(`stages.name.${value}`) }))} />
        </Field>
        <Field name="kind" label={t("features.rule.cohort")} value="everybody">
          <Select options={COHORT_KINDS.map((value) => ({ value, label: t(`features.cohort.${value}`) }))} />
        </Field>
        <Field name="name" label={t("features.rule.cohortName")} max={NAME_MAX}>
          <TextInput autoComplete="off" />
        </Field>
        <Field name="state" label={t("features.rule.state")} value="on">
          <Select
            options={[...FEATURE_STATES, "default" as const].map((value) => ({
              value,
              label: t(`features.state.${value}`),
            }))}
          />
        </Field>
      </div>
      <div className="button-row">
        <SubmitButton look="quiet">{t("features.rule.save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Shuts a feature for everybody at once, or lets it be again. */
export function KillForm({ feature, back, t, words, refused }: Omit<FeatureFormProps, "stage">) {
  const name = t(`features.${feature.key}.name`);
  if (feature.killed !== null)
    return (
      <ActionForm
        procedure="features.revive"
        back={back}
        words={words}
        refused={refused}
        hidden={{ feature: feature.key, _to: back }}
        label={t("features.kill.revive")}
      >
        <SubmitButton look="quiet" aria-label={t("features.kill.reviveOne", { feature: name })}>
          {t("features.kill.revive")}
        </SubmitButton>
      </ActionForm>
    );
  return (
    <ActionForm
      procedure="features.kill"
      back={back}
      words={words}
      refused={refused}
      hidden={{ feature: feature.key, _to: back }}
      label={t("features.kill.title", { feature: name })}
    >
      <Callout tone="bad">{t("features.kill.lead")}</Callout>
      <Field name="reason" label={t("features.kill.reason")} max={REASON_MAX} required>
        <TextArea rows={2} />
      </Field>
      <div className="button-row">
        <SubmitButton look="danger">{t("features.kill.do")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
