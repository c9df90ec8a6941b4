import { and, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { z } from "zod";
import { cardColumns } from "@/members/queries";
import { person } from "@/members/schema";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, type Page, type PageInput } from "@/platform/database/page";
import { conversation } from "@/posts/schema";
import { ideasVisibleTo } from "./policy";
import type { PromiseView } from "./promised/views";
import { board, idea, ideaMove } from "./schema";
import type { IdeaStatus, PromiseState } from "./shape";

/** The answers that promise the thing itself. "Under review by a day" promises an answer, which is not counted here. */
const PROMISING: readonly IdeaStatus[] = ["planned", "in-progress", "in-preview"];

/** Every move with the one that followed it. */
function saidOf(db: Reader) {
  const next = sql`over (partition by ${ideaMove.ideaId} order by ${ideaMove.movedAt}, ${ideaMove.id})`;
  return db
    .select({
      id: ideaMove.id,
      ideaId: ideaMove.ideaId,
      to: ideaMove.toStatus,
      promisedFor: ideaMove.promisedFor,
      note: ideaMove.note,
      movedBy: ideaMove.movedBy,
      movedAt: ideaMove.movedAt,
      nextTo: sql<IdeaStatus | null>`lead(${ideaMove.toStatus}) ${next}`.as("next_to"),
      nextDay: sql<string | null>`lead(${ideaMove.promisedFor}) ${next}`.as("next_day"),
      nextNote: sql<string | null>`lead(${ideaMove.note}) ${next}`.as("next_note"),
      nextAt: sql<Date | null>`lead(${ideaMove.movedAt}) ${next}`.mapWith(ideaMove.movedAt).as("next_at"),
    })
    .from(ideaMove)
    .as("said");
}

const promiseKey = z.tuple([z.iso.date(), z.uuid()]);

/**
 * The promised days in one state, the latest day first, those still to come soonest first; only of ideas that the viewer
 * sees. A day said again, or an earlier one, goes on as the same promise; with a later day, or none, it was taken back.
 * Days are days in UTC: a promise is late from the day after.
 */
export async function promisesIn(
  db: Reader,
  viewer: Viewer,
  state: PromiseState,
  page: PageInput,
): Promise<Page<PromiseView>> {
  const said = saidOf(db);
  const today = now().toISOString().slice(0, 10);
  const promising = sql`${said.nextTo} in ('planned', 'in-progress', 'in-preview')`;
  const is = sql<PromiseState | "repeated">`case
    when ${said.nextTo} is null and ${said.promisedFor} >= ${today}::date then 'coming'
    when ${said.nextTo} is null then 'late'
    when ${said.nextTo} = 'shipped' then 'kept'
    when ${promising} and ${said.nextDay} <= ${said.promisedFor} then 'repeated'
    else 'withdrawn' end`;
  const soonest = state === "coming" || state === "late";
  const key = decodeKey(page.after, promiseKey);
  const beyond = soonest ? sql`>` : sql`<`;
  const rows = await db
    .select({
      id: said.id,
      idea: { id: idea.id, title: conversation.title },
      promisedFor: sql<string>`${said.promisedFor}::text`,
      note: said.note,
      by: cardColumns,
      at: said.movedAt,
      nextAt: said.nextAt,
      nextNote: said.nextNote,
      late: sql<boolean>`coalesce((${said.nextAt} at time zone 'UTC')::date > ${said.promisedFor}, false)`,
    })
    .from(said)
    .innerJoin(idea, eq(idea.id, said.ideaId))
    .innerJoin(conversation, eq(conversation.id, idea.id))
    .innerJoin(board, eq(board.id, idea.boardId))
    .innerJoin(person, eq(person.id, said.movedBy))
    .where(
      and(
        isNotNull(said.promisedFor),
        inArray(said.to, [...PROMISING]),
        eq(is, state),
        ideasVisibleTo(viewer),
        key === null ? undefined : sql`(${said.promisedFor}, ${said.id}) ${beyond} (${key[0]}::date, ${key[1]}::uuid)`,
      ),
    )
    .orderBy(...(soonest ? [sql`${said.promisedFor}`, sql`${said.id}`] : [desc(said.promisedFor), desc(said.id)]))
    .limit(page.take + 1);
  const { items, next } = cut(rows, page.take, (row) => [row.promisedFor, row.id]);
  return {
    items: items.map(({ nextAt, nextNote, late, ...row }) => ({
      ...row,
      state,
      end: nextAt === null ? null : { at: nextAt, note: nextNote ?? "", late: state === "kept" && late },
    })),
    next,
  };
}
