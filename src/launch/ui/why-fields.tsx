"use client";
import { Callout } from "@/ui/callout";
import { Field } from "@/ui/field";
import { TextArea } from "@/ui/inputs";
import type { Rehearsal } from "./data";
import { useReader } from "./reader";

export const WORDS_MAX = 2000;

/** What a step asks to be written down: a reason to go back or over a stage, and one to go on against a gate. */
export function WhyFields({ rehearsal }: { rehearsal: Rehearsal }) {
  const { t } = useReader(rehearsal.at);
  const { needs, gates } = rehearsal;
  return (
    <>
      {needs.override ? (
        <Callout tone="bad">{t("launch.flip.notReady", { count: gates?.blocking.length ?? 1 })}</Callout>
      ) : null}
      {needs.reason ? (
        <Field
          name="reason"
          label={t("launch.flip.reason")}
          hint={t("launch.flip.reasonHint")}
          max={WORDS_MAX}
          required
        >
          <TextArea rows={3} />
        </Field>
      ) : null}
      {needs.override ? (
        <Field
          name="override"
          label={t("launch.flip.override")}
          hint={t("launch.flip.overrideHint")}
          max={WORDS_MAX}
          required
        >
          <TextArea rows={3} />
        </Field>
      ) : null}
    </>
  );
}
