import { sql } from "drizzle-orm";
import { check, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn } from "@/platform/database/columns";
import { DEFAULT_WISH, type Position, type Rhythm, type Scope, type Way } from "./shape";

/**
 * How a person wants to be told, where they chose; without a row the defaults of `shape.ts` hold. Hours and days are
 * read on the clock of the person's time zone. Quiet hours last from one hour to another, over midnight when the second
 * is the smaller; two equal hours mean none.
 */
export const noticeWish = pgTable(
  "notice_wish",
  {
    personId: idColumn<"person">("person_id")
      .primaryKey()
      .references(() => person.id, { onDelete: "cascade" }),
    position: text("position").$type<Position>().notNull().default(DEFAULT_WISH.position),
    rhythm: text("rhythm").$type<Rhythm>().notNull().default(DEFAULT_WISH.rhythm),
    digestDay: smallint("digest_day").notNull().default(DEFAULT_WISH.digestDay),
    digestHour: smallint("digest_hour").notNull().default(DEFAULT_WISH.digestHour),
    quietFrom: smallint("quiet_from").notNull().default(DEFAULT_WISH.quietFrom),
    quietUntil: smallint("quiet_until").notNull().default(DEFAULT_WISH.quietUntil),
    /** The days on which mail may come, Monday is 1; none means every day. */
    workdays: smallint("workdays")
      .array()
      .notNull()
      .default([...DEFAULT_WISH.workdays]),
  },
  (t) => [
    check("notice_wish_position", sql`${t.position} in ('all', 'mine', 'digest', 'nothing')`),
    check("notice_wish_rhythm", sql`${t.rhythm} in ('daily', 'weekly')`),
    check("notice_wish_day", sql`${t.digestDay} between 1 and 7`),
    check(
      "notice_wish_hours",
      sql`${t.digestHour} between 0 and 23 and ${t.quietFrom} between 0 and 23 and ${t.quietUntil} between 0 and 23`,
    ),
  ],
);

/** A wish for one thread, one space or one kind of notice. `key` is its id or its name; the narrower one holds. */
export const noticeRule = pgTable(
  "notice_rule",
  {
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    scope: text("scope").$type<Scope>().notNull(),
    key: text("key").notNull(),
    way: text("way").$type<Way>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.scope, t.key] }),
    check("notice_rule_scope", sql`${t.scope} in ('thread', 'space', 'kind')`),
    check("notice_rule_way", sql`${t.way} in ('mail', 'digest', 'bell', 'nothing')`),
  ],
);
