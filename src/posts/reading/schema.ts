import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import { conversation } from "../schema";
import { LINE_MAX, type ThreadLevel } from "./shape";

/**
 * How far a person has read a conversation, on whichever device: everything up to the moment `upTo` and, of what was
 * said at that very moment, up to the id `upToId`. Both are null while nothing was read. `follow` is what they want to
 * hear of it; null leaves that to their level in the space. Whoever writes in a conversation follows it.
 */
export const reading = pgTable(
  "reading",
  {
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    conversationId: idColumn<"conversation">("conversation_id")
      .notNull()
      .references(() => conversation.id, { onDelete: "cascade" }),
    upTo: moment("up_to"),
    upToId: uuid("up_to_id"),
    /** When it was last on a screen. */
    seenAt: moment("seen_at"),
    follow: text("follow").$type<ThreadLevel>(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.conversationId] }),
    check("reading_follow", sql`${t.follow} in ('everything', 'mentions', 'nothing')`),
    check("reading_place", sql`(${t.upTo} is null) = (${t.upToId} is null)`),
    index("reading_followers").on(t.conversationId).where(sql`${t.follow} is not null`),
    index("reading_followed").on(t.personId, t.seenAt.desc().nullsLast()).where(sql`${t.follow} = 'everything'`),
  ],
);

/**
 * The line that a person's reading starts from: nothing said before `drawnAt` is new to them, read or not. It is drawn
 * when they come for the first time, when they come back after a long time, and when they mark all as read;
 * `drawnBefore` is where it stood, so that this can be undone. While `missedSince` is set, home tells what they missed
 * from then until `drawnAt`.
 */
export const readingLine = pgTable("reading_line", {
  personId: idColumn<"person">("person_id")
    .primaryKey()
    .references(() => person.id, { onDelete: "cascade" }),
  drawnAt: moment("drawn_at").notNull(),
  drawnBefore: moment("drawn_before"),
  /** The last visit that was noted, a quarter of an hour exact. */
  hereAt: moment("here_at").notNull(),
  missedSince: moment("missed_since"),
});

/**
 * A line by a host about a conversation: why it matters, for those who were not there. In one language or in both; who
 * reads is shown their own, or else the other.
 */
export const hostLine = pgTable(
  "host_line",
  {
    conversationId: idColumn<"conversation">("conversation_id")
      .primaryKey()
      .references(() => conversation.id, { onDelete: "cascade" }),
    english: text("english").notNull().default(""),
    french: text("french").notNull().default(""),
    writtenBy: idColumn<"person">("written_by")
      .notNull()
      .references(() => person.id),
    writtenAt: moment("written_at").notNull(),
  },
  (t) => [
    check("host_line_words", sql`${t.english} <> '' or ${t.french} <> ''`),
    check("host_line_length", sql.raw(`char_length(english) <= ${LINE_MAX} and char_length(french) <= ${LINE_MAX}`)),
  ],
);
