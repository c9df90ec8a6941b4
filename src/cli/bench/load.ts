import { performance } from "node:perf_hooks";
import autocannon from "autocannon";
import { Failure } from "@/cli/output";

/** One kind of request. `next` makes each one, so that a write can be somebody else's every time. */
export type Target = {
  readonly name: string;
  readonly port: number;
  readonly path: string;
  readonly status: 200 | 303;
  readonly next: () => Sent;
  /** A write costs more and is limited, so fewer are sent in a round. */
  readonly share: number;
};

/** What is sent. Without a body it is a GET. */
export type Sent = { readonly headers: Readonly<Record<string, string>>; readonly body?: string };

/** One run: how many requests were answered, in how many seconds, with how many bytes a response. */
export type Run = { readonly requests: number; readonly seconds: number; readonly bytes: number };

/**
 * Sends a fixed number of requests over a fixed number of connections, each waiting for its answer before the next.
 * Fails when one of them is not answered with the target's own status: a fast refusal is no speed.
 */
export async function load(target: Target, amount: number, connections: number): Promise<Run> {
  const perConnection = Math.max(1, Math.round(amount / connections));
  const began = performance.now();
  let answered = began;
  const result = await autocannon({
    url: `http://127.0.0.1:${target.port}${target.path}`,
    amount: perConnection * connections,
    connections,
    timeout: 30,
    setupClient: (client) => {
      // The generator's own duration is rounded up to its next sample.
      client.on("response", () => {
        answered = performance.now();
      });
      client.setRequests(
        Array.from({ length: perConnection }, () => {
          const { headers, body } = target.next();
          return { method: body === undefined ? "GET" : "POST", path: target.path, headers, body };
        }),
      );
    },
  });
  const statuses = result.statusCodeStats ?? {};
  const wrong = Object.keys(statuses).filter((status) => status !== String(target.status));
  if (result.errors > 0 || result.timeouts > 0 || wrong.length > 0) {
    const found = wrong.length > 0 ? `answered ${wrong.join(", ")}` : `${result.errors} connections failed`;
    throw new Failure(`${target.name}: expected ${target.status} from ${target.path}, but it ${found}.`);
  }
  const requests = result.requests.total;
  return {
    requests,
    seconds: (answered - began) / 1000,
    bytes: Math.round(result.throughput.total / Math.max(1, requests)),
  };
}
