import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DemoIdentity, startDemoIdentity } from "@/cli/demo-identity/provider";

const appUrl = "http://localhost:3999";
const callback = `${appUrl}/api/auth/callback/sso`;
const basic = `Basic ${Buffer.from("levain:the secret").toString("base64")}`;
let dataDir: string;
let identity: DemoIdentity;

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** A browser that keeps cookies and does not follow redirects. */
class Browser {
  private readonly cookies = new Map<string, string>();
  async go(url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { "accept-language": "fr", ...init.headers, cookie };
    const response = await fetch(new URL(url, identity.issuer), { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const [name = "", value = ""] = pair.split(/=(.*)/s);
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    return response;
  }
  async choose(at: string, person: string): Promise<Response> {
    const first = await this.go(at, { method: "POST", body: new URLSearchParams({ person }) });
    const next = first.headers.get("location");
    return first.status === 303 && next ? this.go(next) : first;
  }
}

function authorization(verifier: string, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    client_id: "levain",
    response_type: "code",
    scope: "openid email profile",
    redirect_uri: callback,
    state: "the-state",
    nonce: "the-nonce",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    ...more,
  });
  return `/auth?${query}`;
}

function exchange(code: string, verifier: string): Promise<Response> {
  const body = { grant_type: "authorization_code", code, redirect_uri: callback, code_verifier: verifier };
  return fetch(`${identity.issuer}/token`, {
    method: "POST",
    headers: { authorization: basic },
    body: new URLSearchParams(body),
  });
}

async function signIn(browser: Browser, person: string): Promise<{ id_token: string; access_token: string }> {
  const verifier = randomBytes(32).toString("base64url");
  const started = await browser.go(authorization(verifier));
  const finished = await browser.choose(started.headers.get("location") ?? "", person);
  const back = new URL(finished.headers.get("location") ?? "");
  expect(back.origin + back.pathname).toBe(callback);
  expect(back.searchParams.get("state")).toBe("the-state");
  return (await exchange(back.searchParams.get("code") ?? "", verifier)).json();
}

function claims(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
}

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), "levain-identity-"));
  const port = await freePort();
  identity = await startDemoIdentity({ port, appUrl, clientId: "levain", clientSecret: "the secret", dataDir });
});

afterAll(async () => {
  await identity.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe("the demo's identity provider", () => {
  it("lists people in the reader's language and lets nothing else into its page", async () => {
    const browser = new Browser();
    const started = await browser.go(authorization("v".repeat(43)));
    const page = await browser.go(started.headers.get("location") ?? "");
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    const html = await page.text();
    expect(html).toContain('<html lang="fr">');
    expect(html).toContain("Hannah Whitfield");
    const english = await browser.go(started.headers.get("location") ?? "", { headers: { "accept-language": "en" } });
    expect(await english.text()).toContain("who would you like to be?");
  });

  it("signs the chosen person in, with the claims that a company gives", async () => {
    const tokens = await signIn(new Browser(), "hannah.whitfield");
    expect(claims(tokens.id_token)).toMatchObject({ sub: "hannah.whitfield", nonce: "the-nonce", aud: "levain" });
    const headers = { authorization: `Bearer ${tokens.access_token}` };
    const about = await (await fetch(`${identity.issuer}/me`, { headers })).json();
    expect(about).toMatchObject({
      email: "hannah.whitfield@demo.levain.example",
      email_verified: true,
      department: "IT",
      site: "Leeds",
      groups: ["IT", "Leeds", "levain-hosts"],
    });
  });

  it("asks again at each sign-in, so that one browser can be several people", async () => {
    const browser = new Browser();
    await signIn(browser, "hannah.whitfield");
    expect(claims((await signIn(browser, "tom.ashworth")).id_token).sub).toBe("tom.ashworth");
  });

  it("signs out without a question when the hint is ours, and only then", async () => {
    const browser = new Browser();
    const { id_token } = await signIn(browser, "tom.ashworth");
    const query = new URLSearchParams({ id_token_hint: id_token, post_logout_redirect_uri: `${appUrl}/` });
    const page = await (await browser.go(`/session/end?${query}`)).text();
    expect(page).toContain("document.forms[0].submit()");
    const xsrf = /name="xsrf" value="(\w+)"/.exec(page)?.[1] ?? "";
    const body = new URLSearchParams({ xsrf, logout: "yes" });
    const left = await browser.go("/session/end/confirm", { method: "POST", body });
    expect(left.headers.get("location")).toBe(`${appUrl}/`);
    await signIn(browser, "tom.ashworth");
    expect(await (await browser.go("/session/end")).text()).not.toContain("submit()");
  });
});

describe("it refuses", () => {
  it("a request without PKCE", async () => {
    const url = authorization("v".repeat(43)).replace(/&code_challenge[^&]*/g, "");
    const back = new URL((await new Browser().go(url)).headers.get("location") ?? "");
    expect(back.searchParams.get("error")).toBe("invalid_request");
  });

  it("to send anybody to another address", async () => {
    const answer = await new Browser().go(authorization("v".repeat(43), { redirect_uri: "http://evil.example/" }));
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("Cette connexion ne peut pas aboutir");
  });

  it("a code with another verifier", async () => {
    const browser = new Browser();
    const started = await browser.go(authorization("v".repeat(43)));
    const back = await browser.choose(started.headers.get("location") ?? "", "tom.ashworth");
    const code = new URL(back.headers.get("location") ?? "").searchParams.get("code") ?? "";
    expect((await exchange(code, "w".repeat(43))).status).toBe(400);
  });

  it("somebody who is not on the list, and a choice that nobody began", async () => {
    const browser = new Browser();
    const started = await browser.go(authorization("v".repeat(43)));
    expect((await browser.choose(started.headers.get("location") ?? "", "nobody")).status).toBe(422);
    expect((await new Browser().go("/choose/unknown")).status).toBe(400);
  });

  it("to let others read its keys", () => {
    expect(statSync(path.join(dataDir, "demo-identity.json")).mode & 0o777).toBe(0o600);
  });
});
