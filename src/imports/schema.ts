import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { board } from "@/feedback/schema";
import { person } from "@/members/schema";
import { idColumn, moment } from "@/platform/database/columns";
import { comment, conversation } from "@/posts/schema";
import { space } from "@/spaces/schema";
import type { LineReason } from "./ideas/shape";
import type { ImportState, RefusedMessage, RunSaid } from "./shape";

/**
 * One reading of one archive into one space, or of one table into one board. The counts are of this run alone and add up:
 * read = imported + duplicates + refused. A run that was killed stays `running` until the next one marks it `failed`;
 * what it had brought by then is whole and is kept.
 */
export const importRun = pgTable(
  "import_run",
  {
    id: idColumn<"import-run">("id").primaryKey(),
    kind: text("kind").$type<"mbox" | "ideas">().notNull(),
    spaceId: idColumn<"space">("space_id").references(() => space.id),
    boardId: idColumn<"board">("board_id").references(() => board.id),
    /** Who started it on a page; null for the command line. */
    startedBy: idColumn<"person">("started_by").references(() => person.id, { onDelete: "set null" }),
    /** Reads and counts and writes nothing. */
    isRehearsal: boolean("is_rehearsal").notNull().default(false),
    /** What a reading of a table has to say beside the counts. */
    said: jsonb("said").$type<RunSaid>(),
    fileName: text("file_name").notNull(),
    state: text("state").$type<ImportState>().notNull(),
    startedAt: moment("started_at").notNull(),
    finishedAt: moment("finished_at"),
    read: integer("read").notNull().default(0),
    imported: integer("imported").notNull().default(0),
    threads: integer("threads").notNull().default(0),
    comments: integer("comments").notNull().default(0),
    people: integer("people").notNull().default(0),
    duplicates: integer("duplicates").notNull().default(0),
    refused: integer("refused").notNull().default(0),
    refusals: jsonb("refusals").$type<RefusedMessage[]>().notNull().default(sql`'[]'::jsonb`),
  },
  (t) => [
    check("import_run_kind", sql`${t.kind} in ('mbox', 'ideas')`),
    check(
      "import_run_place",
      sql`(${t.kind} = 'mbox') = (${t.spaceId} is not null)
      and (${t.kind} = 'ideas') = (${t.boardId} is not null)`,
    ),
    check("import_run_state", sql`${t.state} in ('running', 'done', 'failed', 'undone')`),
    index("import_run_by_time").on(t.startedAt, t.id),
    index("import_run_by_space").on(t.spaceId),
    index("import_run_by_board").on(t.boardId, t.startedAt),
  ],
);

/**
 * A mail that became a conversation or a comment. The key makes a second run skip it; the rest lets
 * a later archive, or a mail that answers it, find its thread. A row outlives the words when those are erased, so that
 * they do not come back with the next run.
 */
export const importMessage = pgTable(
  "import_message",
  {
    spaceId: idColumn<"space">("space_id")
      .notNull()
      .references(() => space.id, { onDelete: "cascade" }),
    /** First 128 bits of the SHA-256 of the Message-ID, base64url. */
    messageHash: text("message_hash").notNull(),
    runId: idColumn<"import-run">("run_id")
      .notNull()
      .references(() => importRun.id, { onDelete: "cascade" }),
    conversationId: idColumn<"conversation">("conversation_id").references(() => conversation.id, {
      onDelete: "set null",
    }),
    /** True for the mail that opened its conversation; false for a comment, also when that was erased. */
    isOpening: boolean("is_opening").notNull().default(false),
    commentId: idColumn<"comment">("comment_id").references(() => comment.id, { onDelete: "set null" }),
    /** Hash of the subject without its reply marks; empty when there is none to compare. */
    subjectHash: text("subject_hash").notNull(),
    sentAt: moment("sent_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.spaceId, t.messageHash] }),
    index("import_message_by_subject").on(t.spaceId, t.subjectHash, t.sentAt),
    index("import_message_by_run").on(t.runId),
    index("import_message_by_conversation").on(t.conversationId),
    index("import_message_by_comment").on(t.commentId),
  ],
);

/** A person whom a run made known. Undoing the run removes those whom nothing else holds by then. */
export const importPerson = pgTable(
  "import_person",
  {
    personId: idColumn<"person">("person_id")
      .primaryKey()
      .references(() => person.id, { onDelete: "cascade" }),
    runId: idColumn<"import-run">("run_id")
      .notNull()
      .references(() => importRun.id, { onDelete: "cascade" }),
  },
  (t) => [index("import_person_by_run").on(t.runId)],
);

/**
 * A trait by which archives recognise an author who has no readable address: a hash of the sorted tokens of the name,
 * or of an address that the archive masked. Made by imports only; signing in never looks here.
 */
export const importIdentity = pgTable(
  "import_identity",
  {
    traitHash: text("trait_hash").primaryKey(),
    personId: idColumn<"person">("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    runId: idColumn<"import-run">("run_id")
      .notNull()
      .references(() => importRun.id, { onDelete: "cascade" }),
  },
  (t) => [index("import_identity_by_person").on(t.personId), index("import_identity_by_run").on(t.runId)],
);

/**
 * An idea that came out of a table, by what the other tool called it: a second reading of it skips it. A row outlives the
 * idea when that is erased, so that it does not come back.
 */
export const importIdea = pgTable(
  "import_idea",
  {
    boardId: idColumn<"board">("board_id")
      .notNull()
      .references(() => board.id, { onDelete: "cascade" }),
    /** First 128 bits of the SHA-256 of the other tool's name for it, base64url. */
    sourceHash: text("source_hash").notNull(),
    runId: idColumn<"import-run">("run_id")
      .notNull()
      .references(() => importRun.id, { onDelete: "cascade" }),
    ideaId: idColumn<"conversation">("idea_id").references(() => conversation.id, { onDelete: "set null" }),
    /** How many votes and answers came with it; any more are of this place. */
    votes: integer("votes").notNull().default(0),
    moves: integer("moves").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.boardId, t.sourceHash] }),
    index("import_idea_by_run").on(t.runId),
    index("import_idea_by_idea").on(t.ideaId),
  ],
);

/** A line of a table that was left out, and why; so many of a run and no more. */
export const importLine = pgTable(
  "import_line",
  {
    runId: idColumn<"import-run">("run_id")
      .notNull()
      .references(() => importRun.id, { onDelete: "cascade" }),
    line: integer("line").notNull(),
    /** The column as the file calls it. */
    column: text("column_name").notNull(),
    reason: text("reason").$type<LineReason>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.runId, t.line] })],
);
