/** One thing that is wrong with the environment: the variable to look at, and what to do about it. */
export type EnvProblem = { readonly name: string; readonly message: string };

/** Variables that only make sense together, half of them given. */
export function partialSets(given: Readonly<Record<string, unknown>>): EnvProblem[] {
  const problems: EnvProblem[] = [];
  const needs = (has: string, missing: string, why: string) => {
    if (given[has] !== undefined && given[missing] === undefined)
      problems.push({ name: missing, message: `is not set, but ${has} is: ${why}` });
  };
  needs("OIDC_ISSUER", "OIDC_CLIENT_ID", "give the client that the identity provider knows Levain by");
  needs("OIDC_ISSUER", "OIDC_CLIENT_SECRET", "give that client's secret");
  needs("OIDC_CLIENT_ID", "OIDC_ISSUER", "give the identity provider's address, or unset both for the demo sign-in");
  needs("S3_ENDPOINT", "S3_BUCKET", "give the bucket that files are kept in");
  needs("S3_ENDPOINT", "S3_ACCESS_KEY_ID", "give the account that may write to the bucket");
  needs("S3_ENDPOINT", "S3_SECRET_ACCESS_KEY", "give that account's secret");
  needs("S3_BUCKET", "S3_ENDPOINT", "give the address of the storage, or unset both to keep files in LEVAIN_DATA_DIR");
  needs("VAPID_PUBLIC_KEY", "VAPID_PRIVATE_KEY", "give the private key of the same pair");
  needs("VAPID_PRIVATE_KEY", "VAPID_PUBLIC_KEY", "give the public key of the same pair");
  needs("SMTP_URL", "MAIL_FROM", "give the address that Levain's mail comes from");
  return problems;
}
