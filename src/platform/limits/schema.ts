import { bigint, index, integer, pgTable, varchar } from "drizzle-orm/pg-core";

/** How much of a budget is spent, in the shape that rate-limiter-flexible reads and writes. `expire` in Unix ms. */
export const rateLimit = pgTable(
  "rate_limit",
  {
    key: varchar("key", { length: 255 }).primaryKey(),
    points: integer("points").notNull().default(0),
    expire: bigint("expire", { mode: "number" }),
  },
  (t) => [index("rate_limit_by_expiry").on(t.expire)],
);
