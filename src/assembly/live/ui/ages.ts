import { formats } from "@/i18n/format";
import type { Locale } from "@/i18n/locale";
import { MINUTE } from "@/platform/durations";

/**
 * Keeps "3 minutes ago" true on a page that stays open, in the reader's language and on their clock.
 * @returns stops it
 */
export function keepTimesTrue(locale: string, timeZone: string): () => void {
  const refresh = () => {
    if (document.visibilityState === "hidden") return;
    const { ago } = formats(locale as Locale, timeZone, new Date());
    for (const one of document.querySelectorAll<HTMLTimeElement>("time[data-ago]")) {
      const words = ago(one.dateTime);
      // The text node is changed in place: it is React's, which finds it again when the page is drawn anew.
      if (one.firstChild !== null && one.firstChild.nodeValue !== words) one.firstChild.nodeValue = words;
    }
  };
  const every = setInterval(refresh, MINUTE);
  document.addEventListener("visibilitychange", refresh);
  return () => {
    clearInterval(every);
    document.removeEventListener("visibilitychange", refresh);
  };
}
