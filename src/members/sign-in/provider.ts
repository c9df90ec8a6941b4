import { z } from "zod";
import { env, oidcClient } from "@/platform/env";
import { once } from "@/platform/once";

const metadataShape = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  end_session_endpoint: z.url().optional(),
});

/** What Levain itself needs of the provider's metadata (OpenID Connect Discovery 1.0, section 3). */
export type ProviderMetadata = z.output<typeof metadataShape>;

const ANSWER_WITHIN_MS = 5000;

/** Where the provider describes itself. */
export function wellKnown(): string {
  return `${oidcClient().issuer}/.well-known/openid-configuration`;
}

const kept = () => once("sign-in.provider", () => ({ metadata: null as ProviderMetadata | null }));

/**
 * The provider's metadata, asked for once a process; null while the provider does not answer, or when it calls itself
 * by another name than the one configured.
 */
export async function providerMetadata(): Promise<ProviderMetadata | null> {
  if (env().OIDC_ISSUER === undefined) return null;
  kept().metadata ??= await fetchMetadata();
  return kept().metadata;
}

async function fetchMetadata(): Promise<ProviderMetadata | null> {
  const response = await fetch(wellKnown(), {
    redirect: "error",
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  }).catch(() => null);
  if (response === null || !response.ok) return null;
  const parsed = metadataShape.safeParse(await response.json().catch(() => null));
  return parsed.success && isConfiguredIssuer(parsed.data.issuer) ? parsed.data : null;
}

/** A closing slash is the one difference that counts for nothing: configuration leaves it out, some providers write it. */
export function isConfiguredIssuer(issuer: unknown): boolean {
  return typeof issuer === "string" && issuer.replace(/\/+$/, "") === oidcClient().issuer;
}

/** The origins that a form of ours may lead to: the provider's, as far as they are known by now. */
export function providerOrigins(): string[] {
  const { OIDC_ISSUER: issuer } = env();
  const { metadata } = kept();
  const addresses = [issuer, metadata?.authorization_endpoint, metadata?.end_session_endpoint];
  return [...new Set(addresses.flatMap((one) => (one === undefined ? [] : [new URL(one).origin])))];
}
