import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Env, type EnvProblem, parseEnv } from "@/platform/env";

function good(source: Record<string, string>): Env {
  const parsed = parseEnv(source);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.env;
}

function problems(source: Record<string, string>): readonly EnvProblem[] {
  const parsed = parseEnv(source);
  return parsed.ok ? [] : parsed.problems;
}

const SSO = {
  OIDC_ISSUER: "https://sso.example.com/realms/levain/",
  OIDC_CLIENT_ID: "levain",
  OIDC_CLIENT_SECRET: "secret",
};

describe("an empty environment", () => {
  it("is complete: the demo, on this machine only", () => {
    const env = good({});
    expect(env).toMatchObject({ PORT: 3000, HOST: "127.0.0.1", APP_URL: "http://localhost:3000", DATABASE_POOL: 10 });
    expect(env.LEVAIN_IDP_PORT).toBe(3001);
    expect(env.LEVAIN_DATA_DIR).toBe(path.resolve(".data"));
    expect(Object.isFrozen(env)).toBe(true);
  });

  it("is what empty values mean", () => {
    expect(good({ DATABASE_URL: "", OIDC_ISSUER: "  ", PORT: "" })).toEqual(good({}));
  });
});

describe("each variable", () => {
  it.each([
    ["PORT", "http"],
    ["PORT", "0"],
    ["PORT", "70000"],
    ["APP_URL", "levain.example.com"],
    ["APP_URL", "https://levain.example.com/intranet"],
    ["DATABASE_URL", "mysql://localhost/levain"],
    ["DATABASE_POOL", "-1"],
    ["LEVAIN_ADMIN", "ada@example.com, not an address"],
    ["LOG_LEVEL", "loud"],
    ["SESSION_SECRET", "short"],
    ["SMTP_URL", "mail.example.com"],
    ["TRUST_PROXY", "yes"],
    ["OIDC_TRUST_EMAIL", "perhaps"],
    ["OIDC_SCOPES", "email profile"],
    ["MAIL_DOMAIN", "levain@example.com"],
    ["MAIL_IN_PORT", "smtp"],
    ["MAIL_IN_PROTOCOL", "imap"],
  ])("%s=%s is refused by name", (name, value) => {
    expect(problems({ [name]: value }).map((problem) => problem.name)).toContain(name);
  });

  it("reports every problem at once", () => {
    const names = problems({ PORT: "x", LOG_LEVEL: "loud", SMTP_URL: "smtp://mail.example.com" }).map((p) => p.name);
    expect(names).toEqual(expect.arrayContaining(["PORT", "LOG_LEVEL", "MAIL_FROM"]));
  });

  it("reads lists and addresses", () => {
    const env = good({ ...SSO, LEVAIN_ADMIN: "ada@example.com , bob@example.com", OIDC_HOST_GROUPS: "hosts,,care" });
    expect(env.LEVAIN_ADMIN).toEqual(["ada@example.com", "bob@example.com"]);
    expect(env.OIDC_HOST_GROUPS).toEqual(["hosts", "care"]);
    expect(env.OIDC_ISSUER).toBe("https://sso.example.com/realms/levain");
  });

  it("never throws, whatever is given", () => {
    const name = fc.constantFrom("PORT", "HOST", "APP_URL", "DATABASE_URL", "OIDC_ISSUER", "LEVAIN_ADMIN", "LOG_LEVEL");
    fc.assert(
      fc.property(fc.dictionary(name, fc.string()), (source) => {
        expect(typeof parseEnv(source).ok).toBe("boolean");
      }),
    );
  });
});

describe("variables that belong together", () => {
  it("names the missing half of the sign-in", () => {
    const [problem] = problems({ OIDC_ISSUER: SSO.OIDC_ISSUER, OIDC_CLIENT_SECRET: "secret" });
    expect(problem).toMatchObject({ name: "OIDC_CLIENT_ID", message: expect.stringContaining("but OIDC_ISSUER is") });
  });

  it("does not open the demo to the network", () => {
    expect(problems({ HOST: "0.0.0.0" }).map((p) => p.name)).toEqual(["HOST"]);
    expect(problems({ MAIL_IN_HOST: "0.0.0.0" }).map((p) => p.name)).toEqual(["MAIL_IN_HOST"]);
    expect(problems({ ...SSO, LEVAIN_DEMO: "1", HOST: "192.0.2.1" }).map((p) => p.name)).toEqual(["HOST"]);
  });

  it("listens everywhere once a real sign-in is configured", () => {
    expect(good(SSO).HOST).toBe("0.0.0.0");
    expect(good({ ...SSO, HOST: "127.0.0.1" }).HOST).toBe("127.0.0.1");
  });
});
