import { callTRPCProcedure } from "@trpc/server";
import { words } from "@/i18n/words";
import { paths, withQuery } from "@/paths";
import { Refusal } from "@/platform/errors";
import { PERSONAL, sendText } from "@/platform/http/answers";
import { readBody } from "@/platform/http/body";
import { sendTagged } from "@/platform/http/etag";
import { headerOf, TurnedAway, type Visit } from "@/platform/http/visit";
import { draw, type Limit, spend } from "@/platform/limits/limit";
import { apiDocument } from "../api/document";
import { type ApiAnswer, onceNamed } from "../api/once";
import { isRead, OPERATIONS, type Operation, statusOfDone } from "../api/operations";
import { appRouter } from "../router";
import { answerApiProblem } from "./api-problem";
import { below, type Door } from "./door";
import { type Keyed, keyedOf } from "./keyed";
import { localeOf } from "./visitor";

/** What one key may ask for; the procedures have their own limits on writing. */
const CALLS: Limit = { name: "api", points: 300, seconds: 300 };
/** The document is for everybody, and rarely asked for. */
const DOCUMENT: Limit = { name: "api-document", points: 60, seconds: 60 };
const NAME_MAX = 200;
const JSON_TYPE = "application/json; charset=utf-8";

/**
 * Boards and ideas for programs. A call is one procedure, asked as whoever the key belongs to: the same guards, limits and
 * words as everywhere. No cookie opens it, so that no page elsewhere can use somebody's session here.
 */
export const apiDoor: Door = {
  name: "api",
  opensTo: below(paths.api()),
  methods: ["GET", "POST", "PUT", "DELETE"],
  fromAnywhere: true,
  handle: async (visit) => {
    if (visit.url.pathname === paths.apiDocument()) return tellDocument(visit);
    const asking: { keyed?: Keyed } = {};
    await answer(visit, asking).catch((error: unknown) =>
      answerApiProblem(visit, error, words(asking.keyed?.locale ?? localeOf(visit, null))),
    );
  },
};

async function tellDocument(visit: Visit): Promise<void> {
  await spend(DOCUMENT, visit.client);
  if (visit.req.method !== "GET" && visit.req.method !== "HEAD")
    throw new TurnedAway(405, "method", { allow: "GET, HEAD" });
  sendTagged(visit, JSON_TYPE, JSON.stringify(apiDocument()));
}

async function answer(visit: Visit, asking: { keyed?: Keyed }): Promise<void> {
  const keyed = await whoAsks(visit);
  asking.keyed = keyed;
  await count(visit, keyed);
  const { operation, params } = operationAt(visit);
  if (!isRead(operation) && !keyed.key.mayWrite)
    throw new TurnedAway(403, "keyReads", { "www-authenticate": 'Bearer error="insufficient_scope"' });
  const body = operation.body === undefined ? {} : await readJson(visit);
  const input = inputOf(operation, keyed, params, visit.url.searchParams, body);
  const name = operation.method === "POST" ? headerOf(visit.req, "idempotency-key") : null;
  if (name === null) return send(visit, operation, await call(visit, operation, keyed, input));
  if (name === "" || name.length > NAME_MAX) throw new TurnedAway(400, "invalid");
  const named = { key: keyed.key.id, name, asks: JSON.stringify([operation.id, input]) };
  send(visit, operation, await onceNamed(named, () => call(visit, operation, keyed, input)));
}

async function whoAsks(visit: Visit): Promise<Keyed> {
  const [, token] = /^Bearer ([\w-]{20,200})$/.exec(headerOf(visit.req, "authorization") ?? "") ?? [];
  const keyed = token === undefined ? null : await keyedOf(visit, token);
  if (keyed !== null && keyed.key.feed === null) return keyed;
  const why = token === undefined ? "" : ', error="invalid_token"';
  throw new TurnedAway(401, "keyNeeded", { "www-authenticate": `Bearer realm="Levain"${why}` });
}

