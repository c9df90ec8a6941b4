import { and, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { board, idea } from "@/feedback/schema";
import { person } from "@/members/schema";
import { isTeam, type Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, momentKey, type Page, type PageInput } from "@/platform/database/page";
import { casesOf } from "@/posts/moderation/facts";
import { moderationAct, moderationCase, report } from "@/posts/moderation/schema";
import { HOST_DAYS_MAX, type ReportReason, SUSPEND_DAYS_MAX, type ThingId } from "@/posts/moderation/shape";
import { comment, conversation, post } from "@/posts/schema";
import { space } from "@/spaces/schema";
import { canSuspend, verbsOn } from "./policy";
import { isAuthor, type LoadedThing, thingColumns, titleForAuthor } from "./thing";
import type { ActView, CaseCard, CaseView, OwnWord, Reportable } from "./views";

/** So many reports and acts of one thing are shown, the latest. */
const SHOWN_MAX = 100;

/** What the viewer looks after: what waits, the longest first; or what was settled, the latest first. */
export async function casesFor(
  db: Reader,
  viewer: Viewer,
  asked: { settled: boolean },
  page: PageInput,
): Promise<Page<CaseCard>> {
  const key = decodeKey(page.after, momentKey);
  const moment = asked.settled ? moderationCase.settledAt : moderationCase.openedAt;
  const sign = asked.settled ? sql`<` : sql`>`;
  const { openedAt, settledAt, reportCount, grave, taken } = moderationCase;
  const { spaceId: _, removed: __, bodyHtml: ___, ...columns } = thingColumns;
  const rows = await db
    .select({
      ...columns,
      openedAt,
      settledAt,
      reportCount,
      grave,
      taken,
      reasons: sql<ReportReason[]>`array(select r.reason from report r where r.case_id = ${moderationCase.id}
        group by r.reason order by count(*) desc, r.reason)`,
    })
    .from(moderationCase)
    .innerJoin(conversation, eq(conversation.id, moderationCase.conversationId))
    .leftJoin(comment, eq(comment.id, moderationCase.commentId))
    .leftJoin(post, eq(post.id, conversation.id))
    .leftJoin(space, eq(space.id, post.spaceId))
    .leftJoin(idea, eq(idea.id, conversation.id))
    .leftJoin(board, eq(board.id, idea.boardId))
    .innerJoin(person, isAuthor)
    .where(
      and(
        asked.settled ? isNotNull(moderationCase.settledAt) : isNull(moderationCase.settledAt),
        casesOf(viewer),
        key === null
          ? undefined
          : sql`(${moment}, ${moderationCase.id}) ${sign} (${key[0]}::timestamptz, ${key[1]}::uuid)`,
      ),
    )
    .orderBy(...(asked.settled ? [desc(moment), desc(moderationCase.id)] : [moment, moderationCase.id]))
    .limit(page.take + 1);
  return cut(rows, page.take, (row) => [(row.settledAt ?? row.openedAt).toISOString(), row.id]);
}

async function reportsOf(db: Reader, id: ThingId): Promise<CaseView["reports"]> {
  return await db
    .select({
      by: { id: person.id, displayName: person.displayName },
      reason: report.reason,
      words: report.words,
      at: report.reportedAt,
    })
    .from(report)
    .innerJoin(person, eq(person.id, report.personId))
    .where(eq(report.caseId, id))
    .orderBy(desc(report.reportedAt))
    .limit(SHOWN_MAX);
}

async function actsOn(db: Reader, id: ThingId): Promise<ActView[]> {
  const { verb, reason, until, at } = moderationAct;
  return await db
    .select({ id: moderationAct.id, verb, reason, until, at, by: { id: person.id, displayName: person.displayName } })
    .from(moderationAct)
    .leftJoin(person, eq(person.id, moderationAct.byId))
    .where(eq(moderationAct.caseId, id))
    .orderBy(desc(at), desc(moderationAct.id))
    .limit(SHOWN_MAX);
}

/** Words with their reports, what was done about them, and what may be. The caller has checked that they moderate. */
export async function caseOf(db: Reader, viewer: Viewer, thing: LoadedThing): Promise<CaseView> {
  const [reports, acts] = await Promise.all([reportsOf(db, thing.id), actsOn(db, thing.id)]);
  const gone = thing.removed && thing.taken === null;
  const settled = thing.settledAt !== null || !thing.opened;
  return {
    ...thing,
    gone,
    settled,
    suspendedUntil: thing.state === "suspended" ? thing.suspendedUntil : null,
    reports,
    acts,
    may: {
      ...verbsOn({ taken: thing.taken, gone, settled }),
      suspend: thing.state === "active" && canSuspend(viewer, thing, 1).allowed,
      suspendDays: viewer.roles.has("admin") ? SUSPEND_DAYS_MAX : HOST_DAYS_MAX,
    },
  };
}

/** What somebody is about to report. */
export async function reportableOf(db: Reader, viewer: Viewer, thing: LoadedThing): Promise<Reportable> {
  const [mine] = await db
    .select({ at: report.reportedAt })
    .from(report)
    .where(and(eq(report.caseId, thing.id), eq(report.personId, viewer.id)));
  const owns = thing.spaceId !== null && viewer.spaces.get(thing.spaceId) === "owner";
  return { ...thing, reported: mine !== undefined, looksAfter: isTeam(viewer) || owns };
}

/** What hosts did about somebody's own words, the latest first. */
export async function ownWordsOf(db: Reader, viewer: Viewer, page: PageInput): Promise<Page<OwnWord>> {
  const key = decodeKey(page.after, momentKey);
  const { verb, reason, until, at } = moderationAct;
  const { kind, conversationId, commentId, bodyHtml } = thingColumns;
  const title = titleForAuthor(viewer);
  const rows = await db
    .select({
      ...{ id: moderationAct.id, verb, reason, until, at },
      thing: { kind, conversationId, commentId, title, bodyHtml, taken: moderationCase.taken },
    })
    .from(moderationAct)
    .innerJoin(moderationCase, eq(moderationCase.id, moderationAct.caseId))
    .innerJoin(conversation, eq(conversation.id, moderationCase.conversationId))
    .leftJoin(comment, eq(comment.id, moderationCase.commentId))
    .leftJoin(post, eq(post.id, conversation.id))
    .leftJoin(space, eq(space.id, post.spaceId))
    .leftJoin(idea, eq(idea.id, conversation.id))
    .leftJoin(board, eq(board.id, idea.boardId))
    .where(
      and(
        eq(moderationAct.personId, viewer.id),
        sql`${verb} <> 'dismiss'`,
        key === null ? undefined : sql`(${at}, ${moderationAct.id}) < (${key[0]}::timestamptz, ${key[1]}::uuid)`,
      ),
    )
    .orderBy(desc(at), desc(moderationAct.id))
    .limit(page.take + 1);
  return cut(rows, page.take, (row) => [row.at.toISOString(), row.id]);
}
