import "server-only";
import { cookies, headers } from "next/headers";
import { LOCALE_COOKIE, type Locale, pickLocale } from "@/i18n/locale";

/** The language of the page being rendered. Takes what the signed-in person set, when the caller knows it. */
export async function requestLocale(person?: string | null): Promise<Locale> {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  return pickLocale({
    person: person ?? null,
    cookie: jar.get(LOCALE_COOKIE)?.value ?? null,
    acceptLanguage: sent.get("accept-language"),
  });
}
