import type { Words } from "@/i18n/words";
import { PersonLink } from "@/members/ui/person-link";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Badge } from "@/ui/badge";
import { Link } from "@/ui/link";
import { Section } from "@/ui/page-title";
import { SubmitButton } from "@/ui/submit-button";
import type { PreviewView } from "../views";
import { PreviewForms } from "./preview-forms";
import type { PreviewBoxProps } from "./props";
import { STATE_TONES, stepWords, triedWords } from "./words";

/** An idea as something to try: who is ready, who has it, what they say of it, and one's own yes. */
export function PreviewBox(props: PreviewBoxProps) {
  const { preview, t, format } = props;
  const { state, ready, needed, tried, answered, answers } = preview;
  return (
    <div id="preview" className="scroll-mt-4">
      <Section
        title={t("previews.title")}
        action={<Badge tone={STATE_TONES[state]}>{t(`previews.state.${state}`)}</Badge>}
      >
        <p>
          {t("previews.of", { feature: t(`features.${preview.feature}.name`) })}{" "}
          <span className="quiet">{t(`features.${preview.feature}.purpose`)}</span>
        </p>
        {state === "asked" ? (
          <p className="mt-2">
            <strong className="font-semibold">{t("previews.ready", { ready, needed })}</strong>{" "}
            <span className="quiet">{t("previews.readyHint")}</span>
          </p>
        ) : null}
        {state === "running" ? <p className="mt-2 font-semibold">{triedWords(t, tried)}</p> : null}
        <Mine {...props} />
        {answered === 0 ? null : (
          <p className="mt-3">
            {t("previews.answered", { count: answered })}{" "}
            {answers === null ? t("previews.answersLater") : t("previews.answers", answers)}
          </p>
        )}
        <Said said={preview.said} t={t} />
        <ol className="quiet fine mt-4 grid gap-1" aria-label={t("previews.steps")}>
          {preview.steps.map((step) => (
            <li key={step.id}>
              {stepWords(t, format, step)}
              {step.note === "" ? null : ` ${t("previews.because", { note: step.note })}`}
            </li>
          ))}
        </ol>
        <PreviewForms {...props} />
      </Section>
    </div>
  );
}

/** The reader's own yes, and the way out of it, which costs nothing. */
function Mine({ preview, back, t, words, refusedOf }: PreviewBoxProps) {
  const { idea, may, mine, state } = preview;
  const common = { back: `${back}#preview`, words };
  const hidden = { idea, _to: `${paths.idea(idea)}#preview` };
  return (
    <>
      {mine.volunteered ? <p className="mt-3">{t("previews.volunteered")}</p> : null}
      {state === "asked" && mine.volunteered && !mine.voted ? (
        <p className="quiet">
          {t("previews.voteToo")} <Link href={`${paths.idea(idea)}#vote`}>{t("previews.toVote")}</Link>
        </p>
      ) : null}
      {state === "running" && mine.has ? <p className="quiet">{t("previews.has")}</p> : null}
      <div className="button-row mt-3">
        {may.volunteer && !(state === "running" && mine.has) ? (
          <ActionForm
            procedure="previews.volunteer"
            refused={refusedOf("previews.volunteer")}
            hidden={hidden}
            {...common}
          >
            <SubmitButton look="primary">{t("previews.volunteer")}</SubmitButton>
          </ActionForm>
        ) : null}
        {may.leave ? (
          <ActionForm procedure="previews.leave" refused={refusedOf("previews.leave")} hidden={hidden} {...common}>
            <SubmitButton look="plain" size="small">
              {t("previews.leave")}
            </SubmitButton>
          </ActionForm>
        ) : null}
      </div>
    </>
  );
}

function Said({ said, t }: { said: PreviewView["said"]; t: Words }) {
  if (said.length === 0) return null;
  return (
    <details className="mt-3">
      <summary>{t("previews.said", { count: said.length })}</summary>
      <ul className="mt-2 grid gap-3">
        {said.map((one) => (
          <li key={one.id} className="border-rye border-s-3 ps-3">
            <p>{one.words}</p>
            <p className="quiet fine">
              {t(`previews.solved.${one.solved}`)} ·{" "}
              {one.by === null ? t("previews.unnamed") : <PersonLink person={one.by} />}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
