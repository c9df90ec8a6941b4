import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { once } from "@/platform/once";

const DURATION_BUCKETS_SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

function registry(): Registry {
  return once("metrics.registry", () => {
    const made = new Registry();
    // Event loop lag, memory, garbage collection and CPU of this process.
    collectDefaultMetrics({ register: made });
    return made;
  });
}

function durations(): Histogram<"route" | "method" | "status"> {
  return once(
    "metrics.durations",
    () =>
      new Histogram({
        name: "levain_http_request_duration_seconds",
        help: "How long requests took, by class of route.",
        labelNames: ["route", "method", "status"],
        buckets: DURATION_BUCKETS_SECONDS,
        registers: [registry()],
      }),
  );
}

/**
 * Counts one answered request.
 * @param route the class of the route, one of a few dozen; never a path with an id in it
 * @param seconds from the first byte of the request to the last of the answer
 */
export function observeRequest(route: string, method: string, status: number, seconds: number): void {
  durations().observe({ route, method, status: `${Math.floor(status / 100)}xx` }, seconds);
}

/** A value that is asked for at each reading of the metrics, with at most one label. */
export type Measured = readonly { readonly label: string; readonly value: number }[];

/** Declares a gauge whose values `measure` gives at the moment of reading. */
export function declareGauge(name: string, help: string, labelName: string, measure: () => Promise<Measured>): void {
  once(`metrics.gauge.${name}`, () => {
    return new Gauge({
      name,
      help,
      labelNames: [labelName],
      registers: [registry()],
      async collect() {
        const values = await measure();
        this.reset();
        for (const { label, value } of values) this.set({ [labelName]: label }, value);
      },
    });
  });
}

/** Everything measured, in Prometheus' text format, and the media type of that. */
export async function readMetrics(): Promise<{ type: string; text: string }> {
  return { type: registry().contentType, text: await registry().metrics() };
}
