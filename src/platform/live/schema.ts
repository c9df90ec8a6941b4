import { sql } from "drizzle-orm";
import { bigint, boolean, customType, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { idColumn, moment } from "@/platform/database/columns";

const xid8 = customType<{ data: string; driverData: string }>({ dataType: () => "xid8" });

/**
 * A change that was announced lately, so that whoever lost their connection hears of it at the next one. Swept after
 * two hours. `xact` is the transaction that wrote it: transactions do not end in the order in which they began, and
 * only the transaction tells whether a listener can have heard of it (docs/decisions).
 */
export const liveSignal = pgTable(
  "live_signal",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    topic: text("topic").notNull(),
    /** Something was added, not only changed. */
    news: boolean("news").notNull(),
    xact: xid8("xact").notNull().default(sql`pg_current_xact_id()`),
    at: moment("at").notNull(),
  },
  (t) => [index("live_signal_by_topic").on(t.topic, t.xact), index("live_signal_by_time").on(t.at)],
);

/**
 * Who has a conversation open now, once for each app process that serves them. Counts while `seenAt` is young; a
 * process that ends takes its rows along, and those of one that was killed grow old.
 */
export const presence = pgTable(
  "presence",
  {
    topic: text("topic").notNull(),
    personId: idColumn<"person">("person_id").notNull(),
    process: uuid("process").notNull(),
    seenAt: moment("seen_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.topic, t.personId, t.process] }),
    index("presence_by_process").on(t.process),
    index("presence_by_time").on(t.seenAt),
  ],
);
