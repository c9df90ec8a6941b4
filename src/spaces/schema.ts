import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import type { Stage } from "@/stages/shape";
import type { SpaceRole, Visibility } from "./shape";

/**
 * A room where people write. `open`: any member reads and may join. `request`: listed, read by its members.
 * `private`: for anyone else it does not exist. Before the stage `opensAt` only hosts and admins enter.
 */
export const space = pgTable(
  "space",
  {
    id: idColumn<"space">("id").primaryKey(),
    slug: text("slug").notNull().unique(),
    name: text("name").notNull(),
    purpose: text("purpose").notNull().default(""),
    visibility: text("visibility").$type<Visibility>().notNull(),
    opensAt: text("opens_at").$type<Stage>().notNull().default("founding"),
    createdAt: moment("created_at").notNull(),
    archivedAt: moment("archived_at"),
    /** Kept by the actions, so that a list of spaces counts nothing. */
    memberCount: integer("member_count").notNull().default(0),
    postCount: integer("post_count").notNull().default(0),
    lastPostAt: moment("last_post_at"),
  },
  (t) => [
    check("space_slug_shape", sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(${t.slug}) between 2 and 60`),
    check("space_visibility", sql`${t.visibility} in ('open', 'request', 'private')`),
    check("space_counts", sql`${t.memberCount} >= 0 and ${t.postCount} >= 0`),
  ],
);

/** A person's place in a space. */
export const spaceMember = pgTable(
  "space_member",
  {
    spaceId: idColumn<"space">("space_id")
      .notNull()
      .references(() => space.id, { onDelete: "cascade" }),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    role: text("role").$type<SpaceRole>().notNull().default("member"),
    joinedAt: moment("joined_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.spaceId, t.personId] }),
    check("space_member_role", sql`${t.role} in ('member', 'owner')`),
    index("space_member_by_person").on(t.personId),
  ],
);
