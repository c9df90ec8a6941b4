import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { ActionForm } from "@/ui/action-form";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextInput } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import { AWAY_NOTE_MAX } from "../shape";
import type { ProfileView } from "../views";

type AwayFormProps = {
  person: Pick<ProfileView, "absence">;
  back: string;
  t: Words;
  words: FormWords;
  refusedOf: (procedure: string) => RefusedForm | null;
};

/** Says from when to when one is out of office, and whom to ask instead. */
export function AwayForm({ person: { absence }, back, t, words, refusedOf }: AwayFormProps) {
  return (
    <>
      <ActionForm
        procedure="members.setAway"
        back={back}
        words={words}
        refused={refusedOf("members.setAway")}
        hidden={{ _to: back }}
        label={t("members.away.title")}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <Field name="from" label={t("members.away.from")} value={absence?.from} required>
            <TextInput type="date" />
          </Field>
          <Field name="until" label={t("members.away.until")} value={absence?.until} required>
            <TextInput type="date" />
          </Field>
        </div>
        <Field
          name="note"
          label={t("members.away.note")}
          note={t("common.optional")}
          value={absence?.note}
          max={AWAY_NOTE_MAX}
        >
          <TextInput autoComplete="off" />
        </Field>
        <Field
          name="ask"
          label={t("members.away.ask")}
          hint={t("members.away.askHint")}
          note={t("common.optional")}
          value={absence?.ask?.displayName}
        >
          <TextInput autoComplete="off" />
        </Field>
        <div>
          <SubmitButton>{t("members.away.save")}</SubmitButton>
        </div>
      </ActionForm>
      {absence === null ? null : (
        <ActionForm
          procedure="members.endAway"
          back={back}
          words={words}
          refused={refusedOf("members.endAway")}
          hidden={{ _to: back }}
          className="mt-3"
        >
          <div>
            <SubmitButton look="quiet">{t("members.away.end")}</SubmitButton>
          </div>
        </ActionForm>
      )}
    </>
  );
}
