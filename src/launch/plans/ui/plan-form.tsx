"use client";
import type { FormWords } from "@/i18n/form-words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Checkbox } from "@/ui/choices";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { Select, TextInput } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import type { Rehearsal } from "../../ui/data";
import { useReader } from "../../ui/reader";
import { WhyFields } from "../../ui/why-fields";

type PlanFormProps = { rehearsal: Rehearsal; words: FormWords; back: string; refused: RefusedForm | null };

/** Plans the step for a moment; where every step needs a second admin, proposes it to one. */
export function PlanForm({ rehearsal, words, back, refused }: PlanFormProps) {
  const { t, format } = useReader(rehearsal.at);
  const { to, version, twoAdmins } = rehearsal;
  const title = t(twoAdmins ? "launch.plan.formSecond" : "launch.plan.form");
  return (
    <ActionForm
      procedure="launch.plan"
      back={back}
      words={words}
      refused={refused}
      hidden={{ to, version, _to: paths.launch() }}
      label={title}
    >
      <p className="quiet">
        {twoAdmins ? `${t("launch.plan.secondHint")} ` : ""}
        {t("launch.plan.formHint")}
      </p>
      <WhyFields rehearsal={rehearsal} />
      <Field name="day" label={t("launch.plan.day")} required={!twoAdmins}>
        <TextInput type="date" />
      </Field>
      <Field name="time" label={t("launch.plan.time")} required={!twoAdmins}>
        <TextInput type="time" />
      </Field>
      <Field
        name="zone"
        label={t("launch.plan.zone")}
        hint={t("launch.plan.zoneHint")}
        value={format.timeZone}
        required
      >
        <TextInput autoComplete="off" spellCheck={false} />
      </Field>
      <Field name="twice" label={t("launch.plan.twice")} value="earlier">
        <Select
          options={[
            { value: "earlier", label: t("launch.plan.earlier") },
            { value: "later", label: t("launch.plan.later") },
          ]}
        />
      </Field>
      <Checkbox name="confirm" label={t("launch.plan.confirm")} required />
      <div>
        <SubmitButton look="quiet">{t(twoAdmins ? "launch.plan.submitSecond" : "launch.plan.submit")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
