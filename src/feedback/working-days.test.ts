import { withDatabase } from "@tests/support/database";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { reader } from "@/platform/database/client";
import { DAY } from "@/platform/durations";
import { workingDaysBetween, workingDaysIn } from "./working-days";

withDatabase();

const moment = fc.date({ min: new Date("2020-01-01"), max: new Date("2035-01-01"), noInvalidDate: true });

test("a weekend is no time, and ten working days are two weeks", () => {
  const day = (text: string) => new Date(`${text}T12:00:00Z`);
  expect(workingDaysBetween(day("2026-11-20"), day("2026-11-23"))).toBe(1);
  expect(workingDaysBetween(day("2026-11-21"), day("2026-11-22"))).toBe(0);
  expect(workingDaysBetween(day("2026-11-23"), day("2026-12-07"))).toBe(10);
  fc.assert(
    fc.property(moment, fc.nat({ max: 100 }), (from, days) => {
      const to = new Date(from.getTime() + days * DAY);
      let counted = 0;
      for (let n = 1; n <= days; n += 1)
        if (![0, 6].includes(new Date(from.getTime() + n * DAY).getUTCDay())) counted += 1;
      expect(workingDaysBetween(from, to)).toBe(counted);
    }),
  );
});

test("the database counts working days as the server does", async () => {
  const pairs = fc.sample(fc.tuple(moment, moment), { numRuns: 300, seed: 3 });
  const rows = sql.join(
    pairs.map(
      ([from, to], n) => sql`(${n}::int, ${from.toISOString()}::timestamptz, ${to.toISOString()}::timestamptz)`,
    ),
    sql`, `,
  );
  const counted: Iterable<{ n: number; days: number }> = await reader().execute(
    sql`select n, ${workingDaysIn(sql`f`, sql`t`)} as days from (values ${rows}) pair (n, f, t) order by n`,
  );
  expect([...counted].map((one) => one.days)).toEqual(pairs.map(([from, to]) => workingDaysBetween(from, to)));
});
