import type { Words } from "@/i18n/words";
import { sendText } from "@/platform/http/answers";
import type { Visit } from "@/platform/http/visit";
import { problemFor } from "./problem";

/** Answers a failure to a program: a problem document (RFC 9457) in words, by field where a field is wrong. */
export function answerApiProblem(visit: Visit, error: unknown, t: Words): void {
  const problem = problemFor(visit, error, t, "fault at the programs' door");
  if (problem === null) return;
  const body = JSON.stringify({
    type: `urn:levain:problem:${problem.code}`,
    title: t(problem.code === "fault" ? "shell.form.fault" : `refusals.${problem.code}`),
    status: problem.status,
    detail: problem.message,
    instance: `urn:levain:request:${visit.requestId}`,
    code: problem.code,
    errors: Object.entries(problem.fields).flatMap(([field, said]) => said.map((detail) => ({ field, detail }))),
  });
  sendText(visit.res, problem.status, "application/problem+json; charset=utf-8", body);
}
