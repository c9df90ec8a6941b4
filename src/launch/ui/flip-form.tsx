"use client";
import type { FormWords } from "@/i18n/form-words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Callout } from "@/ui/callout";
import { Checkbox } from "@/ui/choices";
import type { RefusedForm } from "@/ui/form-state";
import { SubmitButton } from "@/ui/submit-button";
import type { Rehearsal } from "./data";
import { lettersOf } from "./effect-sheet";
import { useReader } from "./reader";
import { WhyFields } from "./why-fields";

type FlipFormProps = {
  rehearsal: Rehearsal;
  words: FormWords;
  back: string;
  refused?: RefusedForm | null;
};

/** Takes the step, after everything that it does was said once more. It works without a script as well. */
export function FlipForm({ rehearsal, words, back, refused = null }: FlipFormProps) {
  const { t } = useReader(rehearsal.at);
  const { to, version, kind, effect, plan } = rehearsal;
  const stage = t(`stages.name.${to}`);
  const counts = { gained: effect.gained.count, lost: effect.lost.count, letters: lettersOf(effect) };
  return (
    <ActionForm
      procedure="launch.flip"
      back={back}
      words={words}
      refused={refused}
      hidden={{ to, version, _to: `${paths.launch()}?done=flip` }}
      label={t(kind === "back" ? "launch.flip.titleBack" : "launch.flip.title", { stage })}
    >
      {plan === null ? null : (
        <Callout tone="bad">{t("launch.plan.ends", { stage: t(`stages.name.${plan.to}`) })}</Callout>
      )}
      <WhyFields rehearsal={rehearsal} />
      <Checkbox name="confirm" label={t("launch.flip.confirm", counts)} required />
      <div>
        <SubmitButton look={kind === "back" ? "danger" : "primary"}>
          {t(kind === "back" ? "launch.flip.submitBack" : "launch.flip.submit", { stage })}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
