import { withDatabase } from "@tests/support/database";
import { type Answer, withIdentityProvider } from "@tests/support/identity";
import { aPerson, atStage } from "@tests/support/people";
import { Client, withServer } from "@tests/support/served";
import { eq } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { account, person, personAddress, personRole, session } from "@/members/schema";
import { hashOfToken } from "@/members/sessions/token";
import type { PersonId } from "@/members/shape";
import { reader, transaction } from "@/platform/database/client";
import { HOUR } from "@/platform/durations";
import { provideEnv } from "@/platform/env";
import { event } from "@/platform/events/schema";
import { admission } from "@/stages/schema";
import { viewerOf } from "../viewer";

withDatabase();
const served = withServer();
const provider = withIdentityProvider();

const COOKIE = "levain.session";
let serial = 0;
const newSubject = () => `subject-${++serial}`;
const verified = (email: string) => ({ email, email_verified: true });

afterEach(() => provideEnv({ OIDC_TRUST_EMAIL: "", OIDC_HOST_GROUPS: "", OIDC_ADMIN_GROUPS: "", LEVAIN_ADMIN: "" }));

/** Goes to the provider and comes back with its answer; gives where that led. */
async function signIn(client: Client, answer: Answer, callbackUrl = "/spaces"): Promise<string> {
  const authorization = await begin(client, callbackUrl);
  const code = provider.agree(authorization, answer);
  return finish(client, code, authorization.searchParams.get("state") ?? "");
}

async function begin(client: Client, callbackUrl = "/spaces"): Promise<URL> {
  const sent = await client.post("/api/auth/sign-in", { callbackUrl });
  expect(sent.status).toBe(303);
  return new URL(sent.headers.get("location") ?? "");
}

async function finish(client: Client, code: string, state: string): Promise<string> {
  const back = await client.get(`/api/auth/callback/sso?${new URLSearchParams({ code, state })}`);
  expect(back.status).toBe(303);
  return back.headers.get("location") ?? "";
}

async function whoIs(client: Client) {
  return viewerOf(reader(), client.cookies.get(COOKIE) ?? null);
}

async function eventsNamed(name: string) {
  return reader().select().from(event).where(eq(event.name, name));
}

async function openRoles(id: PersonId) {
  const rows = await reader().select().from(personRole).where(eq(personRole.personId, id));
  return rows.filter((row) => row.until === null).map((row) => `${row.role} by ${row.source}`);
}

