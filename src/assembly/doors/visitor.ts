import { LOCALE_COOKIE, type Locale, pickLocale } from "@/i18n/locale";
import { sessionCookie } from "@/members/sessions/token";
import type { Viewer } from "@/platform/access/viewer";
import { reader } from "@/platform/database/client";
import { readCookies } from "@/platform/http/cookies";
import { headerOf, type Visit } from "@/platform/http/visit";
import { viewerOf } from "../viewer";

/** Who stands at a door, and in which language they are spoken to. */
export type Visitor = { readonly viewer: Viewer | null; readonly locale: Locale };

/** The token of the session that a request came with, or null. */
export function sessionTokenOf({ req }: Visit): string | null {
  return readCookies(headerOf(req, "cookie"))[sessionCookie()] ?? null;
}

export async function visitorOf(visit: Visit): Promise<Visitor> {
  const viewer = await viewerOf(reader(), sessionTokenOf(visit));
  return { viewer, locale: localeOf(visit, viewer) };
}

/** The language of an answer, also where nobody is known. */
export function localeOf({ req }: Visit, viewer: Viewer | null): Locale {
  return pickLocale({
    person: viewer?.locale ?? null,
    cookie: readCookies(headerOf(req, "cookie"))[LOCALE_COOKIE] ?? null,
    acceptLanguage: headerOf(req, "accept-language"),
  });
}
