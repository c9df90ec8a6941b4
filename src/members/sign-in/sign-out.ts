import { eq } from "drizzle-orm";
import { paths } from "@/paths";
import { transaction } from "@/platform/database/client";
import { env, oidcClient } from "@/platform/env";
import { record } from "@/platform/events/event";
import { account, session } from "../schema";
import { hashOfToken } from "../sessions/token";
import { personSignedOut } from "./events";
import { isConfiguredIssuer, providerMetadata } from "./provider";

/**
 * Ends the session of a token, and gives where to go then: to the provider's own sign-out (OpenID Connect RP-Initiated
 * Logout 1.0), which comes back to our page, or straight to that page where the provider has none.
 */
export async function endSignIn(token: string | null, requestId: string): Promise<string> {
  const ended = token === null ? null : await endOwnSession(token, requestId);
  const metadata = ended === null ? null : await providerMetadata();
  if (metadata?.end_session_endpoint === undefined) return paths.signedOut();
  const target = new URL(metadata.end_session_endpoint);
  target.searchParams.set("client_id", oidcClient().clientId);
  target.searchParams.set("post_logout_redirect_uri", `${env().APP_URL}${paths.signedOut()}`);
  if (ended?.idToken) target.searchParams.set("id_token_hint", ended.idToken);
  return target.href;
}

async function endOwnSession(token: string, requestId: string): Promise<{ idToken: string | null } | null> {
  return transaction(async (tx) => {
    const [row] = await tx
      .delete(session)
      .where(eq(session.tokenHash, hashOfToken(token)))
      .returning({ personId: session.personId });
    if (row === undefined) return null;
    await record({ tx, actor: row.personId, requestId }, personSignedOut, row.personId, {});
    const accounts = await tx
      .select({ issuer: account.issuer, idToken: account.idToken })
      .from(account)
      .where(eq(account.personId, row.personId));
    return { idToken: accounts.find(({ issuer }) => isConfiguredIssuer(issuer))?.idToken ?? null };
  });
}
