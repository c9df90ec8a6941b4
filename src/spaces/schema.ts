import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  index,
  integer,
  pgTable,
  pgView,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { file, person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import type { Stage } from "@/stages/shape";
import {
  type FollowLevel,
  GROUP_KINDS,
  type GroupKind,
  GUIDELINES_MAX,
  REQUEST_WORDS_MAX,
  type RequestAnswer,
  type SpaceRole,
  type Visibility,
} from "./shape";

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
    /** How one talks here: Markdown as written, rendered where it is read. */
    guidelines: text("guidelines").notNull().default(""),
    visibility: text("visibility").$type<Visibility>().notNull(),
    opensAt: text("opens_at").$type<Stage>().notNull().default("founding"),
    createdAt: moment("created_at").notNull(),
    archivedAt: moment("archived_at"),
    /** Where everything that was said in it stands since it was merged; it is archived then. */
    mergedInto: idColumn<"space">("merged_into").references((): AnyPgColumn => space.id, { onDelete: "set null" }),
    /** Those who have a place of their own; people in by a group are counted when asked. Kept by the actions. */
    memberCount: integer("member_count").notNull().default(0),
    postCount: integer("post_count").notNull().default(0),
    lastPostAt: moment("last_post_at"),
    coverId: idColumn<"file">("cover_id").references(() => file.id, { onDelete: "set null" }),
    /** What the cover shows, for those who do not see it. */
    coverAlt: text("cover_alt").notNull().default(""),
  },
  (t) => [
    check("space_slug_shape", sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(${t.slug}) between 2 and 60`),
    check("space_visibility", sql`${t.visibility} in ('open', 'request', 'private')`),
    check("space_guidelines", sql.raw(`char_length(guidelines) <= ${GUIDELINES_MAX}`)),
    check("space_counts", sql`${t.memberCount} >= 0 and ${t.postCount} >= 0`),
  ],
);

/** A place of one's own in a space: joined, given or asked for. Who else is in by a group is told by `spacePlace`. */
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
    index("space_member_owners").on(t.spaceId).where(sql`${t.role} = 'owner'`),
  ],
);

/**
 * A group that a space belongs to: one from SSO or the directory, a department or a site, by its name. Whoever is in
 * it has a place for as long as they are; no place is ever written down for that.
 */
export const spaceGroup = pgTable(
  "space_group",
  {
    spaceId: idColumn<"space">("space_id")
      .notNull()
      .references(() => space.id, { onDelete: "cascade" }),
    kind: text("kind").$type<GroupKind>().notNull(),
    name: text("name").notNull(),
    addedAt: moment("added_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.spaceId, t.kind, t.name] }),
    check("space_group_kind", sql`${t.kind} in ('group', 'department', 'site')`),
    check("space_group_name", sql`char_length(${t.name}) between 1 and 120`),
    index("space_group_by_name").on(t.kind, t.name),
  ],
);

/** How much of a space a person wants to hear of, where they chose; without a row the default of their place holds. */
export const spaceFollow = pgTable(
  "space_follow",
  {
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    spaceId: idColumn<"space">("space_id")
      .notNull()
      .references(() => space.id, { onDelete: "cascade" }),
    level: text("level").$type<FollowLevel>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.spaceId] }),
    check("space_follow_level", sql`${t.level} in ('everything', 'threads', 'mentions', 'nothing')`),
    index("space_follow_by_space").on(t.spaceId),
  ],
);

/** Somebody asked to join a space. Open until it is answered; answered ones stay, one may ask again later. */
export const spaceRequest = pgTable(
  "space_request",
  {
    id: idColumn<"space-request">("id").primaryKey(),
    spaceId: idColumn<"space">("space_id")
      .notNull()
      .references(() => space.id, { onDelete: "cascade" }),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    words: text("words").notNull().default(""),
    askedAt: moment("asked_at").notNull(),
    answer: text("answer").$type<RequestAnswer>(),
    answeredAt: moment("answered_at"),
    answeredBy: idColumn<"person">("answered_by").references(() => person.id, { onDelete: "set null" }),
    /** What the owner said to it. */
    reply: text("reply").notNull().default(""),
  },
  (t) => [
    check("space_request_answer", sql`${t.answer} in ('accepted', 'declined', 'taken-back')`),
    check("space_request_answered", sql`(${t.answer} is null) = (${t.answeredAt} is null)`),
    check(
      "space_request_words",
      sql.raw(`char_length(words) <= ${REQUEST_WORDS_MAX} and char_length(reply) <= ${REQUEST_WORDS_MAX}`),
    ),
    uniqueIndex("space_request_open_once").on(t.spaceId, t.personId).where(sql`${t.answer} is null`),
    index("space_request_in_order").on(t.spaceId, t.askedAt, t.id).where(sql`${t.answer} is null`),
    index("space_request_by_person").on(t.personId, t.spaceId, t.askedAt),
  ],
);

/** Whether person `p` is in a group of one kind. The two halves of the first say the same: one finds the groups of a
 * person by an index, the other the people of a group. */
const IN_GROUP: Readonly<Record<GroupKind, (group: string) => string>> = {
  group: (g) => `${g}.kind = 'group' and ${g}.name = any(p.groups) and p.groups @> array[${g}.name]`,
  department: (g) => `${g}.kind = 'department' and ${g}.name = p.department`,
  site: (g) => `${g}.kind = 'site' and ${g}.name = p.site`,
};
const inAnyGroup = (g: string) => `(${GROUP_KINDS.map((kind) => `(${IN_GROUP[kind](g)})`).join(" or ")})`;

/** Those whom groups of one kind bring in, each once and by the first of their groups. */
const broughtBy = (kind: GroupKind) => `
  select g.space_id, p.id, 'member', 'group', g.kind, g.name, coalesce(f.level, 'threads'), null::timestamptz
  from space_group g
  join person p on ${IN_GROUP[kind]("g")} and p.state = 'active'
  left join space_follow f on f.person_id = p.id and f.space_id = g.space_id
  where not exists (select 1 from space_member m where m.space_id = g.space_id and m.person_id = p.id)
    and not exists (select 1 from space_group o where o.space_id = g.space_id and (o.kind, o.name) < (g.kind, g.name)
      and ${inAnyGroup("o")})`;

/**
 * Who is in a space: one row a space and active person, by a place of their own or by a group, whichever stage it is.
 * Everybody who asks "who is in" asks here. Somebody with a place who is also in a group is here because of the group.
 * `level` is what they hear of: their choice, else what their place brings.
 */
export const spacePlace = pgView("space_place", {
  spaceId: idColumn<"space">("space_id").notNull(),
  personId: idColumn<"person">("person_id").notNull(),
  role: text("role").$type<SpaceRole>().notNull(),
  because: text("because").$type<"joined" | "group">().notNull(),
  groupKind: text("group_kind").$type<GroupKind>(),
  groupName: text("group_name"),
  level: text("level").$type<FollowLevel>().notNull(),
  joinedAt: moment("joined_at"),
}).as(
  sql.raw(`select m.space_id, m.person_id, m.role, case when g.name is null then 'joined' else 'group' end as because,
    g.kind as group_kind, g.name as group_name,
    coalesce(f.level, case m.role when 'owner' then 'everything' else 'threads' end) as level, m.joined_at
  from space_member m
  join person p on p.id = m.person_id and p.state = 'active'
  left join lateral (select g.kind, g.name from space_group g where g.space_id = m.space_id and ${inAnyGroup("g")}
    order by g.kind, g.name limit 1) g on true
  left join space_follow f on f.person_id = m.person_id and f.space_id = m.space_id
  union all${broughtBy("group")}
  union all${broughtBy("department")}
  union all${broughtBy("site")}`),
);
