import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { idColumn, moment } from "@/platform/database/columns";
import { tsvector } from "@/platform/database/text-search";
import type { FileKind } from "@/platform/files/types";
import { FILE_NAME_MAX, type FileUse } from "./files/shape";
import { AWAY_NOTE_MAX, type PersonState, type Role, type RoleSource, type ShownTo } from "./shape";

/**
 * Anyone whom Levain knows, with or without an account. A row is made by an import, an invitation or a sign-in;
 * `claimedAt` says when its owner first signed in. Until then the person is seeded and can already be named,
 * invited and credited.
 */
export const person = pgTable(
  "person",
  {
    id: idColumn<"person">("id").primaryKey(),
    displayName: text("display_name").notNull(),
    /** The name without accents and capitals, a space before each word: for finding a word by its beginning. */
    nameWords: text("name_words")
      .notNull()
      .generatedAlwaysAs(
        sql`' ' || lower(regexp_replace(regexp_replace(normalize(display_name, NFD),
          '[\\u0300-\\u036f]+', '', 'g'), '[-''’ ]+', ' ', 'g'))`,
      ),
    state: text("state").$type<PersonState>().notNull().default("active"),
    /** When a suspension ends by itself; null for one without an end. */
    suspendedUntil: moment("suspended_until"),
    title: text("title").notNull().default(""),
    department: text("department").notNull().default(""),
    site: text("site").notNull().default(""),
    pronouns: text("pronouns").notNull().default(""),
    about: text("about").notNull().default(""),
    languages: text("languages").array().notNull().default(sql`'{}'::text[]`),
    canHelpWith: text("can_help_with").array().notNull().default(sql`'{}'::text[]`),
    wantsToLearn: text("wants_to_learn").array().notNull().default(sql`'{}'::text[]`),
    interests: text("interests").array().notNull().default(sql`'{}'::text[]`),
    /** Who sees which field; one that is not named is seen by everybody inside (members/privacy.ts). */
    shownTo: jsonb("shown_to").$type<ShownTo>().notNull().default({}),
    groups: text("groups").array().notNull().default(sql`'{}'::text[]`),
    locale: text("locale").$type<"en" | "fr">(),
    timeZone: text("time_zone"),
    /** Whether letters without a modifier do things for them. */
    singleKeys: boolean("single_keys").notNull().default(true),
    /** Whether others are told that they have a conversation open. */
    showsPresence: boolean("shows_presence").notNull().default(true),
    kind: text("kind").$type<"human" | "bot">().notNull().default("human"),
    createdAt: moment("created_at").notNull(),
    claimedAt: moment("claimed_at"),
    /** Out of office: both days included, on their own calendar; null for somebody who is there. */
    awayFrom: date("away_from", { mode: "string" }),
    awayUntil: date("away_until", { mode: "string" }),
    awayNote: text("away_note").notNull().default(""),
    /** Who can be asked meanwhile. */
    awayAsk: idColumn<"person">("away_ask").references((): AnyPgColumn => person.id, { onDelete: "set null" }),
    photoId: idColumn<"file">("photo_id").references((): AnyPgColumn => file.id, { onDelete: "set null" }),
  },
  (t) => [
    check("person_name_length", sql`char_length(${t.displayName}) between 1 and 120`),
    check("person_state_known", sql`${t.state} in ('active', 'suspended', 'left')`),
    check(
      "person_away",
      sql`(${t.awayFrom} is null) = (${t.awayUntil} is null) and (${t.awayFrom} is null or ${t.awayFrom} <= ${t.awayUntil})`,
    ),
    check("person_away_note", sql.raw(`char_length(away_note) <= ${AWAY_NOTE_MAX}`)),
    check("person_kind_known", sql`${t.kind} in ('human', 'bot')`),
    check("person_suspended_until", sql`${t.suspendedUntil} is null or ${t.state} = 'suspended'`),
    index("person_suspension_ends").on(t.suspendedUntil).where(sql`${t.suspendedUntil} is not null`),
    index("person_by_name").on(sql`lower(${t.displayName})`, t.id),
    index("person_by_name_words").using("gin", sql`${t.nameWords} gin_trgm_ops`),
    index("person_by_department").on(t.department, t.site),
    index("person_by_site").on(t.site),
    index("person_by_group").using("gin", t.groups),
  ],
);

/**
 * What the directory searches of a person, written by a trigger. Which fields those are is said in one place, the
 * function `person_words` in the database.
 */