/** Takes a call of the key's budget and says what is left of it (draft-ietf-httpapi-ratelimit-headers). */
async function count({ res }: Visit, { key }: Keyed): Promise<void> {
  const { spent, left, seconds } = await draw(CALLS, key.id);
  res.setHeader("ratelimit-policy", `"key";q=${CALLS.points};w=${CALLS.seconds}`);
  res.setHeader("ratelimit", `"key";r=${left};t=${seconds}`);
  if (spent) throw new Refusal("too-many", "tooMany", { seconds });
}

function operationAt({ req, url }: Visit): { operation: Operation; params: Record<string, string> } {
  const path = url.pathname.slice(paths.api().length);
  const here = OPERATIONS.flatMap((operation) => {
    const params = paramsIn(operation.path, path);
    return params === null ? [] : [{ operation, params }];
  });
  if (here.length === 0) throw new TurnedAway(404, "not-found");
  const method = req.method === "HEAD" ? "GET" : req.method;
  const found = here.find(({ operation }) => operation.method === method);
  if (found !== undefined) return found;
  throw new TurnedAway(405, "method", { allow: here.map(({ operation }) => operation.method).join(", ") });
}

function paramsIn(template: string, path: string): Record<string, string> | null {
  const [wanted, given] = [template.split("/"), path.split("/")];
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, step] of wanted.entries()) {
    const value = given[index] ?? "";
    if (step.startsWith("{")) params[step.slice(1, -1)] = value;
    else if (step !== value) return null;
  }
  return params;
}

async function readJson({ req }: Visit): Promise<Record<string, unknown>> {
  const type = headerOf(req, "content-type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new TurnedAway(415, "jsonOnly");
  const text = (await readBody(req)).toString("utf8");
  const parsed = parsedJson(text);
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) throw new TurnedAway(400, "jsonOnly");
  return Object.fromEntries(Object.entries(parsed));
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What the procedure is asked: what stands in the address before anything that was sent, and nothing undescribed. */
function inputOf(
  { params, query, body, fixed }: Operation,
  { viewer }: Keyed,
  inPath: Record<string, string>,
  inQuery: URLSearchParams,
  sent: Record<string, unknown>,
): object {
  const known = (shape: Operation["query"], from: (name: string) => unknown) =>
    Object.keys(shape?.shape ?? {}).flatMap((name) => {
      const value = from(name);
      return value === undefined || value === null ? [] : [[name, value] as const];
    });
  return {
    ...Object.fromEntries([
      ...known(query, (name) => inQuery.get(name)),
      ...known(body, (name) => (Object.hasOwn(sent, name) ? sent[name] : undefined)),
      ...known(params, (name) => inPath[name]),
    ]),
    ...fixed?.(viewer),
  };
}

async function call(visit: Visit, operation: Operation, keyed: Keyed, input: object): Promise<ApiAnswer> {
  const result: unknown = await callTRPCProcedure({
    router: appRouter,
    path: operation.procedure,
    getRawInput: async () => input,
    ctx: { viewer: keyed.viewer, locale: keyed.locale, requestId: visit.requestId },
    type: isRead(operation) ? "query" : "mutation",
    signal: undefined,
    batchIndex: 0,
  });
  return { status: statusOfDone(operation), body: operation.answer?.parse(result) ?? null };
}

function send(visit: Visit, operation: Operation, { status, body }: ApiAnswer): void {
  const { res, url } = visit;
  const next = nextOf(body);
  if (next !== null) {
    const query = { ...Object.fromEntries(url.searchParams), after: next };
    res.setHeader("link", `<${withQuery(url.pathname, query)}>; rel="next"`);
  }
  const text = status === 204 ? "" : JSON.stringify(body);
  if (isRead(operation)) {
    sendTagged(visit, JSON_TYPE, text);
    return;
  }
  if (status !== 204) {
    sendText(res, status, JSON_TYPE, text);
    return;
  }
  res.statusCode = status;
  res.setHeader("cache-control", PERSONAL);
  res.end();
}

function nextOf(body: unknown): string | null {
  if (typeof body !== "object" || body === null || !("next" in body)) return null;
  return typeof body.next === "string" ? body.next : null;
}
