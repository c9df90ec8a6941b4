import type { AuthOptions, Profile } from "next-auth";
import type { OAuthConfig, OAuthUserConfig } from "next-auth/providers/oauth";
import { paths, withQuery } from "@/paths";
import { env, oidcClient, sessionSecret } from "@/platform/env";
import { localPath } from "@/platform/http/local-path";
import { log } from "@/platform/log";
import { isHttps, newToken, sessionCookie } from "../sessions/token";
import type { PersonId } from "../shape";
import { type SignInRequest, sessionAdapter } from "./adapter";
import { type Claims, readClaims } from "./claims";
import { isConfiguredIssuer, wellKnown } from "./provider";

/** The one provider's name in addresses: /api/auth/callback/sso. */
export const PROVIDER = "sso";

const PROVIDER_ANSWERS_WITHIN_MS = 10_000;
const CHECKS_LIVE_SECONDS = 15 * 60;

/** The page that tells of a refused or failed sign-in. `reason` is a sentence below `signIn.refused.`. */
export const ERROR_PARAMETER = "error";

/**
 * The library's settings for one request. It runs the protocol (authorization code with PKCE, state and nonce); who a
 * person is and whether they may sign in is decided in actions/sign-in.ts, and the session is a row of ours.
 */
export function authOptions(request: SignInRequest): AuthOptions {
  const learnt: { claims: Claims | null; person: PersonId | null } = { claims: null, person: null };
  return {
    secret: sessionSecret(),
    useSecureCookies: isHttps(),
    providers: [
      provider((claims) => {
        learnt.claims = claims;
      }),
    ],
    adapter: sessionAdapter(request, () => learnt.person),
    session: { strategy: "database", generateSessionToken: newToken },
    cookies: cookies(),
    pages: { signIn: paths.signIn(), error: paths.signIn() },
    logger: {
      error: (code, metadata) => log().warn({ code, err: errorIn(metadata), requestId: request.requestId }, "sign-in"),
      warn: () => {},
      debug: () => {},
    },
    callbacks: {
      signIn: async ({ account }) => {
        const outcome = await request.decide(learnt.claims, account?.id_token ?? null);
        if (!outcome.ok) return withQuery(paths.signIn(), { [ERROR_PARAMETER]: outcome.reason });
        learnt.person = outcome.personId;
        return true;
      },
      redirect: ({ url, baseUrl }) => `${baseUrl}${ownPath(url, baseUrl) ?? "/"}`,
    },
  };
}

/** A path of ours from what came as a path or as an address on our own origin. */
function ownPath(url: string, baseUrl: string): string | null {
  return localPath(url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url);
}

function provider(onClaims: (claims: Claims | null) => void): OAuthConfig<Profile> {
  const { issuer, clientId, clientSecret } = oidcClient();
  const { OIDC_SCOPES, OIDC_GROUPS_CLAIM, OIDC_TRUST_EMAIL } = env();
  const config: OAuthUserConfig<Profile> & Omit<OAuthConfig<Profile>, "options"> = {
    id: PROVIDER,
    name: "SSO",
    type: "oauth",
    issuer,
    wellKnown: wellKnown(),
    clientId,
    clientSecret,
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    authorization: { params: { scope: OIDC_SCOPES } },
    httpOptions: { timeout: PROVIDER_ANSWERS_WITHIN_MS },
    userinfo: {
      // An ID token often says no more than who; the rest is asked for, and must be of the same subject.
      request: async ({ client, tokens }) => {
        if (!isConfiguredIssuer(client.issuer.metadata.issuer))
          throw new Error("the provider is not the configured one");
        const idToken = "claims" in tokens && typeof tokens.claims === "function" ? tokens.claims() : {};
        const userinfo = client.issuer.metadata.userinfo_endpoint
          ? await client.userinfo(tokens.access_token ?? "")
          : {};
        if ("sub" in userinfo && userinfo.sub !== idToken.sub) throw new Error("userinfo speaks of another subject");
        onClaims(readClaims(idToken, userinfo, { groupsClaim: OIDC_GROUPS_CLAIM, trustAddress: OIDC_TRUST_EMAIL }));
        return idToken;
      },
    },
    profile: (profile) => ({ id: profile.sub ?? "" }),
  };
  return config;
}

const named = (name: string): string => `${isHttps() ? "__Host-" : ""}levain.sign-in-${name}`;

/** The cookie of the library's own check that its form was posted. */
export const checkCookie = (): string => named("check");

/** Every cookie that lives only while somebody is on the way to the provider and back. */
export const passingCookies = (): string[] => ["check", "to", "pkce", "state", "nonce"].map(named);

function cookies(): AuthOptions["cookies"] {
  const options = { httpOnly: true, sameSite: "lax" as const, path: "/", secure: isHttps() };
  const passing = (name: string) => ({ name: named(name), options: { ...options, maxAge: CHECKS_LIVE_SECONDS } });
  return {
    sessionToken: { name: sessionCookie(), options },
    callbackUrl: passing("to"),
    csrfToken: passing("check"),
    pkceCodeVerifier: passing("pkce"),
    state: passing("state"),
    nonce: passing("nonce"),
  };
}

/** What went wrong, without what came with it: metadata may carry tokens. */
function errorIn(metadata: unknown): { message: string } {
  if (metadata instanceof Error) return { message: metadata.message };
  const inner = typeof metadata === "object" && metadata !== null && "error" in metadata ? metadata.error : undefined;
  return { message: inner instanceof Error ? inner.message : "no more is known" };
}
