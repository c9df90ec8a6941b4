import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { RadioGroup } from "@/ui/choices";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextArea } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import { ANSWER_MAX, HELPS } from "../shape";
import type { WaitingView } from "../views";

type FormProps = { t: Words; words: FormWords; refused: RefusedForm | null };

/** Asks to come in, with a few questions that may stay open; afterwards it changes the words. */
export function AskForm({ t, words, refused, request }: FormProps & { request: WaitingView["request"] }) {
  const verb = t(request === null ? "launch.waiting.send" : "launch.waiting.change");
  const optional = t("common.optional");
  return (
    <ActionForm
      procedure="launch.askToJoin"
      back={paths.waiting()}
      words={words}
      refused={refused}
      hidden={{ _to: paths.waiting() }}
      label={verb}
    >
      <Field
        name="needs"
        label={t("launch.waiting.needs")}
        note={optional}
        hint={t("launch.waiting.needsHint")}
        value={request?.needs}
        max={ANSWER_MAX}
      >
        <TextArea rows={3} />
      </Field>
      <Field
        name="brings"
        label={t("launch.waiting.brings")}
        note={optional}
        hint={t("launch.waiting.bringsHint")}
        value={request?.brings}
        max={ANSWER_MAX}
      >
        <TextArea rows={3} />
      </Field>
      <RadioGroup
        name="helps"
        legend={t("launch.waiting.helps")}
        value={request?.helps ?? ""}
        options={HELPS.map((value) => ({
          value,
          label: t(`launch.waiting.helpsOptions.${value === "" ? "none" : value}`),
        }))}
      />
      <Field
        name="knows"
        label={t("launch.waiting.knows")}
        note={optional}
        hint={t("launch.waiting.knowsHint")}
        value={request?.knows}
        max={ANSWER_MAX}
      >
        <TextArea rows={2} />
      </Field>
      <div>
        <SubmitButton look={request === null ? "primary" : "quiet"}>{verb}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Takes the request back. */
export function TakeBack({ t, words, refused }: FormProps) {
  return (
    <ActionForm
      procedure="launch.takeRequestBack"
      back={paths.waiting()}
      words={words}
      refused={refused}
      hidden={{ _to: paths.waiting() }}
    >
      <div>
        <SubmitButton look="plain" className="-ms-2">
          {t("launch.waiting.takeBack")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
