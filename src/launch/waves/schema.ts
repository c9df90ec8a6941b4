import { sql } from "drizzle-orm";
import { boolean, check, date, index, integer, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import { invitation } from "../schema";
import type { Place } from "./compose";
import { PACE_MAX, PLACES_MAX, TOPICS_MAX } from "./shape";

/** People who were let in together. Who belongs to it stands in `wave_member` and is never drawn again. */
export const wave = pgTable(
  "wave",
  {
    id: idColumn<"wave">("id").primaryKey(),
    sentBy: idColumn<"person">("sent_by").references(() => person.id, { onDelete: "set null" }),
    sentAt: moment("sent_at").notNull(),
  },
  (t) => [index("wave_by_time").on(t.sentAt, t.id)],
);

/** One newcomer of a wave, with the reasons of that moment, and whose place they take. Rows are never changed. */
export const waveMember = pgTable(
  "wave_member",
  {
    waveId: idColumn<"wave">("wave_id")
      .notNull()
      .references(() => wave.id, { onDelete: "cascade" }),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    invitationId: idColumn<"invitation">("invitation_id")
      .notNull()
      .references(() => invitation.id, { onDelete: "cascade" }),
    /** Whose place they take for a time; null for somebody who had company and found no place free. */
    hostId: idColumn<"person">("host_id").references(() => person.id, { onDelete: "set null" }),
    because: text("because").$type<Place["because"]>().notNull(),
    company: text("company").$type<Exclude<Place["company"], "nobody">>().notNull(),
    position: smallint("position").notNull(),
    joinedAt: moment("joined_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.waveId, t.personId] }),
    check("wave_member_because", sql`${t.because} in ('vouched', 'hole', 'turn')`),
    check("wave_member_company", sql`${t.company} in ('acquaintances', 'colleague', 'host')`),
    index("wave_member_by_person").on(t.personId),
    index("wave_member_by_time").on(t.joinedAt),
    index("wave_member_by_host").on(t.hostId, t.joinedAt),
    index("wave_member_by_invitation").on(t.invitationId),
  ],
);

/** A host said that they will expect one person who waits: it holds for the request that was open then. */
export const waveYes = pgTable(
  "wave_yes",
  {
    hostId: idColumn<"person">("host_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    saidAt: moment("said_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.hostId] }), index("wave_yes_by_host").on(t.hostId)],
);

/** What a host said of the newcomers that they can expect. Without a row the default holds. */
export const hostPlace = pgTable(
  "host_place",
  {
    personId: idColumn<"person">("person_id")
      .primaryKey()
      .references(() => person.id, { onDelete: "cascade" }),
    places: smallint("places").notNull(),
    topics: text("topics").notNull().default(""),
    awayUntil: date("away_until", { mode: "string" }),
  },
  () => [
    check("host_place_places", sql.raw(`places between 0 and ${PLACES_MAX}`)),
    check("host_place_topics", sql.raw(`char_length(topics) <= ${TOPICS_MAX}`)),
  ],
);

/**
 * How waves go, in at most one row; without it the defaults hold. What the gate of newcomers said is kept here by the
 * clock, so that a page need not reckon it.
 */
export const waveRule = pgTable(
  "wave_rule",
  {
    only: boolean("only").primaryKey().default(true),
    /** Newcomers a day; null lets what the hosts answered decide. */
    perDay: integer("per_day"),
    readAt: moment("read_at"),
    /** Since when newcomers go unanswered; null while the gate does not fail. */
    pausedAt: moment("paused_at"),
    sentenceEn: text("sentence_en").notNull().default(""),
    sentenceFr: text("sentence_fr").notNull().default(""),
    /** An admin lets waves go on; it holds until the gate has passed and fails anew. */
    liftedAt: moment("lifted_at"),
    liftedBy: idColumn<"person">("lifted_by").references(() => person.id, { onDelete: "set null" }),
    liftReason: text("lift_reason").notNull().default(""),
  },
  (t) => [
    check("wave_rule_one_row", sql`${t.only}`),
    check("wave_rule_pace", sql.raw(`per_day between 1 and ${PACE_MAX}`)),
    check("wave_rule_lift", sql`(${t.liftedAt} is null) = (${t.liftReason} = '')`),
  ],
);
