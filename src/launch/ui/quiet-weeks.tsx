import { formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { DAY } from "@/platform/durations";
import type { CalendarView } from "@/readiness/views";
import { Section } from "@/ui/page-title";

/** What the latest quiet week says; no gate, and told in one sentence. */
export function QuietWeeks({ weeks, t }: { weeks: CalendarView["quietWeeks"]; t: Words }) {
  return (
    <Section title={t("launch.calendar.quietTitle")}>
      {weeks.length === 0 ? <p className="quiet max-w-read">{t("launch.calendar.quietNone")}</p> : null}
      {weeks.map(({ from, until, written, before, byTeam, ratio, reading }) => {
        const format = formats(t.locale, "UTC", new Date(until));
        return (
          <div key={from} className="stack">
            <p className="max-w-read font-serif text-read">
              {t("launch.calendar.quietText", {
                from: format.shortDate(new Date(from)),
                until: format.shortDate(new Date(until - DAY)),
                written,
                before: format.number(before, 1),
              })}{" "}
              {t(`launch.calendar.quietReading.${reading}`, { share: format.percent(ratio ?? 0) })}
            </p>
            {byTeam > 0 ? <p className="quiet">{t("launch.calendar.quietTeam", { count: byTeam })}</p> : null}
          </div>
        );
      })}
    </Section>
  );
}
