import { index, pgTable, text } from "drizzle-orm/pg-core";
import { person, session } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";

/**
 * A browser that shows notices, as its push service knows it. It belongs to the session that asked for it: signing that
 * device out ends it. The row goes when the service says that the browser is gone.
 */
export const pushDevice = pgTable(
  "push_device",
  {
    id: idColumn<"push-device">("id").primaryKey(),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    sessionId: idColumn<"session">("session_id")
      .notNull()
      .references(() => session.id, { onDelete: "cascade" }),
    endpoint: text("endpoint").notNull().unique(),
    p256dh: text("p256dh").notNull(),
    auth: text("auth").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [index("push_device_by_person").on(t.personId), index("push_device_by_session").on(t.sessionId)],
);
