import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import type { BadgeTone } from "@/ui/badge";
import type { PreviewAudience, PreviewState } from "../shape";
import type { StepView } from "../views";

export const STATE_TONES: Readonly<Record<PreviewState, BadgeTone>> = {
  asked: "plain",
  running: "accent",
  shipped: "good",
  withdrawn: "plain",
};

/** Whom a step was for, in words. */
export function audienceWords(t: Words, audience: PreviewAudience, name: string): string {
  return t(`previews.audience.${audience}`, { name });
}

/** What became of a preview, in one sentence. */
export function stepWords(t: Words, format: Formats, { kind, audience, name, by, at }: StepView): string {
  return t(`previews.step.${kind}`, {
    by: by?.displayName ?? t("previews.somebody"),
    when: format.date(at),
    whom: audience === null ? "" : audienceWords(t, audience, name),
  });
}

/** How many have it. */
export function triedWords(t: Words, tried: number | null): string {
  return tried === null ? t("previews.triedByAll") : t("previews.triedBy", { count: tried });
}
