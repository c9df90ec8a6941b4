import type { IncomingMessage } from "node:http";
import type { Locale } from "@/i18n/locale";
import { refusalWords } from "@/i18n/refusal-words";
import { type Words, words } from "@/i18n/words";
import { paths } from "@/paths";
import { type RefusalData, refusalOf } from "@/platform/access/procedure";
import type { RefusalCode } from "@/platform/errors";
import { sendJson, sendText } from "@/platform/http/answers";
import { headerOf, TurnedAway, type Visit } from "@/platform/http/visit";
import { log } from "@/platform/log";
import { localeOf } from "./visitor";

/** The HTTP status of each refusal. */
const STATUS: Readonly<Record<RefusalCode, number>> = {
  "not-found": 404,
  "not-allowed": 403,
  invalid: 400,
  conflict: 409,
  "too-many": 429,
  "not-yet": 412,
};

export function statusOf(refusal: RefusalData): number {
  return refusal.key === "signIn" ? 401 : STATUS[refusal.code];
}

/** True for a client that reads JSON: a script of our own pages, or a program. */
export function wantsJson(req: IncomingMessage): boolean {
  return (headerOf(req, "accept") ?? "").includes("application/json");
}

/** A fault in words: what broke is ours, and `ref` finds it in the log. */
export function faultWords(t: Words, ref: string): string {
  return `${t("shell.form.fault")} ${t("shell.form.reference", { ref })}`;
}

/**
 * Answers a failure that nobody nearer to it answered: a request turned away, a refusal, or a fault, which is logged
 * with its cause. In the visitor's language (a person's own, where the door knows who asks), as JSON for a script and as a small page for a person.
 */
export function answerProblem(visit: Visit, error: unknown, locale: Locale = localeOf(visit, null)): void {
  const { req, res } = visit;
  const t = words(locale);
  const problem = problemFor(visit, error, t, "fault at a door");
  if (problem === null) return;
  const { status, code, message, fields, ref } = problem;
  if (wantsJson(req) || isForMachines(visit.url.pathname)) {
    sendJson(res, status, { refusal: { code, message, fields, ...(ref === null ? {} : { ref }) } });
  } else {
    sendText(res, status, "text/html; charset=utf-8", page(t, message));
  }
}

/**
 * What to answer a failure with, its headers set and a fault logged as `where`; null when there is nobody to answer any
 * more, or when the answer had begun and is broken off.
 */
export function problemFor(visit: Visit, error: unknown, t: Words, where: string): Problem | null {
  const { req, res, requestId } = visit;
  // Whoever asked hung up before they had said it all: nobody is left to answer, and nothing broke.
  if (req.destroyed && !req.complete && !(error instanceof TurnedAway)) return null;
  const problem = problemOf(error, t, requestId);
  if (problem.code === "fault") log().error({ err: error, requestId }, where);
  if (res.headersSent) {
    res.destroy();
    return null;
  }
  for (const [name, value] of Object.entries(problem.headers)) res.setHeader(name, value);
  return problem;
}

/** What only programs ask for; signing in and out is done by people. */
function isForMachines(path: string): boolean {
  return path.startsWith("/api/") && !path.startsWith("/api/auth/");
}

type Problem = {
  readonly status: number;
  readonly code: RefusalCode | "fault";
  readonly message: string;
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly ref: string | null;
  readonly headers: Readonly<Record<string, string>>;
};

/** What a failure is to whoever asked: its status, its words, and the headers that go with it. */
function problemOf(error: unknown, t: Words, requestId: string): Problem {
  const none = { fields: {}, ref: null, headers: {} };
  if (error instanceof TurnedAway) {
    const key = `refusals.${error.key}`;
    const message = t(t.has(key) ? key : "refusals.invalid");
    return { ...none, status: error.status, code: turnedAwayCode(error.status), message, headers: error.headers };
  }
  const refusal = refusalOf(error);
  if (refusal !== null) {
    const said = refusalWords(t, refusal);
    const { seconds } = refusal.values;
    const headers: Record<string, string> = seconds === undefined ? {} : { "retry-after": String(seconds) };
    return {
      ...none,
      status: statusOf(refusal),
      code: refusal.code,
      message: said.message,
      fields: said.fields,
      headers,
    };
  }
  return { ...none, status: 500, code: "fault", message: faultWords(t, requestId), ref: requestId };
}

function turnedAwayCode(status: number): RefusalCode {
  if (status === 401 || status === 403 || status === 405 || status === 421) return "not-allowed";
  return status === 404 ? "not-found" : "invalid";
}

/** The page of last resort: no style, no script, nothing that could fail in its turn. */
function page(t: Words, message: string): string {
  return `<!doctype html>
<html lang="${t.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(t("shell.name"))}</title></head>
<body><main><h1>${escaped(t("shell.name"))}</h1><p>${escaped(message)}</p>
<p><a href="${paths.home()}">${escaped(t("shell.missing.action"))}</a></p></main></body></html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
