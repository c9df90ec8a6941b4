import type { Words } from "@/i18n/words";

/** What the frame around every page says. `Shell` takes it as `words`. */
export type ShellWords = {
  readonly skip: string;
  readonly nav: string;
  readonly bar: string;
  readonly more: string;
  readonly aside: string;
};

/** The words of the frame, in the language of the page. */
export function shellWords(t: Words): ShellWords {
  return {
    skip: t("shell.skip"),
    nav: t("shell.nav.label"),
    bar: t("shell.nav.bar"),
    more: t("shell.nav.more"),
    aside: t("shell.aside"),
  };
}
