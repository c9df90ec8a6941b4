import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { readCookies } from "./cookies";
import { clientOf, network, takeIn } from "./intake";
import { isFromOurPages, judgeHost } from "./origin";
import { contentSecurityPolicy } from "./security-headers";

const settings = { appUrl: "https://levain.example.com", trustedHops: 0, dev: false };

function request(url: string, headers: Record<string, string> = {}, peer = "192.0.2.7"): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: peer });
  const req = new IncomingMessage(socket);
  Object.assign(req, { url, method: "GET", headers: { ...headers } });
  return req;
}

function taken(url: string, headers: Record<string, string> = {}, more: Partial<typeof settings> = {}) {
  const req = request(url, headers);
  return { req, ...takeIn(req, new ServerResponse(req), { ...settings, ...more }) };
}

describe("a request's target", () => {
  test.each([
    "http://evil.example/",
    "https://levain.example.com/",
    "//evil.example/spaces",
    "/\\evil.example",
    "/spaces//kitchen",
    "/a\\b",
    "/a#b",
    "*",
    "",
    "spaces",
    "evil.example:443",
    "/%",
    "/%zz",
    "/%00",
    "/%5cevil.example",
    "/\u00e9",
    "/a b",
  ])("that is no path of ours is refused: %j", (target) => {
    const { refused, visit } = taken(target);
    expect(refused?.status).toBe(400);
    expect(visit.url.href).toBe("https://levain.example.com/");
  });

  test("that is too long is refused as such", () => {
    expect(taken(`/${"a".repeat(9000)}`).refused?.status).toBe(414);
  });

  test("is read on our own address, whatever the Host header says", () => {
    const { visit, req } = taken("/spaces?x=1", { host: "evil.example" });
    expect(visit.url.href).toBe("https://levain.example.com/spaces?x=1");
    expect(req.headers.host).toBe("levain.example.com");
  });
});

describe("what a client may not say", () => {
  const words = {
    "x-middleware-subrequest": "src/proxy:src/proxy",
    "x-middleware-rewrite": "/admin",
    "x-nextjs-data": "1",
    "x-matched-path": "/admin",
    "x-invoke-path": "/admin",
    "x-vercel-id": "1",
    "x-levain-path": "/admin",
    "next-action": "abc",
    "x-original-url": "/admin",
    "x-rewrite-url": "/admin",
    "x-forwarded-for": "10.0.0.1",
    "x-real-ip": "10.0.0.1",
    forwarded: "for=10.0.0.1",
    "x-request-id": "chosen-by-the-client",
    "content-security-policy": "script-src 'nonce-known'",
  };

  test("is taken away", () => {
    const { req } = taken("/", { ...words, rsc: "1", "accept-language": "fr" });
    expect(Object.keys(req.headers).sort()).toEqual([
      "accept-language",
      "host",
      "rsc",
      "x-forwarded-host",
      "x-forwarded-proto",
    ]);
    expect(req.headers["x-forwarded-host"]).toBe("levain.example.com");
    expect(req.headers["x-forwarded-proto"]).toBe("https");
  });

  test("is no request id either, unless a trusted proxy says it", () => {
    expect(taken("/", words).visit.requestId).not.toBe("chosen-by-the-client");
    expect(taken("/", words, { trustedHops: 1 }).visit.requestId).toBe("chosen-by-the-client");
    expect(taken("/", { "x-request-id": "x\ny" }, { trustedHops: 1 }).visit.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe("who is counted", () => {
  test("is the peer when no proxy is trusted", () => {
    expect(clientOf(request("/", { "x-forwarded-for": "10.0.0.1" }), 0)).toBe("192.0.2.7");
  });
  test("is what the last trusted hop wrote, counted from the right", () => {
    const req = request("/", { "x-forwarded-for": "6.6.6.6, 198.51.100.4, 10.0.0.2" });
    expect(clientOf(req, 1)).toBe("10.0.0.2");
    expect(clientOf(req, 2)).toBe("198.51.100.4");
    expect(clientOf(req, 9)).toBe("192.0.2.7");
  });
  test.each([
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::", "2001:db8:1:2::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["not an address", "unknown"],
    ["", "unknown"],
  ])("%s counts as %s", (address, counted) => {
    expect(network(address)).toBe(counted);
  });
});

describe("a request that changes something", () => {
  const app = "https://levain.example.com";
  test.each([
    [{ origin: app, "sec-fetch-site": "same-origin" }, true],
    [{ origin: app }, true],
    [{}, false],
    [{ "sec-fetch-site": "same-origin" }, true],
    [{ "sec-fetch-site": "none" }, false],
    [{ "sec-fetch-site": "same-site", origin: "https://other.example.com" }, false],
    [{ "sec-fetch-site": "cross-site", origin: app }, false],
    [{ "sec-fetch-site": "same-origin", origin: "https://evil.example" }, false],
    [{ origin: "null" }, false],
    [{ origin: `${app}.evil.example` }, false],
    [{ origin: "http://levain.example.com" }, false],
    [{ origin: `${app}:8443` }, false],
  ])("with %j is ours: %j", (headers, ours) => {
    expect(isFromOurPages(request("/", headers as Record<string, string>), app)).toBe(ours);
  });
});

describe("the Host header", () => {
  test.each([
    ["levain.example.com", "https://levain.example.com", "ours"],
    ["levain.example.com:443", "https://levain.example.com", "ours"],
    ["evil.example", "https://levain.example.com", "unknown"],
    ["localhost", "https://levain.example.com", "unknown"],
    ["localhost:3000", "http://localhost:3000", "ours"],
    ["127.0.0.1:3000", "http://localhost:3000", "another-name"],
    ["[::1]:3000", "http://localhost:3000", "another-name"],
    ["127.0.0.1:9999", "http://localhost:3000", "unknown"],
    ["evil.example:3000", "http://localhost:3000", "unknown"],
    ["a b", "http://localhost:3000", "unknown"],
    [null, "http://localhost:3000", "unknown"],
  ] as const)("%s at %s is %s", (host, app, verdict) => {
    expect(judgeHost(host, app)).toBe(verdict);
  });
});

test("cookies are read as they were written, the first of a name wins, and none is a prototype", () => {
  const jar = readCookies('a=1; b="two"; c=%C3%A9; a=9; =x; d; e=%zz; __proto__=x');
  expect({ ...jar }).toMatchObject({ a: "1", b: "two", c: "é", e: "%zz" });
  expect(jar.toString).toBeUndefined();
  expect(readCookies(null)).toEqual({});
});

test("the policy allows scripts by nonce alone, and nothing may frame, embed or receive a form", () => {
  const policy = contentSecurityPolicy("n0nce", { https: true, dev: false, formTargets: ["https://sso.example.com"] });
  expect(policy).toContain("script-src 'self' 'nonce-n0nce' 'strict-dynamic';");
  expect(policy).toContain("form-action 'self' https://sso.example.com;");
  expect(policy).not.toContain("unsafe");
  for (const closed of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
    expect(policy).toContain(closed);
});
