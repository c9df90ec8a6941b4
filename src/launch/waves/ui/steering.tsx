import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Callout } from "@/ui/callout";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextArea, TextInput } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import { PACE_MAX, REASON_MAX } from "../shape";
import type { DeskView } from "../views";

const DONE = `${paths.launchWaves()}?done=1`;

type SteerProps = {
  t: Words;
  desk: DeskView;
  back: string;
  words: FormWords;
  refusedOf: (procedure: string) => RefusedForm | null;
};

/** Why waves are paused, in the gate's own sentence; an admin lifts the pause with a reason. */
export function Pause({ t, format, desk, back, words, refusedOf }: SteerProps & { format: Formats }) {
  const { pause } = desk;
  if (pause === null) return null;
  const { lifted } = pause;
  const reason = lifted?.reason ?? "";
  return (
    <div className="stack mb-6">
      <Callout tone={lifted === null ? "bad" : "info"} title={t("waves.paused", { date: format.date(pause.since) })}>
        <p>{pause.sentence[t.locale]}</p>
        <p>
          {lifted === null
            ? t("waves.pausedText")
            : t(lifted.by === null ? "waves.liftedNobody" : "waves.lifted", { name: lifted.by ?? "", reason })}
        </p>
      </Callout>
      {desk.may.steer && lifted === null ? (
        <ActionForm
          procedure="waves.liftPause"
          back={back}
          words={words}
          refused={refusedOf("waves.liftPause")}
          hidden={{ _to: DONE }}
          label={t("waves.lift")}
        >
          <Field name="reason" label={t("waves.liftReason")} hint={t("waves.liftHint")} max={REASON_MAX} required>
            <TextArea rows={2} />
          </Field>
          <div>
            <SubmitButton look="quiet">{t("waves.lift")}</SubmitButton>
          </div>
        </ActionForm>
      ) : null}
    </div>
  );
}

/** How many newcomers a day, for admins. */
export function PaceForm({ t, desk, back, words, refusedOf }: SteerProps) {
  if (!desk.may.steer) return null;
  return (
    <ActionForm
      procedure="waves.setPace"
      back={back}
      words={words}
      refused={refusedOf("waves.setPace")}
      hidden={{ _to: DONE }}
      label={t("waves.perDay")}
    >
      <Field
        name="perDay"
        label={t("waves.perDay")}
        note={t("common.optional")}
        hint={t("waves.perDayHint")}
        value={desk.pace.set ? desk.pace.perDay : null}
      >
        <TextInput type="number" min={1} max={PACE_MAX} />
      </Field>
      <div>
        <SubmitButton look="quiet">{t("waves.setPace")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