export const personWords = pgTable(
  "person_words",
  {
    personId: idColumn<"person">("person_id")
      .primaryKey()
      .references(() => person.id, { onDelete: "cascade" }),
    /** The name in lower case and without accents, to be compared with one that is misspelled. */
    name: text("name").notNull(),
    words: tsvector("words").notNull(),
  },
  (t) => [
    index("person_words_words").using("gin", t.words),
    index("person_words_name").using("gin", t.name.op("gin_trgm_ops")),
  ],
);

/** An address under which a person writes or is invited. One person may have several; an address has one person. */
export const personAddress = pgTable(
  "person_address",
  {
    address: text("address").primaryKey(),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    verifiedAt: moment("verified_at"),
    rank: text("rank").$type<"primary" | "other">().notNull().default("other"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    check("address_lower_case", sql`${t.address} = lower(${t.address}) and char_length(${t.address}) <= 254`),
    index("address_by_person").on(t.personId),
    uniqueIndex("address_one_primary").on(t.personId).where(sql`${t.rank} = 'primary'`),
  ],
);

/**
 * A role that a person holds or held. Rows are ended, never deleted: readiness asks who was on the team on a day.
 * At most one open row for a person, role and source, so that what SSO gives and takes away leaves what an admin gave.
 */
export const personRole = pgTable(
  "person_role",
  {
    id: idColumn<"person-role">("id").primaryKey(),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    role: text("role").$type<Role>().notNull(),
    source: text("source").$type<RoleSource>().notNull(),
    since: moment("since").notNull(),
    until: moment("until"),
    grantedBy: idColumn<"person">("granted_by").references(() => person.id, { onDelete: "set null" }),
  },
  (t) => [
    check("role_known", sql`${t.role} in ('host', 'admin')`),
    uniqueIndex("role_open_once").on(t.personId, t.role, t.source).where(sql`${t.until} is null`),
  ],
);

/** The key of a person at an identity provider: issuer and subject, never the address. */
export const account = pgTable(
  "account",
  {
    issuer: text("issuer").notNull(),
    subject: text("subject").notNull(),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    idToken: text("id_token"),
    linkedAt: moment("linked_at").notNull(),
    signedInAt: moment("signed_in_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.issuer, t.subject] }),
    uniqueIndex("account_one_per_issuer").on(t.personId, t.issuer),
  ],
);

/** A signed-in device. Only the SHA-256 of the cookie's token is kept; deleting the row signs the device out at once. */
export const session = pgTable(
  "session",
  {
    id: idColumn<"session">("id").primaryKey(),
    tokenHash: text("token_hash").notNull().unique(),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    userAgent: text("user_agent").notNull().default(""),
    createdAt: moment("created_at").notNull(),
    lastSeenAt: moment("last_seen_at").notNull(),
    expiresAt: timestamp("expires_at", { withTimezone: true, precision: 3 }).notNull(),
  },
  (t) => [index("session_by_person").on(t.personId), index("session_by_expiry").on(t.expiresAt)],
);

/**
 * Something that was uploaded; its bytes lie in the storage under its id. Until words, a profile or a space take it up
 * it is loose, seen by its owner alone, and goes after a day. Rows are written before the bytes and deleted after
 * them, so that the storage holds nothing that no row tells of.
 */
export const file = pgTable(
  "file",
  {
    id: idColumn<"file">("id").primaryKey(),
    ownerId: idColumn<"person">("owner_id").references((): AnyPgColumn => person.id, { onDelete: "set null" }),
    use: text("use").$type<FileUse>().notNull(),
    name: text("name").notNull(),
    /** By content, as `platform/files/types.ts` found it. */
    type: text("type").notNull(),
    kind: text("kind").$type<FileKind>().notNull(),
    size: bigint("size", { mode: "number" }).notNull(),
    /** Of pictures, in pixels. */
    width: integer("width"),
    height: integer("height"),
    /** Whether the storage has it in small too. */
    hasSmall: boolean("has_small").notNull().default(false),
    createdAt: moment("created_at").notNull(),
    /** Since when nothing has taken it up; null while something has. */
    looseSince: moment("loose_since"),
  },
  (t) => [
    check("file_use", sql`${t.use} in ('attachment', 'photo', 'cover')`),
    check("file_name", sql.raw(`char_length(name) between 1 and ${FILE_NAME_MAX}`)),
    check("file_size", sql`${t.size} >= 0`),
    index("file_loose").on(t.looseSince).where(sql`${t.looseSince} is not null`),
    index("file_by_owner").on(t.ownerId),
  ],
);
