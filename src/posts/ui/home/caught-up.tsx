import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Callout } from "@/ui/callout";
import { Link } from "@/ui/link";
import { SubmitButton } from "@/ui/submit-button";

type CaughtUpProps = {
  now: Date;
  /** Whether something unread stands above: then this is where it ends. */
  after: boolean;
  t: Words;
  format: Formats;
};

/** The end of what is new: a real one. */
export function CaughtUp({ now, after, t, format }: CaughtUpProps) {
  return (
    <div className="caught-up">
      <h2>{t(after ? "reading.home.end" : "reading.home.caughtUp")}</h2>
      <p>{t(after ? "reading.home.endText" : "reading.home.caughtUpText", { time: format.time(now) })}</p>
      <p className="fine">
        <Link href={paths.latest()}>{t("reading.home.older")}</Link>
      </p>
    </div>
  );
}

type VerbProps = { back: string; t: Words; words: FormWords };

/** Everything at once, read or not; it can be taken back for a while. */
export function MarkEverything({ back, t, words }: VerbProps) {
  return (
    <ActionForm procedure="reading.markEverything" back={back} words={words} label={t("reading.home.markAll")}>
      <SubmitButton look="quiet" size="small" icon="check">
        {t("reading.home.markAll")}
      </SubmitButton>
    </ActionForm>
  );
}

export function UndoMarkEverything({ back, t, words }: VerbProps) {
  return (
    <Callout tone="good">
      <div className="split">
        <p role="status">{t("reading.home.marked")}</p>
        <ActionForm procedure="reading.undoMarkEverything" back={back} words={words} label={t("reading.home.undo")}>
          <SubmitButton look="plain" size="small">
            {t("reading.home.undo")}
          </SubmitButton>
        </ActionForm>
      </div>
    </Callout>
  );
}

const AWAY = [7, 30, 90] as const;

/** For somebody who was away less long than Levain would notice, or reads by mail: begin anew. */
export function BeginAnew({ back, t, words }: VerbProps) {
  return (
    <details className="fine">
      <summary className="quiet">{t("reading.home.back")}</summary>
      <ActionForm procedure="reading.beginAnew" back={back} words={words} className="mt-2">
        <p className="quiet">{t("reading.home.backText")}</p>
        <div className="button-row">
          {AWAY.map((days) => (
            <SubmitButton key={days} look="quiet" size="small" name="days" value={days}>
              {t("reading.home.backDays", { days })}
            </SubmitButton>
          ))}
        </div>
      </ActionForm>
    </details>
  );
}
