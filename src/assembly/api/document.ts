import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { paths } from "@/paths";
import { env } from "@/platform/env";
import { isRead, OPERATIONS, type Operation, statusOfDone } from "./operations";
import { apiProblem } from "./shapes";

const VERSION = "1.0.0";

const ABOUT = `Boards, ideas, votes, comments and the changelog of a Levain, for programs.

Every call carries a key that a person made in their settings (\`Authorization: Bearer levain_pat_…\`), and sees and does
what that person may. There is no other way in: no cookies, no passwords. Lists are paged by \`after\` and name their next
page in a \`Link\` header; reads have an \`ETag\`. A POST with an \`Idempotency-Key\` is done once, however often it is sent
within a day. Refusals are problem documents (RFC 9457), in the language of the key's owner.`;

/** The document that describes the programs' door (OpenAPI 3.1), made of the shapes that check the calls. */
export function apiDocument() {
  return createDocument(
    {
      openapi: "3.1.0",
      info: {
        title: "Levain",
        version: VERSION,
        description: ABOUT,
        license: { name: "AGPL-3.0-or-later", identifier: "AGPL-3.0-or-later" },
      },
      servers: [{ url: `${env().APP_URL}${paths.api()}` }],
      security: [{ key: [] }],
      paths: pathsOf(OPERATIONS),
      components: {
        securitySchemes: { key: { type: "http", scheme: "bearer", description: "A key from the settings." } },
      },
    },
    {
      override: ({ jsonSchema, zodSchema }) => {
        if (zodSchema._zod.def.type !== "date") return;
        jsonSchema.type = "string";
        jsonSchema.format = "date-time";
      },
    },
  );
}

function pathsOf(operations: readonly Operation[]): ZodOpenApiPathsObject {
  const byPath: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const one of operations) {
    const here = byPath[one.path] ?? {};
    here[one.method.toLowerCase()] = described(one);
    byPath[one.path] = here;
  }
  return byPath;
}

function described(operation: Operation): ZodOpenApiOperationObject {
  const { id, says, params, query, body, answer, procedure, method } = operation;
  const status = statusOfDone(operation);
  return {
    operationId: id,
    summary: says,
    tags: [procedure.split(".")[0] ?? ""],
    description: isRead(operation) ? "For keys that look." : "For keys that look and write.",
    requestParams: {
      ...(params === undefined ? {} : { path: params }),
      ...(query === undefined ? {} : { query }),
    },
    ...(method === "POST" ? { parameters: [ONCE] } : {}),
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: { "application/json": { schema: body } } } }),
    responses: {
      [String(status)]: {
        description: "Done.",
        ...(answer === undefined ? {} : { content: { "application/json": { schema: answer } } }),
      },
      ...(isRead(operation) ? { "304": { description: "Nothing changed since the tag that was sent." } } : {}),
      default: { description: "Refused, and why.", content: { "application/problem+json": { schema: apiProblem } } },
    },
  };
}

const ONCE = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "A word of your own for this call: sent again within a day, it is answered as before and not done again.",
  schema: { type: "string", minLength: 1, maxLength: 200 },
} as const;
