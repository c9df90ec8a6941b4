import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths, withQuery } from "@/paths";
import { DAY } from "@/platform/durations";
import { ActionForm } from "@/ui/action-form";
import { Checkbox, RadioGroup } from "@/ui/choices";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { Select } from "@/ui/inputs";
import { Section } from "@/ui/page-title";
import { SubmitButton } from "@/ui/submit-button";
import { POSITIONS, RHYTHMS } from "../wishes/shape";
import type { WishesView } from "../wishes/views";

export type WishFormProps = {
  wishes: WishesView;
  t: Words;
  format: Formats;
  form: FormWords;
  back: string;
  refused: RefusedForm | null;
};

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** A Monday, from which the names of the days are written. */
const MONDAY = Date.UTC(2026, 10, 23, 12);

/** The names of the days in the reader's language, Monday first. */
export function dayName(day: number, locale: string): string {
  const name = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  return name.format(new Date(MONDAY + (day - 1) * DAY));
}

/** The switch with its four positions, the digest, and the hours in which mail waits. */
export function WishForm({ wishes, t, format, form, back, refused }: WishFormProps) {
  const { wish } = wishes;
  const hours = HOURS.map((hour) => ({ value: String(hour), label: `${String(hour).padStart(2, "0")}:00` }));
  const days = DAYS.map((day) => ({ value: String(day), label: dayName(day, format.locale) }));
  return (
    <ActionForm
      procedure="wishes.set"
      back={back}
      words={form}
      refused={refused}
      hidden={{ _to: withQuery(paths.settingsNotices(), { saved: "wish" }) }}
    >
      <RadioGroup
        name="position"
        legend={t("notices.wishes.position")}
        value={wish.position}
        options={POSITIONS.map((one) => ({
          value: one,
          label: t(`notices.wishes.positions.${one}`),
          hint: t(`notices.wishes.positionHints.${one}`),
        }))}
      />
      <Section title={t("notices.wishes.digest")}>
        <div className="wish-line">
          <Field name="rhythm" label={t("notices.wishes.rhythm")} value={wish.rhythm}>
            <Select options={RHYTHMS.map((one) => ({ value: one, label: t(`notices.wishes.rhythms.${one}`) }))} />
          </Field>
          <Field name="digestDay" label={t("notices.wishes.digestDay")} value={wish.digestDay}>
            <Select options={days} />
          </Field>
          <Field name="digestHour" label={t("notices.wishes.digestHour")} value={wish.digestHour}>
            <Select options={hours} />
          </Field>
        </div>
        <p className="quiet fine">{t("notices.wishes.digestDayHint")}</p>
      </Section>
      <Section title={t("notices.wishes.quiet")}>
        <p className="quiet fine mb-4">
          {t("notices.wishes.quietLead", { zone: format.timeZone.replaceAll("_", " ") })}
        </p>
        <div className="wish-line">
          <Field name="quietFrom" label={t("notices.wishes.quietFrom")} value={wish.quietFrom}>
            <Select options={hours} />
          </Field>
          <Field name="quietUntil" label={t("notices.wishes.quietUntil")} value={wish.quietUntil}>
            <Select options={hours} />
          </Field>
        </div>
        <fieldset className="wish-days">
          <legend>{t("notices.wishes.workdays")}</legend>
          {days.map(({ value, label }) => (
            <Checkbox
              key={value}
              name="workdays"
              value={value}
              label={label}
              checked={wish.workdays.includes(Number(value))}
            />
          ))}
        </fieldset>
      </Section>
      <div>
        <SubmitButton>{t("notices.wishes.save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
