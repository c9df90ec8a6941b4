import { createServer, type Server } from "node:http";
import path from "node:path";
import type { Duplex } from "node:stream";
import { fileURLToPath } from "node:url";
import next from "next";
import { providerMetadata } from "@/members/sign-in/provider";
import { closeDatabase } from "@/platform/database/client";
import { env, prepareAuthEnv } from "@/platform/env";
import { closeSender } from "@/platform/jobs/boss";
import { log } from "@/platform/log";
import { pageFaults } from "@/platform/page-faults";
import { provideFeatures } from "@/stages/features/open-feature";
import { doors } from "./doors/all";
import { serving } from "./doors/serve";
import { declareServerGauges } from "./gauges";
import { closeHub } from "./live/hub";
import { whenAskedToStop } from "./stop";

/**
 * A slow client may take this long for its headers, and for the whole request: a large file over a slow line. How long
 * all other bodies may take stands in doors/patience.ts.
 */
const HEADERS_WITHIN_MS = 10_000;
const REQUEST_WITHIN_MS = 15 * 60_000;
/** Longer than proxies keep their connections, so that it is never we who close one that they are about to use. */
const KEEP_ALIVE_MS = 65_000;
const HEADERS_MAX_BYTES = 32 * 1024;

/** How long requests under way may take to finish once the process was asked to stop. */
const FINISH_WITHIN_MS = 5000;

const UNREADABLE: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

await main();

async function main(): Promise<void> {
  const { HOST, PORT, APP_URL, LEVAIN_DEV: dev } = env();
  prepareAuthEnv();
  declareServerGauges();
  await provideFeatures();
  pageFaults().tell = (fault) => log().error(fault, "fault in a page");
  const server = createServer({
    headersTimeout: HEADERS_WITHIN_MS,
    requestTimeout: REQUEST_WITHIN_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    maxHeaderSize: HEADERS_MAX_BYTES,
    // Nothing here speaks another protocol, but for the live reload of development mode: the wish is passed over.
    shouldUpgradeCallback: () => dev,
  });
  const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
  const app = next({ dev, dir: root, hostname: new URL(APP_URL).hostname, port: PORT, httpServer: server });
  await app.prepare();
  server.on("request", serving(doors, app.getRequestHandler()));
  server.on("clientError", answerUnreadable);
  // Known early, the provider's addresses stand in the security policy of the first sign-in already.
  void providerMetadata();
  await listen(server, PORT, HOST);
  whenAskedToStop(async () => {
    await closeHub();
    await close(server);
    await closeSender();
    await closeDatabase();
  });
  log().info({ address: APP_URL, host: HOST, port: PORT }, "serving");
}

/** What cannot even be read as a request gets the bare answer that it deserves, with headers like all others. */
function answerUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = UNREADABLE[error.code ?? ""] ?? "400 Bad Request";
  const headers = [
    "Connection: close",
    "Content-Length: 0",
    "Cache-Control: no-store",
    "X-Content-Type-Options: nosniff",
  ];
  socket.end([`HTTP/1.1 ${status}`, ...headers, "Content-Security-Policy: default-src 'none'", "", ""].join("\r\n"));
}

function listen(server: Server, port: number, host: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", reject);
  server.listen(port, host, () => {
    server.off("error", reject);
    resolve();
  });
  return promise;
}

/** Takes no new request, waits for those under way, and cuts what is still open after five seconds. */
async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection whose last request has ended waits for another that must not come.
  const sweeping = setInterval(() => server.closeIdleConnections(), 50);
  const cutting = setTimeout(() => server.closeAllConnections(), FINISH_WITHIN_MS);
  await closed;
  clearInterval(sweeping);
  clearTimeout(cutting);
}
