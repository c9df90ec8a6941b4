import { Validator } from "@seriousme/openapi-schema-validator";
import { aBoard, anIdea } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { aFeedKey, aProgramKey } from "@tests/support/keys";
import { acting, aPerson, atStage } from "@tests/support/people";
import { Client, withServer } from "@tests/support/served";
import { Ajv2020 } from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { moveIdea } from "@/feedback/actions/move-idea";
import { idea as ideaTable, vote } from "@/feedback/schema";
import type { BoardId } from "@/feedback/shape";
import { endKey } from "@/members/keys/actions/end-key";
import { openSession } from "@/members/sessions/actions/open-session";
import { newToken } from "@/members/sessions/token";
import type { PersonId } from "@/members/shape";
import { reader, transaction } from "@/platform/database/client";
import { rateLimit } from "@/platform/limits/schema";
import type { ConversationId } from "@/posts/shape";
import { apiDocument } from "../api/document";
import { OPERATIONS } from "../api/operations";

withDatabase();
const served = withServer();

let member: PersonId;
let host: PersonId;
let board: { id: BoardId; slug: string };
let idea: ConversationId;
let key: string;
let hostKey: string;

beforeAll(async () => {
  await atStage("general");
  member = await aPerson({ admitted: "host-invitation", name: "Mona" });
  host = await aPerson({ roles: ["host"] });
  key = (await aProgramKey(member)).words;
  hostKey = (await aProgramKey(host)).words;
});
beforeEach(async () => {
  await transaction((tx) => tx.delete(rateLimit));
  board = await aBoard();
  idea = await anIdea(board.id, member, { voters: [member] });
});

type Sent = { key?: string | null; body?: unknown; headers?: Record<string, string> };

async function ask(method: string, path: string, sent: Sent = {}) {
  const headers: Record<string, string> = { ...sent.headers };
  if (sent.key !== null) headers.authorization = `Bearer ${sent.key ?? key}`;
  if (sent.body !== undefined) headers["content-type"] ??= "application/json";
  const body = sent.body === undefined ? null : JSON.stringify(sent.body);
  const answer = await new Client(served).send(`/api/v1${path}`, { method, headers, body });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, json: text === "" ? null : JSON.parse(text) };
}

/** A good call of every operation; a new one without a line here fails the test below. */
const CALLS: Readonly<Record<string, () => [path: string, sent?: Sent]>> = {
  getMe: () => ["/me"],
  listBoards: () => ["/boards?take=1"],
  getBoard: () => [`/boards/${board.slug}`],
  listIdeas: () => [`/boards/${board.slug}/ideas?show=all&order=newest`],
  suggestIdea: () => ["/ideas", { body: { board: board.id, title: "An oven timer", body: "So that nothing burns." } }],
  getIdea: () => [`/ideas/${idea}`],
  listVotes: () => [`/ideas/${idea}/votes`],
  castVote: () => [`/ideas/${idea}/vote`, { body: { need: "blocked", reason: "Daily." }, key: hostKey }],
  takeVoteBack: () => [`/ideas/${idea}/vote`],
  listComments: () => [`/ideas/${idea}/comments`],
  addComment: () => [`/ideas/${idea}/comments`, { body: { body: "Me too." } }],
  listMoves: () => [`/ideas/${idea}/moves`],
  moveIdea: () => [`/ideas/${idea}/moves`, { body: { status: "not-now", note: "Not this year." }, key: hostKey }],
  listChangelog: () => ["/changelog"],
};

/** Compiles the shape of an answer as the document says it, with its components. */
function validatorOf(path: string, method: string, status: number, type: string) {
  const document = JSON.parse(JSON.stringify(apiDocument()));
  const ajv = new Ajv2020({ strict: false });
  addFormats(ajv as never);
  ajv.addSchema({ ...document, $id: "https://levain.test/openapi" });
  const responses = document.paths[path][method.toLowerCase()].responses;
  const which = responses[String(status)] === undefined ? "default" : String(status);
  const pointer = ["paths", path, method.toLowerCase(), "responses", which, "content", type, "schema"]
    .map((step) => step.replaceAll("~", "~0").replaceAll("/", "~1"))
    .map(encodeURIComponent);
  return ajv.compile({ $ref: `https://levain.test/openapi#/${pointer.join("/")}` });
}

