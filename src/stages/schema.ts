import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, smallint, text } from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import type { AdmissionKind, Audience, Stage } from "./shape";

/**
 * Where the launch stands: exactly one row. `version` grows with every flip, so that a flip decided on an older
 * picture fails instead of undoing another admin's.
 */
export const launchState = pgTable(
  "launch_state",
  {
    only: boolean("only").primaryKey().default(true),
    stage: text("stage").$type<Stage>().notNull(),
    version: integer("version").notNull().default(1),
    since: moment("since").notNull(),
    /** Whether every flip needs a second admin. */
    twoAdmins: boolean("two_admins").notNull().default(false),
    /** Whom the pilot admits beside the invited. */
    audience: jsonb("audience").$type<Audience>().notNull(),
    /** How many people each member may invite. */
    memberInvitations: smallint("member_invitations").notNull().default(3),
  },
  (t) => [
    check("launch_state_member_invitations", sql`${t.memberInvitations} between 0 and 50`),
    check("launch_state_one_row", sql`${t.only}`),
    check("launch_state_stage", sql`${t.stage} in ('groundwork', 'founding', 'early', 'pilot', 'general')`),
  ],
);

/**
 * A fact that lets a person in from some stage on: an invitation, a place in a wave, or the promise that whoever wrote
 * stays inside when the launch goes back (`kept`). Whether the person *is*
 * admitted is computed at each request from these facts, the groups and the stage; it is written nowhere.
 */
export const admission = pgTable(
  "admission",
  {
    id: idColumn<"admission">("id").primaryKey(),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    kind: text("kind").$type<AdmissionKind>().notNull(),
    grantedBy: idColumn<"person">("granted_by").references(() => person.id, { onDelete: "set null" }),
    /** The member who wished for this person, where a host sent the invitation for them. */
    wantedBy: idColumn<"person">("wanted_by").references(() => person.id, { onDelete: "set null" }),
    grantedAt: moment("granted_at").notNull(),
    /** An invitation that nobody took up by then counts no more. */
    expiresAt: moment("expires_at"),
    acceptedAt: moment("accepted_at"),
    revokedAt: moment("revoked_at"),
  },
  (t) => [
    check("admission_kind", sql`${t.kind} in ('host-invitation', 'member-invitation', 'wave', 'kept')`),
    index("admission_by_person").on(t.personId),
  ],
);
