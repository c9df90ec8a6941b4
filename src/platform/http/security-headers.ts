/** What the headers depend on. Origins are as in `https://sso.example.com`. */
export type HeaderSettings = {
  readonly https: boolean;
  readonly dev: boolean;
  /** Where a form of ours may lead by a redirect: the identity provider. */
  readonly formTargets: readonly string[];
};

const YEAR_SECONDS = 31_536_000;

/**
 * The Content-Security-Policy of one response (CSP level 3). Scripts run by nonce only and may load what they need
 * (`strict-dynamic`); nothing may be framed, embedded, or posted elsewhere.
 */
export function contentSecurityPolicy(nonce: string, { https, dev, formTargets }: HeaderSettings): string {
  const script = `'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`;
  // Development mode writes <style> elements without a nonce.
  const style = dev ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`;
  const directives = [
    "default-src 'self'",
    `script-src ${script}`,
    `style-src ${style}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "frame-src 'none'",
    `form-action ${["'self'", ...formTargets].join(" ")}`,
    "manifest-src 'self'",
    "worker-src 'self'",
  ];
  if (https) directives.push("upgrade-insecure-requests");
  return directives.join("; ");
}

/** The headers of every response, also of errors and files. */
export function securityHeaders(nonce: string, settings: HeaderSettings): Record<string, string> {
  return {
    "content-security-policy": contentSecurityPolicy(nonce, settings),
    "x-content-type-options": "nosniff",
    // "no-referrer" would make browsers send "Origin: null" with our own forms.
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
    ...(settings.https ? { "strict-transport-security": `max-age=${YEAR_SECONDS}; includeSubDomains` } : {}),
  };
}
