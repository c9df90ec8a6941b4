import Negotiator from "negotiator";

/** The languages in which Levain speaks; the first is what it speaks when it knows nothing of a person. */
export const LOCALES = ["en", "fr"] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = "en";

/** The cookie that keeps a person's choice for pages shown before anybody signed in. */
export const LOCALE_COOKIE = "levain-locale";

/** True for a language that Levain speaks. */
export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/**
 * Chooses the language of an answer: what the person set, else the cookie, else the best match of the browser's
 * Accept-Language header (RFC 9110, section 12.5.4), else English.
 */
export function pickLocale(wishes: {
  person?: string | null;
  cookie?: string | null;
  acceptLanguage?: string | null;
}): Locale {
  if (isLocale(wishes.person)) return wishes.person;
  if (isLocale(wishes.cookie)) return wishes.cookie;
  const negotiator = new Negotiator({ headers: { "accept-language": wishes.acceptLanguage ?? "" } });
  const [best] = negotiator.languages([...LOCALES]);
  return isLocale(best) ? best : DEFAULT_LOCALE;
}
