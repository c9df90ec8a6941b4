import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";
import { provideEnv } from "@/platform/env";

/** A message as it arrived. */
export type Received = { readonly headers: IncomingHttpHeaders; readonly body: string; readonly path: string };

/** Somebody who is told things, on this machine, and answers as they are asked to. */
export type Receiver = {
  readonly url: string;
  readonly received: Received[];
  /** What the next messages are answered; 204 at first. */
  answer: { status: number; body?: string; headers?: Record<string, string> };
};

/** Starts a receiver, and permits webhooks to this machine for the file. Call after `withDatabase()`. */
export function withReceiver(): () => Receiver {
  let server: Server | undefined;
  let receiver: Receiver | undefined;
  beforeAll(async () => {
    const received: Received[] = [];
    const own: Receiver = { url: "", received, answer: { status: 204 } };
    server = createServer((req, res) => {
      let body = "";
      req.setEncoding("utf8");
      req.on("data", (chunk: string) => {
        body += chunk;
      });
      req.on("end", () => {
        received.push({ headers: req.headers, body, path: req.url ?? "" });
        res.writeHead(own.answer.status, own.answer.headers);
        res.end(own.answer.body ?? "");
      });
    });
    await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    receiver = Object.assign(own, { url: `http://127.0.0.1:${port}/hook` });
    provideEnv({ WEBHOOK_LOCAL: "true", APP_URL: "https://levain.test.example" });
  });
  afterAll(async () => {
    server?.closeAllConnections();
    await new Promise((resolve) => server?.close(resolve));
    provideEnv({ WEBHOOK_LOCAL: "false" });
  });
  return () => {
    if (receiver === undefined) throw new Error("the receiver is started before each file's tests");
    return receiver;
  };
}
