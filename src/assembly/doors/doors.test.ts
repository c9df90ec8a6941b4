import { connect } from "node:net";
import { withDatabase } from "@tests/support/database";
import { aPerson } from "@tests/support/people";
import { Client, withServer } from "@tests/support/served";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { person } from "@/members/schema";
import { openSession } from "@/members/sessions/actions/open-session";
import { newToken } from "@/members/sessions/token";
import type { PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { MINUTE } from "@/platform/durations";
import { provideEnv } from "@/platform/env";
import { rateLimit } from "@/platform/limits/schema";
import { adoptRefused, refusedFormId, refusedFormOf } from "./refused-forms";

withDatabase();
const served = withServer();

const LATER = now().getTime() + MINUTE;

let member: PersonId;
beforeAll(async () => {
  member = await aPerson({ name: "Mona", roles: ["host"] });
});

/** A client whose device is signed in as the member. */
async function signedIn(): Promise<Client> {
  const token = newToken();
  await transaction((tx) => openSession(tx, { personId: member, token, before: null, userAgent: "" }));
  const client = new Client(served);
  client.cookies.set("levain.session", token);
  return client;
}

/** Sends bytes as they are, for what fetch would never send; gives the status line and headers. */
function raw(...lines: string[]): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const socket = connect(served().port, "127.0.0.1", () => socket.write(`${lines.join("\r\n")}\r\n\r\n`));
  let answer = "";
  socket.on("data", (chunk) => {
    answer += chunk;
  });
  socket.on("close", () => resolve(answer));
  socket.on("error", reject);
  return promise;
}

const host = () => `Host: localhost:${served().port}`;
const CLOSE = "Connection: close";

describe("every answer", () => {
  test.each([
    "/",
    "/nowhere",
    "/api/health",
    "/api/nowhere",
    "/form/nowhere",
    "/api/trpc/members.directory",
    "/%",
    "/a//b",
  ])("has the security headers and a number: %s", async (path) => {
    const answer = await raw(`GET ${path} HTTP/1.1`, host(), CLOSE);
    for (const name of ["content-security-policy", "x-content-type-options", "x-request-id", "referrer-policy"])
      expect(answer.toLowerCase(), name).toContain(`${name}: `);
    expect(answer).toMatch(/cache-control: private, no-store/i);
  });

  test("has a nonce of its own, which the page knows", async () => {
    const client = new Client(served);
    const nonces = new Set<string>();
    for (let i = 0; i < 3; i++) {
      const page = await client.get("/");
      const [, nonce = ""] = /'nonce-([^']+)'/.exec(page.headers.get("content-security-policy") ?? "") ?? [];
      expect(await page.text()).toContain(`nonce="${nonce}"`);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });
});

describe("what is no request of ours", () => {
  test.each([
    ["absolute-form", () => ["GET http://evil.example/ HTTP/1.1", host(), CLOSE], 400],
    ["another host", () => ["GET / HTTP/1.1", "Host: evil.example", CLOSE], 421],
    ["a host of ours by another name", () => ["GET /x?y=1 HTTP/1.1", `Host: 127.0.0.1:${served().port}`, CLOSE], 307],
    ["a post to a page", () => ["POST /spaces HTTP/1.1", host(), "Content-Length: 0", CLOSE], 405],
    ["a put to a page", () => ["PUT /spaces HTTP/1.1", host(), "Content-Length: 0", CLOSE], 405],
    ["a trace", () => ["TRACE / HTTP/1.1", host(), CLOSE], 405],
    ["a form from nowhere", () => ["POST /form/members.suspend HTTP/1.1", host(), "Content-Length: 0", CLOSE], 403],
    ["a get of a form", () => ["GET /form/members.suspend HTTP/1.1", host(), CLOSE], 405],
  ] as const)("is turned away: %s", async (_, lines, status) => {
    expect(await raw(...lines())).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });

  test("is never echoed", async () => {
    expect(await raw("GET /x HTTP/1.1", "Host: evil.example", CLOSE)).not.toContain("evil.example");
    const moved = await raw("GET /x?y=1 HTTP/1.1", `Host: 127.0.0.1:${served().port}`, CLOSE);
    expect(moved).toContain(`location: ${served().url}/x?y=1`);
  });

  test.each([
    "/api/trpc/members.setPreferences",
    "/form/members.setPreferences",
    "/api/auth/sign-in",
    "/api/auth/sign-out",
  ])("may not write from another site, signed in or not: %s", async (path) => {
    const client = await signedIn();
    for (const headers of [
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: served().url, "sec-fetch-site": "cross-site" },
    ] as Record<string, string>[]) {
      const answer = await client.post(path, { locale: "fr", timeZone: "Europe/Paris" }, headers);
      expect(answer.status).toBe(403);
    }
    const [row] = await reader().select().from(person).where(eq(person.id, member));
    expect(row?.locale).toBeNull();
  });

  test("may not be larger than a megabyte, said or not", async () => {
    const client = await signedIn();
    const big = "x".repeat(1024 * 1024 + 1);
    for (const path of ["/form/members.setPreferences", "/api/auth/sign-in"]) {
      expect((await client.post(path, { locale: big })).status).toBe(413);
    }
    const chunked = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 20; i++) controller.enqueue(Buffer.alloc(64 * 1024, "x"));
        controller.close();
      },
    });
    const headers = { origin: served().url, "content-type": "application/x-www-form-urlencoded" };
    const init = { method: "POST", body: chunked, headers, duplex: "half" } as RequestInit;
    expect((await client.send("/form/members.setPreferences", init)).status).toBe(413);
  });
});

