import { index, pgTable } from "drizzle-orm/pg-core";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import { board, idea } from "../schema";

/** Each time an idea was moved to another board. Rows are never changed. */
export const ideaTransfer = pgTable(
  "idea_transfer",
  {
    id: idColumn<"idea-transfer">("id").primaryKey(),
    ideaId: idColumn<"conversation">("idea_id")
      .notNull()
      .references(() => idea.id, { onDelete: "cascade" }),
    fromBoard: idColumn<"board">("from_board")
      .notNull()
      .references(() => board.id),
    toBoard: idColumn<"board">("to_board")
      .notNull()
      .references(() => board.id),
    movedBy: idColumn<"person">("moved_by")
      .notNull()
      .references(() => person.id),
    movedAt: moment("moved_at").notNull(),
  },
  (t) => [index("idea_transfer_in_order").on(t.ideaId, t.movedAt)],
);
