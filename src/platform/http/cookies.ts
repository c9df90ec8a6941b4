/** The cookies of a request. A name that comes twice keeps its first value (RFC 6265, section 5.4: the most specific). */
export function readCookies(header: string | null | undefined): Record<string, string> {
  const jar: Record<string, string> = Object.create(null);
  for (const pair of (header ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at < 1) continue;
    const name = pair.slice(0, at).trim();
    jar[name] ??= decoded(pair.slice(at + 1).trim());
  }
  return jar;
}

function decoded(value: string): string {
  const bare = value.startsWith('"') && value.endsWith('"') && value.length > 1 ? value.slice(1, -1) : value;
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}

export type CookieSettings = {
  readonly secure: boolean;
  /** Seconds to live; 0 takes the cookie away. */
  readonly maxAge: number;
};

/** A Set-Cookie line for a cookie that no script reads and that only our own pages send with a form. */
export function cookieLine(name: string, value: string, { secure, maxAge }: CookieSettings): string {
  const parts = [`${name}=${encodeURIComponent(value)}`, "Path=/", "HttpOnly", "SameSite=Lax", `Max-Age=${maxAge}`];
  if (secure) parts.push("Secure");
  return parts.join("; ");
}
