import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ENTRY_KINDS, ENTRY_NAME_MAX } from "@/readiness/calendar/shape";
import { ActionForm } from "@/ui/action-form";
import { RadioGroup } from "@/ui/choices";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextInput } from "@/ui/inputs";
import { Section } from "@/ui/page-title";
import { SubmitButton } from "@/ui/submit-button";

/** Enters a line of the calendar. */
export function CalendarForm({ t, words, refused }: { t: Words; words: FormWords; refused: RefusedForm | null }) {
  const here = paths.launchCalendar();
  return (
    <Section title={t("launch.calendar.enter")}>
      <ActionForm
        procedure="readiness.enter"
        back={here}
        words={words}
        refused={refused}
        hidden={{ _to: `${here}?done=entered` }}
        label={t("launch.calendar.enter")}
        clears
      >
        <RadioGroup
          name="kind"
          legend={t("launch.calendar.kind")}
          value="leave"
          required
          options={ENTRY_KINDS.map((kind) => ({
            value: kind,
            label: t(`launch.calendar.kinds.${kind}`),
            hint: t(`launch.calendar.kindHints.${kind}`),
          }))}
        />
        <Field
          name="name"
          label={t("launch.calendar.name")}
          hint={t("launch.calendar.nameHint")}
          max={ENTRY_NAME_MAX}
          required
        >
          <TextInput autoComplete="off" />
        </Field>
        <Field name="from" label={t("launch.calendar.from")} required>
          <TextInput type="date" />
        </Field>
        <Field
          name="until"
          label={t("launch.calendar.until")}
          note={t("common.optional")}
          hint={t("launch.calendar.untilHint")}
        >
          <TextInput type="date" />
        </Field>
        <Field
          name="site"
          label={t("launch.calendar.site")}
          note={t("common.optional")}
          hint={t("launch.calendar.siteHint")}
        >
          <TextInput autoComplete="off" />
        </Field>
        <div className="button-row">
          <SubmitButton icon="check">{t("launch.calendar.enter")}</SubmitButton>
        </div>
      </ActionForm>
    </Section>
  );
}