test("the document is OpenAPI 3.1, and describes each operation", async () => {
  const served = await ask("GET", "/openapi.json", { key: null });
  expect(served.status).toBe(200);
  expect(served.json.openapi).toBe("3.1.0");
  const checked = await new Validator().validate(served.json);
  expect(checked.errors ?? []).toEqual([]);
  expect(checked.valid).toBe(true);
  const names = Object.values(served.json.paths as Record<string, Record<string, { operationId: string }>>)
    .flatMap((path) => Object.values(path))
    .map((operation) => operation.operationId);
  expect(names.sort()).toEqual(OPERATIONS.map(({ id }) => id).sort());
});

describe("every operation answers as the document says", () => {
  test.each(OPERATIONS.map(({ id }) => id))("%s", async (id) => {
    const operation = OPERATIONS.find((one) => one.id === id);
    const call = CALLS[id]?.();
    if (operation === undefined || call === undefined) throw new Error(`no call is tried for ${id}`);
    await acting(host, (act) =>
      moveIdea(act, idea, { status: "in-progress", note: "We bake it.", promisedFor: "2099-01-01" }),
    );
    const shipped = await anIdea(board.id, member);
    await acting(host, (act) => moveIdea(act, shipped, { status: "shipped", note: "There.", promisedFor: "" }));
    if (id === "listComments") await ask("POST", `/ideas/${idea}/comments`, { body: { body: "Yes." } });
    const [path, sent] = call;
    const done = await ask(operation.method, path, sent);
    expect([done.status, done.json]).toEqual([
      operation.method === "POST" ? 201 : operation.answer ? 200 : 204,
      done.json,
    ]);
    if (done.status !== 204) {
      const validate = validatorOf(operation.path, operation.method, done.status, "application/json");
      validate(done.json);
      expect(validate.errors).toBeNull();
      expect(Object.values(done.json).flat().length).toBeGreaterThan(0);
    }
    const refused = await ask(operation.method, path, { ...sent, key: null });
    expect(refused.headers.get("content-type")).toContain("application/problem+json");
    const problem = validatorOf(operation.path, operation.method, refused.status, "application/problem+json");
    problem(refused.json);
    expect(problem.errors).toBeNull();
  });
});

