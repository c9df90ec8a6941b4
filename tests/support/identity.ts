import { createHash, createSign, generateKeyPairSync, type KeyObject, randomUUID } from "node:crypto";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll } from "vitest";
import { provideEnv } from "@/platform/env";

type Json = Record<string, unknown>;

/** What the provider answers the next time, beyond what is right. */
export type Answer = {
  readonly claims?: Json;
  readonly userinfo?: Json;
  readonly header?: Json;
  /** Signs with a key that it does not publish. */
  readonly strangeKey?: boolean;
  readonly unsigned?: boolean;
};

const CLIENT = "levain-under-test";

/** An OpenID provider of our own that can be told to lie. Call after `withServer()`. */
export class IdentityProvider {
  readonly own = generateKeyPairSync("rsa", { modulusLength: 2048 });
  readonly strange = generateKeyPairSync("rsa", { modulusLength: 2048 });
  issuer = "";
  private readonly pending = new Map<string, { answer: Answer; nonce: string; challenge: string }>();
  private lastUserinfo: Json = {};
  private server: Server | undefined;

  async start(): Promise<void> {
    this.server = createServer((req, res) => {
      this.answer(new URL(req.url ?? "/", this.issuer).pathname, () => text(req), res).catch(() => res.destroy());
    });
    await new Promise<void>((resolve) => this.server?.listen(0, "127.0.0.1", resolve));
    this.issuer = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    provideEnv({ OIDC_ISSUER: this.issuer, OIDC_CLIENT_ID: CLIENT, OIDC_CLIENT_SECRET: "their secret" });
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  /** Agrees to an authorization request; gives the code that it is answered with. */
  agree(authorization: URL, answer: Answer): string {
    const code = randomUUID();
    const { searchParams } = authorization;
    const nonce = searchParams.get("nonce") ?? "";
    this.pending.set(code, { answer, nonce, challenge: searchParams.get("code_challenge") ?? "" });
    return code;
  }

  private async answer(path: string, body: () => Promise<string>, res: ServerResponse): Promise<void> {
    if (path === "/.well-known/openid-configuration") return json(res, 200, this.metadata());
    if (path === "/jwks")
      return json(res, 200, { keys: [{ ...this.own.publicKey.export({ format: "jwk" }), kid: "1" }] });
    if (path === "/userinfo") return json(res, 200, this.lastUserinfo);
    if (path !== "/token") return json(res, 404, {});
    const asked = new URLSearchParams(await body());
    const code = asked.get("code") ?? "";
    const pending = this.pending.get(code);
    const challenge = createHash("sha256")
      .update(asked.get("code_verifier") ?? "")
      .digest("base64url");
    if (pending === undefined || pending.challenge !== challenge) return json(res, 400, { error: "invalid_grant" });
    this.pending.delete(code);
    const { answer, nonce } = pending;
    const seconds = Math.floor(Date.now() / 1000);
    const claims = {
      iss: this.issuer,
      aud: CLIENT,
      iat: seconds,
      exp: seconds + 300,
      nonce,
      sub: "sub-1",
      ...answer.claims,
    };
    this.lastUserinfo = { sub: claims.sub, ...answer.userinfo };
    json(res, 200, { token_type: "Bearer", access_token: randomUUID(), id_token: this.sign(claims, answer) });
  }

  private sign(claims: Json, { header = {}, strangeKey = false, unsigned = false }: Answer): string {
    const head = { alg: unsigned ? "none" : "RS256", kid: "1", typ: "JWT", ...header };
    const content = `${encoded(head)}.${encoded(claims)}`;
    const key: KeyObject = strangeKey ? this.strange.privateKey : this.own.privateKey;
    return `${content}.${unsigned ? "" : createSign("RSA-SHA256").update(content).sign(key, "base64url")}`;
  }

  private metadata(): Json {
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/authorize`,
      token_endpoint: `${this.issuer}/token`,
      userinfo_endpoint: `${this.issuer}/userinfo`,
      jwks_uri: `${this.issuer}/jwks`,
      end_session_endpoint: `${this.issuer}/leave`,
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["RS256"],
    };
  }
}

/** Starts the provider for a file's tests. */
export function withIdentityProvider(): IdentityProvider {
  const provider = new IdentityProvider();
  beforeAll(() => provider.start());
  afterAll(() => provider.stop());
  return provider;
}

function encoded(value: Json): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function json(res: ServerResponse, status: number, document: Json): void {
  res.writeHead(status, { "content-type": "application/json" });
  res.end(JSON.stringify(document));
}
