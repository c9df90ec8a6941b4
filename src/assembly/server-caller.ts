import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { LOCALE_COOKIE, type Locale, pickLocale } from "@/i18n/locale";
import { sessionCookie } from "@/members/sessions/token";
import { paths, withQuery } from "@/paths";
import type { Viewer } from "@/platform/access/viewer";
import { reader } from "@/platform/database/client";
import { createCaller } from "./router";
import { viewerOf } from "./viewer";

/** Where the request says which page was asked for; the server in front writes it, a client cannot. */
const PATH_HEADER = "x-levain-path";

/** Who looks at the page being rendered, or null. Asked of the database once a request. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const jar = await cookies();
  return viewerOf(reader(), jar.get(sessionCookie())?.value ?? null);
});

/** The language of the page being rendered. */
export const currentLocale = cache(async (): Promise<Locale> => {
  const [viewer, jar, sent] = await Promise.all([currentViewer(), cookies(), headers()]);
  return pickLocale({
    person: viewer?.locale ?? null,
    cookie: jar.get(LOCALE_COOKIE)?.value ?? null,
    acceptLanguage: sent.get("accept-language"),
  });
});

/** The page being rendered: its path with its query. */
export const currentPath = cache(async (): Promise<string> => (await headers()).get(PATH_HEADER) ?? paths.home());

/** The router, called in this process as whoever looks at the page. */
export const api = cache(async () => {
  const [viewer, locale, sent] = await Promise.all([currentViewer(), currentLocale(), headers()]);
  return createCaller({ viewer, locale, requestId: sent.get("x-request-id") ?? "" });
});

/** Whoever looks at the page, inside or still at the door; nobody is sent to sign in, and comes back afterwards. */
export async function signedInViewer(): Promise<Viewer> {
  return (await currentViewer()) ?? (await toSignIn());
}

async function toSignIn(): Promise<never> {
  const path = await currentPath();
  redirect(withQuery(paths.signIn(), { callbackUrl: path === paths.home() ? null : path }));
}
