const PASS = /^\s*dmarc\s*=\s*pass(?:\s|$)/i;
const QUOTED = /"(?:[^"\\]|\\.)*"/g;
const COMMENT = /\([^()]*\)/g;
/** More than a server writes; comments within comments are taken off one by one. */
const READ_MAX = 4000;

/**
 * Whether the server in front found that a mail comes from where it says: its `Authentication-Results` header
 * (RFC 8601) says `dmarc=pass`.
 * @param results the header's values, the last that was added first
 * @param authserv the name that the server in front signs with; unset where it refuses what it cannot prove
 */
export function isVouchedFor(results: readonly string[], authserv: string | undefined): boolean {
  if (authserv === undefined) return true;
  // Headers of that name below the first may have come with the mail itself: only the first is the server's own.
  const [server = "", ...found] = plain(results[0] ?? "").split(";");
  return server.trim().split(/\s/, 1)[0] === authserv.toLowerCase() && found.some((one) => PASS.test(one));
}

/** Without what may hold words of the sender's: quoted text, and comments. */
function plain(line: string): string {
  let rest = line.slice(0, READ_MAX).toLowerCase().replace(QUOTED, "");
  for (let shorter = rest.replace(COMMENT, " "); shorter !== rest; shorter = rest.replace(COMMENT, " ")) rest = shorter;
  return rest;
}
