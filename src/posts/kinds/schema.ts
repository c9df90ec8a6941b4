import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import { post } from "../schema";
import { LINK_MAX, OPTION_MAX, PLACE_MAX } from "./shape";

const postId = () =>
  idColumn<"conversation">("post_id")
    .notNull()
    .references(() => post.id, { onDelete: "cascade" });

/** What a poll asks beside its post: one answer or `several`, with names beside the answers or without. */
export const poll = pgTable(
  "poll",
  {
    id: idColumn<"conversation">("id")
      .primaryKey()
      .references(() => post.id, { onDelete: "cascade" }),
    several: boolean("several").notNull(),
    named: boolean("named").notNull(),
    closesAt: moment("closes_at"),
    /** People who answered; kept by the action. */
    voterCount: integer("voter_count").notNull().default(0),
  },
  (t) => [
    check("poll_voters", sql`${t.voterCount} >= 0`),
    // What a ballot's foreign key points at.
    unique("poll_rule").on(t.id, t.several),
  ],
);

/** A possible answer, in the order in which its author wrote them. */
export const pollOption = pgTable(
  "poll_option",
  {
    pollId: idColumn<"conversation">("poll_id")
      .notNull()
      .references(() => poll.id, { onDelete: "cascade" }),
    position: smallint("position").notNull(),
    label: text("label").notNull(),
    voteCount: integer("vote_count").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.pollId, t.position] }),
    check("poll_option_place", sql`${t.position} between 1 and 10`),
    check("poll_option_label", sql.raw(`char_length(label) between 1 and ${OPTION_MAX}`)),
    check("poll_option_votes", sql`${t.voteCount} >= 0`),
  ],
);

/**
 * One person, one voice: the primary key makes a second ballot impossible, and the foreign key on the poll's own rule
 * with the check beside it makes two answers impossible where one is asked for.
 */
export const pollBallot = pgTable(
  "poll_ballot",
  {
    pollId: idColumn<"conversation">("poll_id").notNull(),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    several: boolean("several").notNull(),
    choices: smallint("choices").array().notNull(),
    votedAt: moment("voted_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.pollId, t.personId] }),
    foreignKey({ name: "poll_ballot_rule", columns: [t.pollId, t.several], foreignColumns: [poll.id, poll.several] })
      .onDelete("cascade")
      .onUpdate("cascade"),
    check("poll_ballot_choices", sql`cardinality(${t.choices}) between 1 and 10`),
    check("poll_ballot_one", sql`${t.several} or cardinality(${t.choices}) = 1`),
    index("poll_ballot_by_person").on(t.personId),
  ],
);

/** When and where something takes place that a post tells of. `timeZone` is that of the place, not of the reader. */
export const postEvent = pgTable(
  "post_event",
  {
    id: idColumn<"conversation">("id")
      .primaryKey()
      .references(() => post.id, { onDelete: "cascade" }),
    startsAt: moment("starts_at").notNull(),
    endsAt: moment("ends_at").notNull(),
    timeZone: text("time_zone").notNull(),
    place: text("place").notNull().default(""),
    link: text("link").notNull().default(""),
  },
  (t) => [
    check("post_event_order", sql`${t.endsAt} > ${t.startsAt}`),
    check("post_event_place", sql.raw(`char_length(place) <= ${PLACE_MAX}`)),
    check("post_event_link", sql.raw(`char_length(link) <= ${LINK_MAX}`)),
    index("post_event_by_start").on(t.startsAt),
  ],
);

/** Somebody said that they have read an announcement that asks for it. */
export const announcementSeen = pgTable(
  "announcement_seen",
  {
    postId: postId(),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    seenAt: moment("seen_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.postId, t.personId] }), index("announcement_seen_by_person").on(t.personId)],
);
