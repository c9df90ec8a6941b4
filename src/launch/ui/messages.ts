import type { Locale } from "@/i18n/locale";
import { english, french } from "@/i18n/messages";

export type LaunchMessages = Pick<typeof english, "launch" | "stages" | "features" | "common">;

/** The words that the launch room needs in the browser. */
export function launchMessages(locale: Locale): LaunchMessages {
  const { launch, stages, features, common } = locale === "fr" ? french : english;
  return { launch, stages, features, common };
}
