import type { Words } from "@/i18n/words";

/** What a form says by itself. `ActionForm` takes it as `words`; `{count}` and `{ref}` are filled in the browser. */
export type FormWords = {
  readonly busy: string;
  readonly network: string;
  readonly fault: string;
  readonly reference: string;
};

/** The words of every form, in the language of the page. */
export function formWords(t: Words): FormWords {
  return {
    busy: t("shell.form.busy"),
    network: t("shell.form.network"),
    fault: t("shell.form.fault"),
    // The number is known only once something broke, so the browser puts it in the place of this mark.
    reference: t("shell.form.reference", { ref: "{ref}" }),
  };
}
