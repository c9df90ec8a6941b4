import type { Words } from "@/i18n/words";
import { PERSONAL } from "@/platform/http/answers";
import type { Visit } from "@/platform/http/visit";
import { log } from "@/platform/log";
import { problemOf } from "./problem";

/** Answers a failure to a program: a problem document (RFC 9457) in words, by field where a field is wrong. */
export function answerApiProblem({ res, requestId }: Visit, error: unknown, t: Words): void {
  const problem = problemOf(error, t, requestId);
  if (problem.code === "fault") log().error({ err: error, requestId }, "fault at the programs' door");
  if (res.headersSent) {
    res.destroy();
    return;
  }
  const body = JSON.stringify({
    type: `urn:levain:problem:${problem.code}`,
    title: t(problem.code === "fault" ? "shell.form.fault" : `refusals.${problem.code}`),
    status: problem.status,
    detail: problem.message,
    instance: `urn:levain:request:${requestId}`,
    code: problem.code,
    errors: Object.entries(problem.fields).flatMap(([field, said]) => said.map((detail) => ({ field, detail }))),
  });
  for (const [name, value] of Object.entries(problem.headers)) res.setHeader(name, value);
  res.statusCode = problem.status;
  res.setHeader("content-type", "application/problem+json; charset=utf-8");
  res.setHeader("content-length", Buffer.byteLength(body));
  res.setHeader("cache-control", PERSONAL);
  res.end(body);
}
