import { withDatabase } from "@tests/support/database";
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { reader } from "@/platform/database/client";
import { wayFor } from "./hits";

withDatabase();

async function score(fit: number, days: number, answers: number, answered = false): Promise<number> {
  const [row] = await reader().execute<{ score: number }>(
    sql`select search_score(${fit}::real, ${days}::float8, ${answers}::int, ${answered}::boolean) as score`,
  );
  return Number(row?.score);
}

it("halves what freshness gives in half a year, and leaves the old their words", async () => {
  expect(await score(1, 0, 0)).toBeCloseTo(1);
  expect(await score(1, 180, 0)).toBeCloseTo(0.7);
  expect(await score(1, 360, 0)).toBeCloseTo(0.55);
  expect(await score(1, 36_000, 0)).toBeCloseTo(0.4);
  expect(await score(1, -3, 0)).toBeCloseTo(1);
});

it("puts an answered talk before an unanswered one that fits as well, and a good fit of last year before a poor one", async () => {
  expect(await score(1, 10, 4, true)).toBeGreaterThan(await score(1, 10, 0));
  expect(await score(1, 365, 0)).toBeGreaterThan(await score(0.4, 0, 0));
  expect(await score(1, 10, 1000)).toBeLessThan(await score(2, 10, 0));
});

it.each([
  [null, 1_000_000, "walk"],
  [0, 1_000_000, "index"],
  [0.01, 1_000_000, "index"],
  [0.03, 1_000_000, "walk"],
  [0.6, 1_000_000, "walk"],
  [0.6, 500, "index"],
])("for a share of %s among %d passages goes by the %s", (share, passages, way) => {
  expect(wayFor(share === null ? null : { share }, passages)).toBe(way);
});
