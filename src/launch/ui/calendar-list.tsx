import type { FormWords } from "@/i18n/form-words";
import { formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import type { CalendarLine } from "@/readiness/views";
import { ActionForm } from "@/ui/action-form";
import { EmptyState } from "@/ui/empty-state";
import type { RefusedForm } from "@/ui/form-state";
import { Section } from "@/ui/page-title";
import { SubmitButton } from "@/ui/submit-button";

type CalendarListProps = {
  lines: readonly CalendarLine[];
  may: boolean;
  t: Words;
  words: FormWords;
  refusedOf: (procedure: string, values: Readonly<Record<string, string>>) => RefusedForm | null;
};

/** The lines that stand, the latest days first; days are read in UTC, as they are counted. */
export function CalendarList({ lines, may, t, words, refusedOf }: CalendarListProps) {
  const here = paths.launchCalendar();
  if (lines.length === 0)
    return <EmptyState title={t("launch.calendar.empty")}>{t("launch.calendar.emptyText")}</EmptyState>;
  return (
    <Section title={t("launch.calendar.lines")}>
      <ul className="list" aria-label={t("launch.calendar.lines")}>
        {lines.map((line) => (
          <li key={line.id} className="list-row">
            <div>
              <p className="list-title">{line.name}</p>
              <p className="meta">
                <span>{t(`launch.calendar.kinds.${line.kind}`)}</span>
                <span>{daysOf(line, t)}</span>
                {line.site === "" ? null : <span>{t("launch.calendar.atSite", { site: line.site })}</span>}
                {line.by === null ? null : <span>{t("launch.calendar.by", { name: line.by })}</span>}
              </p>
            </div>
            {may ? (
              <div>
                <ActionForm
                  procedure="readiness.takeOut"
                  back={here}
                  words={words}
                  refused={refusedOf("readiness.takeOut", { entry: line.id })}
                  hidden={{ entry: line.id, _to: `${here}?done=removed` }}
                >
                  <SubmitButton
                    look="plain"
                    size="small"
                    aria-label={t("launch.calendar.removeOf", { name: line.name })}
                  >
                    {t("launch.calendar.remove")}
                  </SubmitButton>
                </ActionForm>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function daysOf({ from, until }: CalendarLine, t: Words): string {
  const { shortDate } = formats(t.locale, "UTC", new Date(from));
  const first = shortDate(new Date(from));
  return from === until ? first : t("launch.calendar.span", { from: first, until: shortDate(new Date(until)) });
}
