import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { performance } from "node:perf_hooks";
import { useAgent as agentFor } from "request-filtering-agent";
import { SECOND } from "@/platform/durations";
import { env } from "@/platform/env";
import { ANSWER_KEPT, type HookError } from "./shape";

/** How long an endpoint has for all of its answer. */
const WITHIN_MS = 15 * SECOND;
/** How much of an answer is read before the line is cut. */
const READ_MAX = 16 * 1024;

/** What came of one try. */
export type Outcome = {
  readonly status: number | null;
  readonly error: HookError | null;
  readonly answer: string;
  readonly ms: number;
};

/** The loopback addresses, for a receiver on the same machine while somebody builds one. */
const LOOPBACK = ["127.0.0.1", "::1"];

/**
 * Sends one message. The address is looked up here and refused when it lies within the house (private, link-local,
 * loopback, of a cloud's metadata): an admin's form must not be a way to ask what only this machine can reach. What was
 * looked up is what is called, so that a name cannot change in between; nothing is followed elsewhere.
 */
export async function postTo(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<Outcome> {
  const began = performance.now();
  const took = () => Math.round(performance.now() - began);
  const local = env().WEBHOOK_LOCAL;
  const target = new URL(url);
  const signal = AbortSignal.timeout(WITHIN_MS);
  if (target.protocol !== "https:" && !local) return { status: null, error: "refused-address", answer: "", ms: 0 };
  try {
    const { status, answer } = await exchange(target, headers, body, { local, signal });
    return { status, error: null, answer, ms: took() };
  } catch (error) {
    return { status: null, error: signal.aborted ? "timeout" : reasonOf(error), answer: "", ms: took() };
  }
}

type Answer = { readonly status: number; readonly answer: string };

function exchange(
  target: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
  { local, signal }: { local: boolean; signal: AbortSignal },
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const send = target.protocol === "https:" ? httpsRequest : httpRequest;
  const options = {
    method: "POST",
    agent: agentFor(target.href, { keepAlive: false, allowIPAddressList: local ? LOOPBACK : [] }),
    signal,
    headers: {
      "content-type": "application/json",
      "content-length": String(Buffer.byteLength(body)),
      "user-agent": "Levain-Webhooks/1",
      ...headers,
    },
  };
  const asked = send(target, options, (res) => {
    let read = "";
    let size = 0;
    const done = () => resolve({ status: res.statusCode ?? 0, answer: read.slice(0, ANSWER_KEPT) });
    res.setEncoding("utf8");
    res.on("data", (chunk: string) => {
      size += Buffer.byteLength(chunk);
      if (read.length < ANSWER_KEPT) read += chunk;
      if (size < READ_MAX) return;
      done();
      asked.destroy();
    });
    res.on("end", done);
    res.on("error", reject);
  });
  asked.on("error", reject);
  asked.end(body);
  return promise;
}

function reasonOf(error: unknown): HookError {
  return error instanceof Error && /is not allowed\. Because/.test(error.message) ? "refused-address" : "unreachable";
}