describe("procedures over HTTP", () => {
  const calls = (n: number) => Array<string>(n).fill("sessions.mine").join(",");

  test("answer ten calls at once and no more", async () => {
    const client = await signedIn();
    expect((await client.get(`/api/trpc/${calls(10)}?batch=1&input={}`)).status).toBe(200);
    expect((await client.get(`/api/trpc/${calls(11)}?batch=1&input={}`)).status).toBe(400);
  });

  test("change nothing by a GET", async () => {
    const client = await signedIn();
    const input = encodeURIComponent(JSON.stringify({ locale: "fr", timeZone: "Europe/Paris" }));
    expect((await client.get(`/api/trpc/members.setPreferences?input=${input}`)).status).toBe(405);
  });

  test("refuse in the asker's language, with what it is about", async () => {
    const answer = await new Client(served).get("/api/trpc/sessions.mine", { "accept-language": "fr" });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({
      error: {
        message: "Connectez-vous d’abord.",
        data: { refusal: { code: "not-allowed", key: "signIn" }, ref: null },
      },
    });
  });
});

describe("a form", () => {
  const right = { locale: "fr", timeZone: "Europe/Paris", _back: "/settings/language" };

  test("without a script calls its procedure and leads on", async () => {
    const client = await signedIn();
    const done = await client.post("/form/members.setPreferences", { ...right, _to: "/people/{person}?new=1" });
    expect(done.status).toBe(303);
    expect(done.headers.get("location")).toBe(`/people/${member}?new=1`);
    await transaction((tx) => tx.update(person).set({ locale: null }).where(eq(person.id, member)));
  });

  test("with a script gets the same as JSON", async () => {
    const client = await signedIn();
    const done = await client.post("/form/members.setPreferences", right, { accept: "application/json" });
    expect(await done.json()).toEqual({ to: "/settings/language", result: { person: member } });
    await transaction((tx) => tx.update(person).set({ locale: null }).where(eq(person.id, member)));
    const wrong = await client.post(
      "/form/members.setPreferences",
      { ...right, locale: "xx" },
      { accept: "application/json" },
    );
    expect(wrong.status).toBe(400);
    expect(await wrong.json()).toMatchObject({
      refusal: { code: "invalid", fields: { locale: [expect.any(String)] } },
    });
  });

  test("that is refused without a script keeps what was typed, for its owner alone", async () => {
    const client = await signedIn();
    const sent = await client.post("/form/members.setPreferences", {
      ...right,
      locale: "xx",
      _back: "/settings/language?a=1",
    });
    const back = new URL(sent.headers.get("location") ?? "", served().url);
    expect(back.pathname + back.search).toMatch(/^\/settings\/language\?a=1&refused=/);
    const id = refusedFormId.parse(back.searchParams.get("refused"));
    expect(await refusedFormOf(reader(), member, id, "en")).toMatchObject({
      procedure: "members.setPreferences",
      values: { locale: "xx", timeZone: "Europe/Paris" },
      fields: { locale: [expect.any(String)] },
    });
    expect(await refusedFormOf(reader(), await aPerson(), id, "en")).toBeNull();
  });

  test("sent after the session ended waits for whoever signs in on that device", async () => {
    const client = new Client(served);
    const sent = await client.post("/form/members.setPreferences", right);
    const to = new URL(sent.headers.get("location") ?? "", served().url);
    expect(to.pathname).toBe("/sign-in");
    const page = new URL(to.searchParams.get("callbackUrl") ?? "", served().url);
    const id = refusedFormId.parse(page.searchParams.get("refused"));
    expect(await refusedFormOf(reader(), member, id, "en")).toBeNull();
    await transaction((tx) => adoptRefused(tx, "another token", member));
    expect(await refusedFormOf(reader(), member, id, "en")).toBeNull();
    await transaction((tx) => adoptRefused(tx, client.cookies.get("levain.form") ?? "", member));
    expect(await refusedFormOf(reader(), member, id, "en")).toMatchObject({ values: { locale: "fr" } });
  });

  test.each([
    "members.profile",
    "members",
    "nothing.here",
    "__proto__",
    "constructor",
    "members.__proto__",
    "a/b",
    "toString",
  ])("reaches mutations alone: %s", async (procedure) => {
    expect((await (await signedIn()).post(`/form/${procedure}`, {})).status).toBe(404);
  });

  test.each(["//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nSet-Cookie: x=1"])(
    "leads to no other site: %s",
    async (target) => {
      const client = await signedIn();
      const done = await client.post("/form/members.setPreferences", { ...right, _back: target, _to: target });
      expect(done.headers.get("location")).toBe("/");
    },
  );
});

