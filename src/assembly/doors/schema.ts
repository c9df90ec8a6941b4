import { index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import type { RefusalData } from "@/platform/access/procedure";
import { idColumn, moment } from "@/platform/database/columns";

/** A form that was sent to be looked at: how its words will look, and whom they will not reach. */
export type FormPreview = { readonly code: "preview"; readonly html: string; readonly unread: readonly string[] };

/** Why a form came back: a refusal as it travels, a fault under its reference, or to be looked at. */
export type FormProblem = RefusalData | { readonly code: "fault"; readonly ref: string } | FormPreview;

/**
 * A form that was refused where no script could keep what was typed: it is shown again with its words, for an hour.
 * It belongs to a person; typed after a session had ended, to whoever holds the cookie whose hash is `holder`, until
 * they sign in.
 */
export const refusedForm = pgTable(
  "refused_form",
  {
    id: idColumn<"refused-form">("id").primaryKey(),
    personId: idColumn<"person">("person_id").references(() => person.id, { onDelete: "cascade" }),
    holder: text("holder"),
    procedure: text("procedure").notNull(),
    problem: jsonb("problem").$type<FormProblem>().notNull(),
    typed: jsonb("typed").$type<Record<string, string[]>>().notNull(),
    refusedAt: moment("refused_at").notNull(),
  },
  (t) => [index("refused_form_by_holder").on(t.holder), index("refused_form_by_time").on(t.refusedAt)],
);
