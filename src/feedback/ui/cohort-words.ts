import type { Words } from "@/i18n/words";
import { COHORT_PARTS } from "@/stages/cohort-words";

/** A cohort in words: "Department: R&D". */
export function cohortWords(t: Words, word: string): string {
  const at = word.indexOf(":");
  const kind = COHORT_PARTS.find((part) => part === word.slice(0, at)) ?? "group";
  return t(`feedback.form.part.${kind}`, { name: word.slice(at + 1) });
}

/** Several of them in one line, as their names alone. */
export function cohortNames(words: readonly string[], locale: string): string {
  const names = words.map((word) => word.slice(word.indexOf(":") + 1));
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
}