describe("the machines' doors", () => {
  test("tell that the process lives and can serve, under any name", async () => {
    expect(await raw("GET /api/health HTTP/1.1", "Host: 10.1.2.3:3000", CLOSE)).toMatch(/^HTTP\/1.1 200 /);
    expect(await raw("GET /api/ready HTTP/1.1", "Host: app", CLOSE)).toMatch(/^HTTP\/1.1 200 /);
    expect(await raw("HEAD /api/health HTTP/1.1", host(), CLOSE)).toMatch(/\r\n\r\n$/);
  });

  test("show measurements to the token's holder alone", async () => {
    const client = new Client(served);
    expect((await client.get("/api/metrics")).status).toBe(401);
    expect((await client.get("/api/metrics", { authorization: "Bearer wrong" })).status).toBe(401);
    const read = await client.get("/api/metrics", { authorization: "Bearer a token that only tests know" });
    expect(read.status).toBe(200);
    expect(await read.text()).toContain("levain_http_request_duration_seconds");
  });
});

describe("behind a proxy that speaks https", () => {
  const app = "https://levain.example.com";
  afterEach(() => provideEnv({ APP_URL: served().url, TRUST_PROXY: "0" }));

  test("cookies are bound to the host and to encryption, and browsers are told to insist on it", async () => {
    provideEnv({ APP_URL: app, TRUST_PROXY: "1" });
    const fields = { locale: "fr", timeZone: "Europe/Paris" };
    const sent = await new Client(served).post("/form/members.setPreferences", fields, { origin: app });
    expect(sent.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-levain\.form=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=3600; Secure$/),
    ]);
    expect(sent.headers.get("strict-transport-security")).toContain("max-age=31536000");
    expect(sent.headers.get("content-security-policy")).toContain("upgrade-insecure-requests");
  });

  test("a session's cookie by its name without https opens nothing", async () => {
    const client = await signedIn();
    provideEnv({ APP_URL: app, TRUST_PROXY: "1" });
    expect((await client.get("/api/trpc/sessions.mine")).status).toBe(401);
  });

  test("a page of the plain address may not write", async () => {
    provideEnv({ APP_URL: app, TRUST_PROXY: "1" });
    const plain = { origin: "http://levain.example.com" };
    expect((await (await signedIn()).post("/form/members.setPreferences", {}, plain)).status).toBe(403);
  });
});

test("one network that nobody knows is slowed down, and told for how long", async () => {
  const spent = { key: "door-anonymous:127.0.0.1", points: 600, expire: LATER };
  await transaction(async (tx) => {
    await tx.insert(rateLimit).values(spent).onConflictDoUpdate({ target: rateLimit.key, set: spent });
  });
  const answer = await new Client(served).get("/api/trpc/sessions.mine", { accept: "application/json" });
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await answer.json()).toMatchObject({
    refusal: { code: "too-many", message: expect.stringContaining("second") },
  });
  expect((await (await signedIn()).get("/api/trpc/sessions.mine")).status).toBe(200);
});