describe("somebody whom the provider vouches for", () => {
  test("arrives, is known from then on, and is led where they wanted to go", async () => {
    const client = new Client(served);
    const answer = {
      claims: { sub: newSubject() },
      userinfo: { ...verified("Ada@Example.com"), name: "Ada  L", locale: "fr-FR" },
    };
    expect(await signIn(client, answer, "/spaces?x=1")).toBe("/spaces?x=1");
    const viewer = await whoIs(client);
    expect(viewer).toMatchObject({ name: "Ada L", locale: "fr" });
    expect([...client.cookies.keys()]).toEqual([COOKIE]);
    const [row] = await reader().select().from(personAddress).where(eq(personAddress.address, "ada@example.com"));
    expect(row).toMatchObject({ personId: viewer?.id, rank: "primary" });
    expect(row?.verifiedAt).not.toBeNull();
  });

  test("claims the profile that was seeded with the same address in another case, and takes up the invitation", async () => {
    const id = await aPerson({ name: "Grace from the list", address: "grace@example.com", claimed: false });
    await transaction(async (tx) => {
      const values = {
        personId: id,
        kind: "host-invitation" as const,
        grantedAt: new Date(),
        expiresAt: new Date(Date.now() + HOUR),
      };
      await tx.insert(admission).values({ id: "01890000-0000-7000-8000-000000000001" as never, ...values });
    });
    await atStage("founding");
    const client = new Client(served);
    const userinfo = {
      ...verified("GRACE@example.COM"),
      name: "Grace",
      department: "R&D",
      site: "Lyon",
      title: "Engineer",
    };
    await signIn(client, { claims: { sub: newSubject() }, userinfo });
    const viewer = await whoIs(client);
    expect(viewer).toMatchObject({ id, name: "Grace from the list", standing: { admitted: true } });
    const [row] = await reader().select().from(person).where(eq(person.id, id));
    expect(row).toMatchObject({ department: "R&D", site: "Lyon", title: "Engineer" });
    expect(row?.claimedAt).not.toBeNull();
    const [fact] = await reader().select().from(admission).where(eq(admission.personId, id));
    expect(fact?.acceptedAt).not.toBeNull();
    const claimed = await eventsNamed("person.claimed");
    expect(claimed.filter((one) => one.subject === `person:${id}`)).toHaveLength(1);
  });

  test("stays the same person when the provider gives another address; one that is somebody else's stays theirs", async () => {
    const sub = newSubject();
    const other = await aPerson({ address: "other@example.com" });
    const first = new Client(served);
    await signIn(first, { claims: { sub }, userinfo: verified("first@example.com") });
    const id = (await whoIs(first))?.id;
    const later = new Client(served);
    await signIn(later, { claims: { sub }, userinfo: verified("other@example.com") });
    expect((await whoIs(later))?.id).toBe(id);
    const [row] = await reader().select().from(personAddress).where(eq(personAddress.address, "other@example.com"));
    expect(row?.personId).toBe(other);
  });

  test("gets a new token at every sign-in, and the device's old one opens nothing any more", async () => {
    const client = new Client(served);
    const answer = { claims: { sub: newSubject() }, userinfo: verified("twice@example.com") };
    await signIn(client, answer);
    const before = client.cookies.get(COOKIE) ?? "";
    await signIn(client, answer);
    const after = client.cookies.get(COOKIE) ?? "";
    expect(after).not.toBe(before);
    expect(await viewerOf(reader(), before)).toBeNull();
    expect(await viewerOf(reader(), after)).not.toBeNull();
    const kept = await reader()
      .select()
      .from(session)
      .where(eq(session.tokenHash, hashOfToken(after)));
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(after);
  });

  test("holds the roles of their groups as long as they are in them, for half a day at a time as an admin", async () => {
    provideEnv({ OIDC_HOST_GROUPS: "hosts", OIDC_ADMIN_GROUPS: "it", LEVAIN_ADMIN: "Boss@Example.com" });
    const sub = newSubject();
    const client = new Client(served);
    await signIn(client, { claims: { sub }, userinfo: { ...verified("boss@example.com"), groups: ["hosts", "it"] } });
    const id = (await whoIs(client))?.id as PersonId;
    expect((await openRoles(id)).sort()).toEqual(["admin by environment", "admin by sso", "host by sso"]);
    const [row] = await reader().select().from(session).where(eq(session.personId, id));
    expect((row?.expiresAt.getTime() ?? 0) - (row?.createdAt.getTime() ?? 0)).toBe(12 * HOUR);
    provideEnv({ LEVAIN_ADMIN: "" });
    const gone = { claims: { sub }, userinfo: verified("boss@example.com") };
    await signIn(new Client(served), gone);
    // Nobody else is an admin: they come in, and stay the one by the group of theirs that was looked at last.
    expect((await openRoles(id)).filter((one) => one.startsWith("admin"))).toHaveLength(1);
    expect(await openRoles(id)).not.toContain("host by sso");
    await aPerson({ roles: ["admin"] });
    await signIn(new Client(served), gone);
    expect(await openRoles(id)).toEqual([]);
  });

  test("is led to the front page when the wish leads off our site", async () => {
    const client = new Client(served);
    const answer = { claims: { sub: newSubject() }, userinfo: verified("astray@example.com") };
    for (const wish of ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
      expect(await signIn(client, answer, wish)).toBe("/");
  });

  test("is signed out here and at the provider", async () => {
    const client = new Client(served);
    await signIn(client, { claims: { sub: newSubject() }, userinfo: verified("leaver@example.com") });
    const token = client.cookies.get(COOKIE) ?? "";
    const left = await client.post("/api/auth/sign-out", {});
    const target = new URL(left.headers.get("location") ?? "");
    expect(target.origin + target.pathname).toBe(`${provider.issuer}/leave`);
    expect(target.searchParams.get("post_logout_redirect_uri")).toBe(`${served().url}/signed-out`);
    expect(target.searchParams.get("id_token_hint")?.split(".")).toHaveLength(3);
    expect(client.cookies.has(COOKIE)).toBe(false);
    expect(await viewerOf(reader(), token)).toBeNull();
  });
});

describe("a sign-in is refused with its reason", () => {
  async function refused(answer: Answer, reason: string): Promise<void> {
    const people = await reader().$count(person);
    const client = new Client(served);
    expect(await signIn(client, answer)).toBe(`/sign-in?error=${reason}`);
    expect(client.cookies.has(COOKIE)).toBe(false);
    expect(await reader().$count(person)).toBe(people);
  }
  const sub = newSubject();

  test.each([
    ["when the address is not verified", { ...verified("x@example.com"), email_verified: false }, "notVerified"],
    ["when the provider does not say that it is", { email: "x@example.com" }, "notVerified"],
    ["when it says something else than yes", { email: "x@example.com", email_verified: "maybe" }, "notVerified"],
    ["when there is no address", { email_verified: true }, "noIdentity"],
    ["when the address is none", verified("not an address"), "noIdentity"],
    ["when there are two addresses", verified("a@example.com,b@example.com"), "noIdentity"],
  ] as const)("%s", async (_, userinfo, reason) => {
    const before = (await eventsNamed("sign-in.refused")).length;
    await refused({ claims: { sub }, userinfo }, reason);
    expect(await eventsNamed("sign-in.refused")).toHaveLength(before + 1);
  });

  test("also when the token verified another address than userinfo gives", async () => {
    await aPerson({ address: "victim@example.com", claimed: false });
    const claims = { sub, ...verified("attacker@example.com") };
    await refused({ claims, userinfo: { email: "victim@example.com" } }, "notVerified");
  });

  test("when the address is of a person who came with another subject", async () => {
    const victim = new Client(served);
    await signIn(victim, { claims: { sub: newSubject() }, userinfo: verified("taken@example.com") });
    const id = (await whoIs(victim))?.id as PersonId;
    await refused({ claims: { sub: newSubject() }, userinfo: verified("Taken@Example.com") }, "otherAccount");
    expect(await reader().select().from(account).where(eq(account.personId, id))).toHaveLength(1);
  });

  test("when the person is suspended, with or without an account", async () => {
    await aPerson({ address: "closed@example.com", state: "suspended", claimed: false });
    await refused({ claims: { sub: newSubject() }, userinfo: verified("closed@example.com") }, "suspended");
    const known = newSubject();
    const client = new Client(served);
    const answer = { claims: { sub: known }, userinfo: verified("soon-closed@example.com") };
    await signIn(client, answer);
    const id = (await whoIs(client))?.id as PersonId;
    await transaction((tx) => tx.update(person).set({ state: "suspended" }).where(eq(person.id, id)));
    expect(await whoIs(client)).toBeNull();
    await refused(answer, "suspended");
  });

  test("and let through where the operator trusts a silent provider", async () => {
    provideEnv({ OIDC_TRUST_EMAIL: "true" });
    const client = new Client(served);
    await signIn(client, { claims: { sub: newSubject() }, userinfo: { email: "silent@example.com" } });
    expect(await whoIs(client)).not.toBeNull();
  });
});

describe("a provider's answer that cannot be trusted opens nothing", () => {
  const userinfo = verified("mallory@example.com");
  test.each<[string, Answer]>([
    ["another issuer", { claims: { iss: "https://evil.example" }, userinfo }],
    ["another audience", { claims: { aud: "another-client" }, userinfo }],
    ["another nonce", { claims: { nonce: "another" }, userinfo }],
    ["a token that ended", { claims: { exp: 1_700_000_000 }, userinfo }],
    ["no subject", { claims: { sub: undefined }, userinfo }],
    ["a key that is not published", { strangeKey: true, userinfo }],
    ["no signature", { unsigned: true, userinfo }],
    ["userinfo of another subject", { claims: { sub: "mallory" }, userinfo: { ...userinfo, sub: "alice" } }],
  ])("%s", async (_, answer) => {
    const client = new Client(served);
    expect(await signIn(client, answer)).toBe("/sign-in?error=failed");
    expect(client.cookies.has(COOKIE)).toBe(false);
  });

  test("another state, no cookies of the start, a code used twice, or the provider's own no", async () => {
    const answer = { claims: { sub: newSubject() }, userinfo: verified("state@example.com") };
    const client = new Client(served);
    const asked = await begin(client);
    expect(await finish(client, provider.agree(asked, answer), "another")).toBe("/sign-in?error=failed");
    const again = await begin(client);
    const state = again.searchParams.get("state") ?? "";
    const code = provider.agree(again, answer);
    expect(await finish(new Client(served), code, state)).toBe("/sign-in?error=failed");
    expect(await finish(client, code, state)).toBe("/spaces");
    expect(await finish(client, code, state)).toBe("/sign-in?error=failed");
    const denied = await client.get("/api/auth/callback/sso?error=access_denied&state=x");
    expect(denied.headers.get("location")).toBe("/sign-in?error=failed");
  });

  test("and the library's own doors do not exist", async () => {
    const client = new Client(served);
    for (const path of [
      "session",
      "csrf",
      "providers",
      "signin",
      "signin/sso",
      "signout",
      "error",
      "callback/other",
      "_log",
    ]) {
      expect((await client.get(`/api/auth/${path}`)).status, path).toBe(404);
      expect((await client.post(`/api/auth/${path}`, {})).status, path).toBe(404);
    }
    expect((await client.send("/api/auth/callback/sso?code=1&state=1", { method: "HEAD" })).status).toBe(405);
    expect((await client.post("/api/auth/callback/sso", { code: "1" })).status).toBe(405);
    expect((await client.get("/api/auth/sign-in")).status).toBe(405);
    expect((await client.get("/api/auth/sign-out")).status).toBe(405);
  });
});
