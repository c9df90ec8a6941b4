import { timingSafeEqual } from "node:crypto";
import { pool } from "@/platform/database/client";
import { pendingMigrations } from "@/platform/database/migrate";
import { env } from "@/platform/env";
import { sendJson, sendText } from "@/platform/http/answers";
import { headerOf, TurnedAway } from "@/platform/http/visit";
import { log } from "@/platform/log";
import { readMetrics } from "@/platform/metrics";
import { at, type Door } from "./door";

/** Whether the process lives. */
export const healthDoor: Door = {
  name: "health",
  opensTo: at("/api/health"),
  methods: ["GET"],
  anyHost: true,
  handle: async ({ res }) => sendJson(res, 200, { status: "ok" }),
};

const ANSWER_WITHIN_MS = 3000;

/** Whether it can serve: the database answers and is of this version. */
export const readyDoor: Door = {
  name: "ready",
  opensTo: at("/api/ready"),
  methods: ["GET"],
  anyHost: true,
  handle: async ({ res }) => {
    const reason = await whyNotReady();
    if (reason === null) sendJson(res, 200, { status: "ready" });
    else sendJson(res, 503, { status: "not ready", reason });
  },
};

async function whyNotReady(): Promise<string | null> {
  try {
    const missing = await within(ANSWER_WITHIN_MS, pendingMigrations(pool()));
    return missing > 0 ? `${missing} migrations are missing: run levain migrate` : null;
  } catch (error) {
    // The reason may name the server and its user: it is for the log, not for whoever asks.
    log().error({ err: error }, "the database does not answer");
    return "the database does not answer";
  }
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}

/** Prometheus' door: the token of METRICS_TOKEN opens it, and without one it does not exist. */
export const metricsDoor: Door = {
  name: "metrics",
  opensTo: at("/api/metrics"),
  methods: ["GET"],
  anyHost: true,
  handle: async ({ req, res }) => {
    const { METRICS_TOKEN: token } = env();
    if (token === undefined) throw new TurnedAway(404, "not-found");
    if (!isSame(headerOf(req, "authorization") ?? "", `Bearer ${token}`))
      throw new TurnedAway(401, "not-allowed", { "www-authenticate": "Bearer" });
    const { type, text } = await readMetrics();
    sendText(res, 200, type, text);
  },
};

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
