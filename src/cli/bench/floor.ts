import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { initTRPC } from "@trpc/server";
import { nodeHTTPRequestHandler } from "@trpc/server/adapters/node-http";
import { type Alone, alone, aloneShape } from "@/cli/bench/sql";
import { readBody } from "@/platform/http/body";

/** The CPU that this process has used up to now, in milliseconds. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * The floor of the bench, in a process of its own: a tRPC server that does nothing but what every tRPC server does,
 * and the application's SQL without the application. Tells its parent the port, and ends with it.
 *
 * `/answer` takes the value that `posts.feed` then answers with; `/cpu` and `/sql` are for the parent alone.
 */
export async function runFloor(): Promise<void> {
  const { router, procedure } = initTRPC.create();
  const kept: { answer: unknown } = { answer: null };
  const floor = router({ posts: router({ feed: procedure.query(() => kept.answer) }) });
  const ways: Readonly<Record<string, (req: IncomingMessage) => Promise<unknown>>> = {
    "/cpu": async () => ({ cpuMs: cpuMs() }),
    "/answer": async (req) => {
      kept.answer = JSON.parse((await readBody(req)).toString("utf8"));
      return {};
    },
    "/sql": async (req): Promise<Alone> => alone(aloneShape.parse(JSON.parse((await readBody(req)).toString("utf8")))),
  };
  const server = createServer((req, res) => {
    const url = req.url ?? "";
    const way = ways[url];
    if (way === undefined) return handle(req, res, url);
    way(req).then(
      (said) => res.end(JSON.stringify(said)),
      (error: Error) => res.writeHead(500).end(error.message),
    );
  });
  const handle = (req: IncomingMessage, res: ServerResponse, url: string) =>
    void nodeHTTPRequestHandler({
      req,
      res,
      path: (url.split("?", 1)[0] ?? "").slice("/api/trpc/".length),
      router: floor,
    });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  process.once("disconnect", () => process.exit(0));
  process.send?.({ port: typeof address === "object" ? address?.port : null });
  await new Promise(() => {});
}
