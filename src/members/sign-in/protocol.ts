import { createHash, randomBytes } from "node:crypto";
import { createRequire } from "node:module";
import type { NextApiRequest, NextApiResponse } from "next";
import type { Locale } from "@/i18n/locale";
import { paths, withQuery } from "@/paths";
import { env, sessionSecret } from "@/platform/env";
import { addCookie, sendOn } from "@/platform/http/answers";
import { cookieLine, readCookies } from "@/platform/http/cookies";
import { headerOf, type Visit } from "@/platform/http/visit";
import { isHttps, sessionCookie } from "../sessions/token";
import type { SignInRequest } from "./adapter";
import { authOptions, checkCookie, ERROR_PARAMETER, PROVIDER, passingCookies } from "./auth-options";

// The library is CommonJS made from an ES module; each loader gives an import of it another shape. This one is fixed.
const { default: NextAuth } = createRequire(import.meta.url)("next-auth/next") as typeof import("next-auth/next");

/** Sends the browser to the identity provider, with the cookies that its answer will be checked against. */
export async function beginSignIn(
  visit: Visit,
  request: SignInRequest,
  wish: { callbackUrl: string; locale: Locale },
): Promise<void> {
  // The library wants proof that its own form was posted; the server has checked the origin and gives the proof itself.
  const token = randomBytes(32).toString("hex");
  const proof = `${token}|${createHash("sha256").update(`${token}${sessionSecret()}`).digest("hex")}`;
  await ask(visit, request, {
    method: "POST",
    action: "signin",
    query: { ui_locales: wish.locale },
    body: { csrfToken: token, callbackUrl: wish.callbackUrl },
    cookies: { [checkCookie()]: proof },
    keeps: () => true,
  });
}

/** Reads the provider's answer and signs in, or sends to the sign-in page with the reason why not. */
export async function finishSignIn(visit: Visit, request: SignInRequest): Promise<void> {
  const jar = readCookies(headerOf(visit.req, "cookie"));
  // Without the old session the library always opens a new one, so that no token outlives a sign-in.
  const cookies = Object.fromEntries(Object.entries(jar).filter(([name]) => !name.startsWith(sessionCookie())));
  const passing = passingCookies();
  for (const name of passing) addCookie(visit.res, cookieLine(name, "", { secure: isHttps(), maxAge: 0 }));
  await ask(visit, request, {
    method: "GET",
    action: "callback",
    query: Object.fromEntries(visit.url.searchParams),
    body: {},
    cookies,
    // What led here has served; the library would set some of it anew.
    keeps: (line) => !passing.some((name) => line.startsWith(`${name}=`) && !line.startsWith(`${name}=;`)),
  });
}

type Question = {
  readonly method: "GET" | "POST";
  readonly action: "signin" | "callback";
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
  /** Which of the library's Set-Cookie lines reach the browser. */
  readonly keeps: (line: string) => boolean;
};

/** Calls the library, which speaks to Next's API routes, with as much of such a request and answer as it uses. */
async function ask(visit: Visit, request: SignInRequest, question: Question): Promise<void> {
  const { res } = visit;
  const { method, action, query, body, cookies } = question;
  const req = { method, headers: {}, body, cookies, query: { ...query, nextauth: [action, PROVIDER] } };
  const answer = {
    status: () => answer,
    setHeader: (name: string, value: string | string[]) => {
      if (name.toLowerCase() === "location") target = String(value);
      else if (name.toLowerCase() === "set-cookie") res.setHeader(name, [value].flat().filter(question.keeps));
      return answer;
    },
    getHeader: (name: string) => res.getHeader(name),
    end: () => answer,
    json: () => answer,
    send: () => answer,
  };
  let target: string | undefined;
  // The library's types ask for the whole of Next's request and response; it uses the fields above.
  await NextAuth(req as unknown as NextApiRequest, answer as unknown as NextApiResponse, authOptions(request));
  sendOn(res, ownTarget(target));
}

/** The library's own pages are not served: what would lead there leads to our sign-in page, with a reason of ours. */
function ownTarget(target: string | undefined): string {
  const { APP_URL } = env();
  const url = new URL(target ?? "/api/auth/error", APP_URL);
  if (url.origin !== APP_URL) return url.href;
  if (!url.pathname.startsWith("/api/auth/")) return `${url.pathname}${url.search}${url.hash}`;
  const unreachable = url.searchParams.get(ERROR_PARAMETER) === "OAuthSignin";
  return withQuery(paths.signIn(), { [ERROR_PARAMETER]: unreachable ? "unreachable" : "failed" });
}
