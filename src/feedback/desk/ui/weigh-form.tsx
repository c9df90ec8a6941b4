import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { ActionForm } from "@/ui/action-form";
import { LinkButton } from "@/ui/button";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { Select, TextInput } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import { WEIGHT_LINE_MAX } from "../shape";
import type { DeskIdea } from "../views";

type WeighFormProps = {
  idea: DeskIdea;
  /** The desk as it was before this form was opened. */
  close: string;
  back: string;
  t: Words;
  words: FormWords;
  refused: RefusedForm | null;
};

const POINTS = ["1", "2", "3", "4", "5"];

/** What an idea would bring and take, as the hosts see it. */
export function WeighForm({ idea, close, back, t, words, refused }: WeighFormProps) {
  const points = [{ value: "", label: t("ideas.weigh.unsaid") }, ...POINTS.map((value) => ({ value, label: value }))];
  return (
    <ActionForm
      className="mt-3"
      label={t("ideas.weigh.legend")}
      procedure="desk.weigh"
      back={back}
      words={words}
      refused={refused}
      hidden={{ idea: idea.id, _to: close }}
    >
      <div className="grid items-start gap-4 sm:grid-cols-[9rem_1fr]">
        <Field name="value" label={t("ideas.weigh.value")} value={idea.value === null ? "" : String(idea.value)}>
          <Select options={points} autoFocus />
        </Field>
        <Field name="valueLine" label={t("ideas.weigh.valueLine")} value={idea.valueLine} max={WEIGHT_LINE_MAX}>
          <TextInput autoComplete="off" />
        </Field>
        <Field name="effort" label={t("ideas.weigh.effort")} value={idea.effort === null ? "" : String(idea.effort)}>
          <Select options={points} />
        </Field>
        <Field name="effortLine" label={t("ideas.weigh.effortLine")} value={idea.effortLine} max={WEIGHT_LINE_MAX}>
          <TextInput autoComplete="off" />
        </Field>
      </div>
      <div className="button-row">
        <SubmitButton>{t("ideas.weigh.save")}</SubmitButton>
        <LinkButton look="plain" href={close}>
          {t("ideas.desk.close")}
        </LinkButton>
        <span className="quiet fine">{t("ideas.weigh.hint")}</span>
      </div>
    </ActionForm>
  );
}
