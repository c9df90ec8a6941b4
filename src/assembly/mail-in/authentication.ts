const PASS = /\bdmarc\s*=\s*pass\b/i;

/**
 * Whether the server in front found that a mail comes from where it says: its `Authentication-Results` header
 * (RFC 8601) says `dmarc=pass`.
 * @param results the header's values, the last that was added first
 * @param authserv the name that the server in front signs with; unset where it refuses what it cannot prove
 */
export function isVouchedFor(results: readonly string[], authserv: string | undefined): boolean {
  if (authserv === undefined) return true;
  // Headers of that name below the first may have come with the mail itself: only the first is the server's own.
  const own = results.find((line) => line.split(/[;\s]/, 1)[0]?.toLowerCase() === authserv.toLowerCase());
  return own !== undefined && results.indexOf(own) === 0 && PASS.test(own);
}
