import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, text } from "drizzle-orm/pg-core";
import { idColumn, moment } from "@/platform/database/columns";
import { person } from "../schema";

/**
 * A key by which something without a session asks in a person's name: a program, or, where `feed` names one, a feed
 * reader that reads this feed and nothing else. Only its hash is kept; `sealed` holds it for the minutes in which its
 * owner may copy it. What it opens is what the person may see at that moment.
 */
export const accessKey = pgTable(
  "access_key",
  {
    id: idColumn<"access-key">("id").primaryKey(),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    feed: text("feed"),
    mayWrite: boolean("may_write").notNull().default(false),
    tokenHash: text("token_hash").notNull().unique(),
    sealed: text("sealed"),
    createdAt: moment("created_at").notNull(),
    /** Null for a feed, which is read until its address is ended. */
    expiresAt: moment("expires_at"),
    lastUsedAt: moment("last_used_at"),
    endedAt: moment("ended_at"),
  },
  (t) => [
    index("access_key_by_person").on(t.personId, t.createdAt),
    check("access_key_feed_reads", sql`${t.feed} is null or not ${t.mayWrite}`),
    check("access_key_program_ends", sql`${t.feed} is not null or ${t.expiresAt} is not null`),
  ],
);
