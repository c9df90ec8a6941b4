import { setTimeout as pause } from "node:timers/promises";
import { Failure } from "@/cli/output";
import { now } from "@/platform/clock";
import { SECOND } from "@/platform/durations";

const READY_WITHIN_MS = 120 * SECOND;
const ASK_AGAIN_AFTER_MS = 100;
const EVERY_ADDRESS: Readonly<Record<string, string>> = { "0.0.0.0": "127.0.0.1", "::": "[::1]" };

/** Asks `/api/ready` until it says yes. Throws when it does not within two minutes, or when `signal` aborts. */
export async function waitUntilReady(host: string, port: number, signal: AbortSignal): Promise<void> {
  const address = `http://${EVERY_ADDRESS[host] ?? host}:${port}/api/ready`;
  const until = now().getTime() + READY_WITHIN_MS;
  let last = "no answer";
  while (now().getTime() < until) {
    signal.throwIfAborted();
    try {
      const response = await fetch(address, { signal: AbortSignal.any([signal, AbortSignal.timeout(10 * SECOND)]) });
      if (response.ok) return;
      last = `${response.status} ${(await response.text()).slice(0, 300)}`;
    } catch (error) {
      signal.throwIfAborted();
      last = error instanceof Error ? error.message : String(error);
    }
    await pause(ASK_AGAIN_AFTER_MS, undefined, { signal });
  }
  throw new Failure(`Levain did not get ready: ${last}`);
}
