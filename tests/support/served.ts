import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";
import { doors } from "@/assembly/doors/all";
import { type Pages, serving } from "@/assembly/doors/serve";
import { prepareAuthEnv, provideEnv } from "@/platform/env";

/** A page that says what it was asked: stands where Next would draw one. */
const plainPages: Pages = async (req, res) => {
  res.setHeader("content-type", "text/html; charset=utf-8");
  res.end(
    `<p>${req.url}</p><script nonce="${/'nonce-([^']+)'/.exec(String(req.headers["content-security-policy"]))?.[1]}">`,
  );
};

export type Served = {
  /** Our address, without a closing slash. */
  readonly url: string;
  readonly port: number;
  readonly server: Server;
};

/** Serves every door on a port of its own, with plain pages in Next's place. Call after `withDatabase()`. */
export function withServer(pages: Pages = plainPages): () => Served {
  let served: Served | undefined;

  beforeAll(async () => {
    const server = createServer(serving(doors, pages));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const url = `http://localhost:${port}`;
    provideEnv({ APP_URL: url, PORT: String(port), METRICS_TOKEN: "a token that only tests know" });
    prepareAuthEnv();
    served = { url, port, server };
  });

  afterAll(async () => {
    served?.server.closeAllConnections();
    await new Promise((resolve) => served?.server.close(resolve));
  });

  return () => {
    if (served === undefined) throw new Error("the server is started before each file's tests");
    return served;
  };
}

/** A browser's worth of cookies, and requests that follow no redirect. */
export class Client {
  readonly cookies = new Map<string, string>();
  constructor(private readonly served: () => Served) {}

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.send(path, { headers });
  }

  /** Posts a form as one of our own pages does. */
  post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    const body = new URLSearchParams(fields);
    return this.send(path, { method: "POST", body, headers: { origin: this.served().url, ...headers } });
  }

  async send(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = new Headers(init.headers);
    if (cookie !== "") headers.set("cookie", cookie);
    const answer = await fetch(`${this.served().url}${path}`, { ...init, headers, redirect: "manual" });
    for (const line of answer.headers.getSetCookie()) this.keep(line);
    return answer;
  }

  private keep(line: string): void {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === "" || /max-age=0/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
