import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import type { RoundView } from "@/readiness/views";
import { ActionForm } from "@/ui/action-form";
import type { RefusedForm } from "@/ui/form-state";
import { Section } from "@/ui/page-title";
import { SubmitButton } from "@/ui/submit-button";

type AskMissedProps = {
  round: RoundView | null;
  t: Words;
  format: Formats;
  words: FormWords;
  refused: RefusedForm | null;
};

/** Asks members the question of L13, and tells how many answered. */
export function AskMissed({ round, t, format, words, refused }: AskMissedProps) {
  const here = paths.launchCalendar();
  return (
    <Section title={t("launch.calendar.missedTitle")}>
      <div className="stack" id="missed">
        <p className="max-w-read">{t("launch.calendar.missedText")}</p>
        {round === null ? null : (
          <p className="quiet">
            {t("launch.calendar.missedRound", {
              date: format.date(round.openedAt),
              until: format.date(round.closesAt),
              asked: round.asked,
              answered: round.answered,
            })}
          </p>
        )}
        <ActionForm
          procedure="readiness.askMissed"
          back={here}
          words={words}
          refused={refused}
          hidden={{ _to: `${here}?asked={asked}` }}
          label={t("launch.calendar.missedTitle")}
        >
          <div className="button-row">
            <SubmitButton look="quiet">{t("launch.calendar.missedAsk")}</SubmitButton>
          </div>
        </ActionForm>
      </div>
    </Section>
  );
}
