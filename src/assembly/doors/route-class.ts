/** The first steps of the pages' addresses; anything else counts as `other`, so that no client can make up classes. */
const PAGES = new Set([
  "admin",
  "boards",
  "care",
  "changelog",
  "events",
  "ideas",
  "launch",
  "notices",
  "offline",
  "people",
  "posts",
  "promises",
  "roadmap",
  "search",
  "settings",
  "sign-in",
  "signed-out",
  "spaces",
  "unsubscribe",
  "waiting",
  "welcome",
]);

/** The class of a page's address for logs and metrics: `page:spaces` for everything below /spaces. */
export function routeClass(path: string): string {
  if (path === "/") return "page:home";
  if (path.startsWith("/_next/")) return "file";
  const first = path.split("/", 2)[1] ?? "";
  if (PAGES.has(first)) return `page:${first}`;
  return /\.[a-z0-9]{2,5}$/.test(path) ? "file" : "page:other";
}
