import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { fileColumns } from "@/members/files/columns";
import { cardColumns } from "@/members/queries";
import { file, person } from "@/members/schema";
import { isTeam, type Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, momentKey, type Page, type PageInput } from "@/platform/database/page";
import { conversation } from "@/posts/schema";
import { boardChoices } from "../boards";
import { ideasVisibleTo } from "../policy";
import { board, idea } from "../schema";
import { canMakeIdea, canSettleNote } from "./policy";
import { hostNote } from "./schema";
import type { HostNoteId, NoteState } from "./shape";
import type { DeskNote, NoteDesk, OwnNote } from "./views";

const answerer = alias(person, "answerer");

const noteColumns = {
  id: hostNote.id,
  words: hostNote.words,
  pagePath: hostNote.pagePath,
  pageTitle: hostNote.pageTitle,
  version: hostNote.version,
  viewport: hostNote.viewport,
  file: fileColumns,
  mayBecomeIdea: hostNote.mayBecomeIdea,
  state: hostNote.state,
  answer: hostNote.answer,
  answeredBy: answerer.displayName,
  answeredAt: hostNote.answeredAt,
  idea: { id: conversation.id, title: conversation.title },
  at: hostNote.at,
};

/** Notes with what hangs on them. The idea is joined as far as the viewer reads it. */
function notes(db: Reader, viewer: Viewer) {
  return db
    .select({ ...noteColumns, by: cardColumns })
    .from(hostNote)
    .innerJoin(person, eq(person.id, hostNote.personId))
    .leftJoin(answerer, eq(answerer.id, hostNote.answeredBy))
    .leftJoin(file, eq(file.id, hostNote.fileId))
    .leftJoin(idea, eq(idea.id, hostNote.ideaId))
    .leftJoin(board, eq(board.id, idea.boardId))
    .leftJoin(conversation, and(eq(conversation.id, idea.id), ideasVisibleTo(viewer)));
}

/** A note as the team finds it; for everybody else there is none. */
export async function noteForTeam(db: Reader, viewer: Viewer, id: HostNoteId) {
  if (!isTeam(viewer)) return null;
  const [row] = await db
    .select({ id: hostNote.id, state: hostNote.state, mayBecomeIdea: hostNote.mayBecomeIdea })
    .from(hostNote)
    .where(eq(hostNote.id, id));
  return row ?? null;
}

/** What the viewer told the hosts, the latest first. */
export async function ownNotes(db: Reader, viewer: Viewer, page: PageInput): Promise<Page<OwnNote>> {
  const before = pastKey(page, sql`<`);
  const rows = await notes(db, viewer)
    .where(and(eq(hostNote.personId, viewer.id), before))
    .orderBy(desc(hostNote.at), desc(hostNote.id))
    .limit(page.take + 1);
  return cut(rows, page.take, (row) => [row.at.toISOString(), row.id]);
}

/** The notes in one state for the hosts: those that wait the longest first, others the latest first. */
export async function notesFor(db: Reader, viewer: Viewer, state: NoteState, page: PageInput): Promise<Page<DeskNote>> {
  const [past, way] = state === "open" ? ([sql`>`, asc] as const) : ([sql`<`, desc] as const);
  const rows = await notes(db, viewer)
    .where(and(eq(hostNote.state, state), pastKey(page, past)))
    .orderBy(way(hostNote.at), way(hostNote.id))
    .limit(page.take + 1);
  const seen = rows.map((row) => {
    const settles = canSettleNote(viewer, row).allowed;
    return { ...row, may: { answer: settles, close: settles, makeIdea: canMakeIdea(viewer, row).allowed } };
  });
  return cut(seen, page.take, (row) => [row.at.toISOString(), row.id]);
}

function pastKey(page: PageInput, past: SQL): SQL | undefined {
  const key = decodeKey(page.after, momentKey);
  if (key === null) return undefined;
  return sql`(${hostNote.at}, ${hostNote.id}) ${past} (${key[0]}::timestamptz, ${key[1]}::uuid)`;
}

/** The hosts' desk of notes. */
export async function noteDeskFor(db: Reader, viewer: Viewer, state: NoteState, page: PageInput): Promise<NoteDesk> {
  const [list, [counts], boards] = await Promise.all([
    notesFor(db, viewer, state, page),
    db.select({ open: counted("open"), answered: counted("answered"), closed: counted("closed") }).from(hostNote),
    boardChoices(db, viewer),
  ]);
  return {
    ...list,
    counts: counts ?? { open: 0, answered: 0, closed: 0 },
    boards,
  };
}

function counted(state: NoteState): SQL<number> {
  return sql<number>`count(*) filter (where ${hostNote.state} = ${state})::int`;
}
