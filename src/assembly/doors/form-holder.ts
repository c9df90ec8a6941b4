import { isHttps, newToken } from "@/members/sessions/token";
import { addCookie } from "@/platform/http/answers";
import { cookieLine, readCookies } from "@/platform/http/cookies";
import { headerOf, type Visit } from "@/platform/http/visit";

const LIVES_SECONDS = 3600;

function cookieName(): string {
  return isHttps() ? "__Host-levain.form" : "levain.form";
}

/** The token that a visitor without a session holds for their refused forms, or null. */
export function formHolderToken({ req }: Visit): string | null {
  return readCookies(headerOf(req, "cookie"))[cookieName()] ?? null;
}

/** Gives the visitor a token to hold, a new one each time, so that nobody can be handed one. */
export function formHolder({ res }: Visit): { token: string } {
  const token = newToken();
  addCookie(res, cookieLine(cookieName(), token, { secure: isHttps(), maxAge: LIVES_SECONDS }));
  return { token };
}

/** Takes the token away, once what it held has an owner. */
export function dropFormHolder({ res }: Visit): void {
  addCookie(res, cookieLine(cookieName(), "", { secure: isHttps(), maxAge: 0 }));
}
