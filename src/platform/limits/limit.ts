import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "@/platform/database/client";
import { Refusal } from "@/platform/errors";
import { once } from "@/platform/once";

/** A budget: `points` each `seconds`, counted in PostgreSQL, so that any number of app processes share it. */
export type Limit = { readonly name: string; readonly points: number; readonly seconds: number };

type Query = { text: string; values: (string | number | null)[] };

/** rate-limiter-flexible speaks to a client of `pg`; ours is postgres.js. */
const client = {
  async query({ text, values }: Query): Promise<{ rows: unknown[]; rowCount: number }> {
    const rows = await pool().unsafe(text, values, { prepare: true });
    return { rows, rowCount: rows.count };
  },
};

function limiter(limit: Limit): RateLimiterPostgres {
  return once(`limit.${limit.name}`, () => {
    return new RateLimiterPostgres({
      storeClient: client,
      storeType: "client",
      tableName: "rate_limit",
      tableCreated: true,
      keyPrefix: limit.name,
      points: limit.points,
      duration: limit.seconds,
    });
  });
}

/** What is left of a budget after points were taken of it. */
export type Left = { readonly spent: boolean; readonly left: number; readonly seconds: number };

/** Takes points of the budget of `key` and tells what is left; `spent` when there were none to take. */
export async function draw(limit: Limit, key: string, points = 1): Promise<Left> {
  const outcome = await limiter(limit)
    .consume(key, points)
    .catch((error: unknown) => {
      if (error instanceof RateLimiterRes) return error;
      throw error;
    });
  return {
    spent: outcome.consumedPoints > limit.points,
    left: Math.max(0, limit.points - outcome.consumedPoints),
    seconds: Math.max(1, Math.ceil(outcome.msBeforeNext / 1000)),
  };
}

/**
 * Takes points of the budget of `key` (a person, an address), one if nothing else is said.
 * @throws Refusal `too-many`, with the seconds to wait, when nothing is left
 */
export async function spend(limit: Limit, key: string, points = 1): Promise<void> {
  const { spent, seconds } = await draw(limit, key, points);
  if (spent) throw new Refusal("too-many", "tooMany", { seconds });
}