describe("a key", () => {
  test("is asked for, in words that a program can read", async () => {
    const none = await ask("GET", "/boards", { key: null, headers: { "accept-language": "fr" } });
    expect(none.status).toBe(401);
    expect(none.headers.get("www-authenticate")).toBe('Bearer realm="Levain"');
    expect(none.json).toMatchObject({ status: 401, code: "not-allowed", detail: expect.stringContaining("clé") });
    const wrong = await ask("GET", "/boards", { key: `${key.slice(0, -1)}_` });
    expect(wrong.headers.get("www-authenticate")).toContain('error="invalid_token"');
    expect((await ask("GET", "/boards", { key: (await aFeedKey(member, "changelog")).words })).status).toBe(401);
  });

  test("is no cookie, and a session opens nothing here", async () => {
    const token = newToken();
    await transaction((tx) => openSession(tx, { personId: member, token, before: null, userAgent: "" }));
    const client = new Client(served);
    client.cookies.set("levain.session", token);
    expect((await client.get("/api/v1/boards")).status).toBe(401);
  });

  test("that looks writes nothing", async () => {
    const { words } = await aProgramKey(member, "read");
    const refused = await ask("DELETE", `/ideas/${idea}/vote`, { key: words });
    expect(refused.status).toBe(403);
    expect(refused.headers.get("www-authenticate")).toContain("insufficient_scope");
    expect(await reader().select().from(vote).where(eq(vote.ideaId, idea))).toHaveLength(1);
  });

  test("sees and does what its owner may, and nothing once it ended", async () => {
    const team = await aBoard({ audience: "hosts" });
    const hidden = await anIdea(team.id, host);
    for (const path of [
      `/boards/${team.slug}`,
      `/boards/${team.slug}/ideas`,
      `/ideas/${hidden}`,
      `/ideas/${hidden}/votes`,
    ])
      expect((await ask("GET", path)).status).toBe(404);
    const move = { status: "not-now", note: "No." };
    expect((await ask("POST", `/ideas/${idea}/moves`, { body: move })).status).toBe(403);
    const own = await aProgramKey(member);
    await acting(member, (act) => endKey(act, own.key));
    expect((await ask("GET", "/me", { key: own.words })).status).toBe(401);
    await atStage("groundwork");
    expect((await ask("GET", "/boards")).status).toBe(412);
    await atStage("general");
  });

  test("is told how much is left of its budget, and to wait when nothing is", async () => {
    const { words } = await aProgramKey(member);
    const first = await ask("GET", "/me", { key: words });
    expect(first.headers.get("ratelimit-policy")).toBe('"key";q=300;w=300');
    expect(first.headers.get("ratelimit")).toMatch(/^"key";r=299;t=\d+$/);
    await transaction((tx) => tx.update(rateLimit).set({ points: 300 }));
    const last = await ask("GET", "/me", { key: words });
    expect(last.status).toBe(429);
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});

describe("a list", () => {
  test("leads on to its end, each thing once", async () => {
    for (let i = 0; i < 4; i++) await anIdea(board.id, member, { title: `Idea ${i}` });
    const seen: string[] = [];
    let path: string | undefined = `/boards/${board.slug}/ideas?take=2&order=newest`;
    while (path !== undefined) {
      const { json, headers } = await ask("GET", path);
      seen.push(...json.items.map((one: { id: string }) => one.id));
      path = /<\/api\/v1([^>]+)>; rel="next"/.exec(headers.get("link") ?? "")?.[1];
      expect(path === undefined).toBe(json.next === null);
    }
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
  });

  test("is answered with nothing to whoever has it", async () => {
    const path = `/boards/${board.slug}/ideas`;
    const etag = (await ask("GET", path)).headers.get("etag") ?? "";
    expect((await ask("GET", path, { headers: { "if-none-match": etag } })).status).toBe(304);
    await anIdea(board.id, member);
    expect((await ask("GET", path, { headers: { "if-none-match": etag } })).status).toBe(200);
  });
});

describe("a call with a name of its own", () => {
  const count = async () => (await reader().select().from(ideaTable).where(eq(ideaTable.boardId, board.id))).length;
  const suggestion = () => ({ board: board.id, title: "A timer", body: "So that nothing burns." });

  test("is done once, however often it is sent", async () => {
    const sent = { body: suggestion(), headers: { "idempotency-key": `once-${board.slug}` } };
    const [first, second] = [await ask("POST", "/ideas", sent), await ask("POST", "/ideas", sent)];
    expect(first.status).toBe(201);
    expect(second).toMatchObject({ status: 201, json: first.json });
    expect(await count()).toBe(2);
    const other = await ask("POST", "/ideas", { ...sent, body: { ...suggestion(), title: "Another" } });
    expect(other.status).toBe(400);
  });

  test("is done once when it is sent twice at the same moment", async () => {
    const sent = { body: suggestion(), headers: { "idempotency-key": `both-${board.slug}` } };
    const both = await Promise.all([ask("POST", "/ideas", sent), ask("POST", "/ideas", sent)]);
    expect(both.map(({ status }) => status).sort()).toEqual(expect.arrayContaining([201]));
    expect(await count()).toBe(2);
  });

  test("may be sent again when it was refused", async () => {
    const headers = { "idempotency-key": `again-${board.slug}` };
    expect((await ask("POST", "/ideas", { body: { board: board.id, title: "" }, headers })).status).toBe(400);
    expect((await ask("POST", "/ideas", { body: suggestion(), headers })).status).toBe(201);
  });
});

describe("what is no call of ours", () => {
  test.each([
    ["an address that is none", "GET", "/nothing", {}, 404],
    ["another method", "DELETE", "/boards", {}, 405],
    ["a body that is no JSON", "POST", "/ideas", { body: {}, headers: { "content-type": "text/plain" } }, 415],
    ["a list for a body", "POST", "/ideas", { body: [] }, 400],
    ["an id that is none", "GET", "/ideas/1", {}, 400],
  ] as const)("is a problem: %s", async (_, method, path, sent, status) => {
    const answer = await ask(method, path, sent as Sent);
    expect(answer.status).toBe(status);
    expect(
      z.object({ type: z.string(), title: z.string(), status: z.literal(status) }).safeParse(answer.json).success,
    ).toBe(true);
  });

  test("names each field that is wrong, in the owner's words", async () => {
    const { json } = await ask("POST", "/ideas", { body: { board: board.id, title: "", body: "x" } });
    expect(json.errors).toEqual([{ field: "title", detail: "This is missing." }]);
  });
});
