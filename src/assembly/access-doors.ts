import type { Who } from "./access-rows";

/** A door of the server with a request that tries it, and what each kind of person is answered (HTTP status). */
export type DoorAccess = {
  /** Who may come in, and why; printed in docs/access.md. */
  readonly rule: string;
  readonly tried: { readonly method: "GET" | "POST"; readonly path: string; readonly form?: Record<string, string> };
  readonly nobody: number;
  /** Signed in, and kept at the door by the stage. */
  readonly outside: number;
  readonly inside: number;
  /** Hosts and administrators, where they are answered otherwise. */
  readonly team?: number;
  /** Whether a POST may come from anywhere, because what it carries is the key. */
  readonly fromAnywhere?: true;
};

/** Every door beside the pages. The walk fails when the server has one that is not here. */
export const DOORS: Readonly<Record<string, DoorAccess>> = {
  health: {
    rule: "everyone: a load balancer asks whether the process lives",
    tried: { method: "GET", path: "/api/health" },
    nobody: 200,
    outside: 200,
    inside: 200,
  },
  ready: {
    rule: "everyone: a load balancer asks whether it can serve; the reason never names the database",
    tried: { method: "GET", path: "/api/ready" },
    nobody: 200,
    outside: 200,
    inside: 200,
  },
  metrics: {
    rule: "whoever has METRICS_TOKEN; a session does not open it",
    tried: { method: "GET", path: "/api/metrics" },
    nobody: 401,
    outside: 401,
    inside: 401,
  },
  api: {
    rule: "whoever has a key, as the procedures' guards say of its owner; a session does not open it",
    tried: { method: "GET", path: "/api/v1/boards" },
    nobody: 401,
    outside: 401,
    inside: 401,
    fromAnywhere: true,
  },
  trpc: {
    rule: "as the procedure's guard says",
    tried: { method: "GET", path: "/api/trpc/members.directory?input=%7B%7D" },
    nobody: 401,
    outside: 412,
    inside: 200,
  },
  curves: {
    rule: "hosts and administrators, as `readiness.curves` says",
    tried: { method: "GET", path: "/api/launch/curves.csv" },
    nobody: 401,
    outside: 412,
    inside: 403,
    team: 200,
  },
  desk: {
    rule: "hosts and administrators, as `desk.table` says",
    tried: { method: "GET", path: "/api/boards/desk.csv" },
    nobody: 401,
    outside: 412,
    inside: 403,
    team: 200,
  },
  notice: {
    rule: "whose notice it is, as `notices.open` says; nobody is sent to sign in",
    tried: { method: "GET", path: "/notices/018f0000-0000-7000-8000-000000000000" },
    nobody: 303,
    outside: 412,
    inside: 404,
  },
  unsubscribe: {
    rule: "everyone with the signed link of a mail to them; mail programs post here without a session (RFC 8058)",
    tried: { method: "POST", path: "/api/unsubscribe/made-up", form: { "List-Unsubscribe": "One-Click" } },
    nobody: 404,
    outside: 404,
    inside: 404,
    fromAnywhere: true,
  },
  "event-file": {
    rule: "whoever may read the post, as `posts.one` says; the tried post is nobody's",
    tried: { method: "GET", path: "/calendar/posts/018f0000-0000-7000-8000-000000000001.ics" },
    nobody: 401,
    outside: 412,
    inside: 404,
  },
  feed: {
    rule: "whoever has a key of this feed, as what its owner may see; a signed-in browser as `feeds.board` and `feedback.news` say",
    tried: { method: "GET", path: "/feeds/changelog.atom" },
    nobody: 401,
    outside: 404,
    inside: 200,
  },
  table: {
    rule: "hosts and administrators, as `table.ideas` says; the tried board is none",
    tried: { method: "GET", path: "/boards/made-up/export" },
    nobody: 401,
    outside: 412,
    inside: 404,
  },
  import: {
    rule: "hosts and administrators, as `imports.runs` says, from our own pages; the tried board is none",
    tried: { method: "POST", path: "/api/boards/made-up/import" },
    nobody: 401,
    outside: 412,
    inside: 404,
  },
  "import-problems": {
    rule: "hosts and administrators, as `imports.problems` says; the tried run is none",
    tried: { method: "GET", path: "/api/imports/018f0000-0000-7000-8000-000000000000/problems.csv" },
    nobody: 401,
    outside: 412,
    inside: 404,
  },
  "sign-in-callback": {
    rule: "everyone who comes back from the identity provider with the state that this browser was given",
    tried: { method: "GET", path: "/api/auth/callback/sso?code=made-up&state=made-up" },
    nobody: 303,
    outside: 303,
    inside: 303,
  },
  "sign-in": {
    rule: "everyone, from our own sign-in page",
    tried: { method: "POST", path: "/api/auth/sign-in" },
    nobody: 303,
    outside: 303,
    inside: 303,
  },
  "sign-out": {
    rule: "everyone, from our own pages; ends the session that the request came with",
    tried: { method: "POST", path: "/api/auth/sign-out" },
    nobody: 303,
    outside: 303,
    inside: 303,
  },
  upload: {
    rule: "whoever is inside, from our own pages; a photo also from the door",
    tried: { method: "POST", path: "/api/files", form: {} },
    nobody: 401,
    outside: 415,
    inside: 415,
  },
  file: {
    rule: "as `files.one` says: whoever sees what the file hangs on",
    tried: { method: "GET", path: "/files/018f4d5c-0000-7000-8000-000000000000/none.pdf" },
    nobody: 401,
    outside: 404,
    inside: 404,
  },
  form: {
    rule: "as the procedure's guard says, mutations only, from our own pages",
    tried: { method: "POST", path: "/form/members.directory", form: {} },
    nobody: 404,
    outside: 404,
    inside: 404,
  },
};

/** What a kind of person is answered at a door. */
export function answerAt(door: DoorAccess, who: Who, isInside: boolean): number {
  if (who === "nobody") return door.nobody;
  const isTeam = who === "host" || who === "admin";
  if (isTeam && door.team !== undefined) return door.team;
  return isInside ? door.inside : door.outside;
}
