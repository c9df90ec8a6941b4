import type { Locale } from "@/i18n/locale";
import { words } from "@/i18n/words";
import { VERSION } from "@/platform/version";
import type { ToldPage } from "./shape";

/** Takes from a title what Markdown would read as more than letters, and what would call somebody. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|@~&:.]/g, "\\$&");
}

/** The line below the words of an idea that says where it was written; none for an unknown page. */
export function pageLine(locale: Locale, { from, pageTitle, viewport }: ToldPage): string {
  if (from === "") return "";
  const t = words(locale);
  const page = pageTitle === "" ? plain(from) : `${plain(pageTitle)} (${plain(from)})`;
  const line = t("tellUs.writtenOn", { page, version: VERSION });
  return viewport === "" ? line : `${line}, ${viewport}`;
}
