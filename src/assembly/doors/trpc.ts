import { nodeHTTPRequestHandler } from "@trpc/server/adapters/node-http";
import { refusalWords } from "@/i18n/refusal-words";
import { words } from "@/i18n/words";
import { type RefusalData, refusalOf } from "@/platform/access/procedure";
import { PERSONAL } from "@/platform/http/answers";
import { BODY_MAX, refuseLongBody } from "@/platform/http/body";
import type { Visit } from "@/platform/http/visit";
import { log } from "@/platform/log";
import { appRouter } from "../router";
import { below, type Door } from "./door";
import { spendAnonymous } from "./limits";
import { faultWords } from "./problem";
import { visitorOf } from "./visitor";

const PATH = "/api/trpc";

/** How many calls one request may carry. */
const BATCH_MAX = 10;

/** The procedures over HTTP: queries by GET, mutations by POST alone (tRPC's HTTP rules). */
export const trpcDoor: Door = {
  name: "trpc",
  opensTo: below(PATH),
  methods: ["GET", "POST"],
  handle: async (visit) => {
    refuseLongBody(visit.req);
    const visitor = await visitorOf(visit);
    await spendAnonymous(visit, visitor);
    visit.res.setHeader("cache-control", PERSONAL);
    const { requestId } = visit;
    const t = words(visitor.locale);
    const tell = (refusal: RefusalData | null) =>
      refusal === null ? faultWords(t, requestId) : refusalWords(t, refusal).message;
    await nodeHTTPRequestHandler({
      req: visit.req,
      res: visit.res,
      path: visit.url.pathname.slice(PATH.length + 1),
      router: appRouter,
      createContext: async () => ({ ...visitor, requestId, tell }),
      maxBodySize: BODY_MAX,
      maxBatchSize: BATCH_MAX,
      onError: ({ error, path }) => logFault(visit, error, path),
    });
  },
};

function logFault({ requestId }: Visit, error: Error & { code: string }, path: string | undefined): void {
  if (refusalOf(error) === null && error.code === "INTERNAL_SERVER_ERROR")
    log().error({ err: error.cause ?? error, requestId, procedure: path }, "fault in a procedure");
}
