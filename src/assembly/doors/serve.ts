import type { IncomingMessage, ServerResponse } from "node:http";
import { performance } from "node:perf_hooks";
import { providerOrigins } from "@/members/sign-in/provider";
import { paths } from "@/paths";
import { env } from "@/platform/env";
import { PERSONAL, sendOn } from "@/platform/http/answers";
import { expectPage } from "@/platform/http/drawing";
import { takeIn } from "@/platform/http/intake";
import { type HostVerdict, isFromOurPages, judgeHost } from "@/platform/http/origin";
import { securityHeaders } from "@/platform/http/security-headers";
import { headerOf, TurnedAway, type Visit } from "@/platform/http/visit";
import { log } from "@/platform/log";
import { observeRequest } from "@/platform/metrics";
import type { Door } from "./door";
import { losePatience } from "./patience";
import { answerProblem } from "./problem";
import { routeClass } from "./route-class";

/** Renders a page: Next's request handler. */
export type Pages = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

/** What every request goes through: looked at, given its headers, led to a door or to the pages, counted and logged. */
export function serving(doors: readonly Door[], pages: Pages): (req: IncomingMessage, res: ServerResponse) => void {
  return (req, res) => {
    const began = performance.now();
    const host = headerOf(req, "host");
    const visit = enter(req, res);
    const door = doors.find((one) => one.opensTo(visit.url.pathname));
    const route = door?.name ?? routeClass(visit.url.pathname);
    res.once("close", () => tell(visit, route, performance.now() - began));
    admit(visit, door, judge(host, door), pages).catch((error: unknown) => answerProblem(visit, error));
  };
}

/** Gives the response its headers before anything can fail; a request that cannot be read still gets its answer. */
function enter(req: IncomingMessage, res: ServerResponse): Visit & { refused?: unknown } {
  const { APP_URL: appUrl, TRUST_PROXY: trustedHops, LEVAIN_DEV: dev } = env();
  const { visit, refused } = takeIn(req, res, { appUrl, trustedHops, dev });
  const https = appUrl.startsWith("https:");
  // An identity provider may lead on to another before it comes back; a browser asks this policy at each step.
  const formTargets = [...providerOrigins(), ...(visit.url.pathname === paths.signIn() ? ["https:"] : [])];
  const headers = securityHeaders(visit.nonce, { https, dev, formTargets });
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  res.setHeader("x-request-id", visit.requestId);
  // Next reads the nonce from the policy of the request.
  req.headers["content-security-policy"] = headers["content-security-policy"];
  req.headers["x-request-id"] = visit.requestId;
  req.headers["x-levain-path"] = `${visit.url.pathname}${visit.url.search}`;
  return refused === null ? visit : { ...visit, refused };
}

/** Behind a trusted proxy the proxy decides which names lead here. */
function judge(host: string | null, door: Door | undefined): HostVerdict {
  const { APP_URL, TRUST_PROXY } = env();
  return TRUST_PROXY > 0 || door?.anyHost ? "ours" : judgeHost(host, APP_URL);
}

async function admit(
  visit: Visit & { refused?: unknown },
  door: Door | undefined,
  host: HostVerdict,
  pages: Pages,
): Promise<void> {
  if (visit.refused !== undefined) throw visit.refused;
  const { req, res, url } = visit;
  const isRead = req.method === "GET" || req.method === "HEAD";
  if (host === "unknown") throw new TurnedAway(421, "host");
  if (host === "another-name") {
    if (!isRead) throw new TurnedAway(421, "host");
    return sendOn(res, `${env().APP_URL}${url.pathname}${url.search}`, 307);
  }
  if (door === undefined) return showPage(visit, isRead, pages);
  demandMethod(door, req.method ?? "");
  if (!isRead && !door.fromAnywhere && !isFromOurPages(req, env().APP_URL)) throw new TurnedAway(403, "origin");
  losePatience(visit);
  await door.handle(visit);
}

/** Pages are only read; what changes something goes through a door. */
async function showPage({ req, res, url }: Visit, isRead: boolean, pages: Pages): Promise<void> {
  if (url.pathname.startsWith("/api/") || url.pathname.startsWith("/form/")) throw new TurnedAway(404, "not-found");
  if (!isRead) throw new TurnedAway(405, "method", { allow: "GET, HEAD" });
  if (routeClass(url.pathname) !== "file") res.setHeader("cache-control", PERSONAL);
  expectPage(req, res);
  await pages(req, res);
}

function demandMethod(door: Door, method: string): void {
  const isAllowed = door.methods.some(
    (one) => one === method || (one === "GET" && method === "HEAD" && !door.onceOnly),
  );
  if (isAllowed) return;
  throw new TurnedAway(405, "method", { allow: door.methods.join(", ") });
}

/** One line a request: what class of route, never the query, which may carry a code or somebody's words. */
function tell({ req, res, requestId }: Visit, route: string, ms: number): void {
  const finished = res.writableFinished;
  const method = req.method ?? "";
  const status = finished ? res.statusCode : 499;
  // A stream lasts as long as its page is open, which says nothing about how fast we answer.
  const isStream = String(res.getHeader("content-type")).startsWith("text/event-stream");
  if (!isStream) observeRequest(route, method, status, ms / 1000);
  const line = { requestId, route: isStream ? "stream" : route, method, status, ms: Math.round(ms * 10) / 10 };
  if (route === "file" || route === "health" || route === "ready" || route === "metrics") log().debug(line, "request");
  else log().info(line, "request");
}
