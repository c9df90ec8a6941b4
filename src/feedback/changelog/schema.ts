import { sql } from "drizzle-orm";
import { boolean, index, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { file, person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import { idea } from "../schema";

/**
 * An entry of the changelog. Without `publishedAt` it is a draft of the hosts'; with one that is to come it waits for it;
 * then it is there for whoever sees one of its ideas, and for everybody when it has none.
 */
export const changelogEntry = pgTable(
  "changelog_entry",
  {
    id: idColumn<"changelog-entry">("id").primaryKey(),
    title: text("title").notNull(),
    body: text("body").notNull(),
    bodyHtml: text("body_html").notNull(),
    excerpt: text("excerpt").notNull(),
    /** Who wrote it, or shipped the idea from which it was proposed. */
    byPerson: idColumn<"person">("by_person").references(() => person.id, { onDelete: "set null" }),
    /** True until somebody looked at what a shipped idea proposed. */
    proposed: boolean("proposed").notNull().default(false),
    createdAt: moment("created_at").notNull(),
    publishedAt: moment("published_at"),
    /** When those whom it concerns were told of it: once. */
    toldAt: moment("told_at"),
  },
  (t) => [
    index("changelog_entry_by_time")
      .on(t.publishedAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`${t.publishedAt} is not null`),
    index("changelog_entry_drafts")
      .on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`${t.publishedAt} is null`),
  ],
);

/** An idea that an entry tells of. */
export const changelogLink = pgTable(
  "changelog_link",
  {
    entryId: idColumn<"changelog-entry">("entry_id")
      .notNull()
      .references(() => changelogEntry.id, { onDelete: "cascade" }),
    ideaId: idColumn<"conversation">("idea_id")
      .notNull()
      .references(() => idea.id, { onDelete: "cascade" }),
    place: smallint("place").notNull(),
  },
  (t) => [primaryKey({ columns: [t.entryId, t.ideaId] }), index("changelog_link_by_idea").on(t.ideaId)],
);

/** A file that hangs on an entry, seen by whoever sees the entry. */
export const changelogFile = pgTable(
  "changelog_file",
  {
    fileId: idColumn<"file">("file_id")
      .primaryKey()
      .references(() => file.id, { onDelete: "cascade" }),
    entryId: idColumn<"changelog-entry">("entry_id")
      .notNull()
      .references(() => changelogEntry.id, { onDelete: "cascade" }),
    /** False for a picture that stands in the words. */
    listed: boolean("listed").notNull(),
    place: smallint("place").notNull(),
  },
  (t) => [index("changelog_file_by_entry").on(t.entryId)],
);

/** Up to when somebody has seen the changelog. */
export const changelogSeen = pgTable("changelog_seen", {
  personId: idColumn<"person">("person_id")
    .primaryKey()
    .references(() => person.id, { onDelete: "cascade" }),
  seenAt: moment("seen_at").notNull(),
});
