import { and, eq, type SQL, sql } from "drizzle-orm";
import { newEntries } from "@/feedback/changelog/queries";
import { board, idea } from "@/feedback/schema";
import type { IdeaStatus } from "@/feedback/shape";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, momentKey, type Page, type PageInput } from "@/platform/database/page";
import { waitingCases } from "@/posts/moderation/facts";
import { conversation, post } from "@/posts/schema";
import type { CommentId, ConversationId, ConversationKind } from "@/posts/shape";
import { space } from "@/spaces/schema";
import { profileBetween, wordsBetween } from "./between";
import { noticesVisibleTo, waits } from "./policy";
import { notice } from "./schema";
import { COUNT_MAX, type NoticeId, type NoticeKind, type Why } from "./shape";
import type { BellView, NoticeView } from "./views";
import { VOICES } from "./voices";

/** What waits for the viewer: unread things, and words that they look after. Looks at no more than it can say. */
export async function bellOf(db: Reader, viewer: Viewer): Promise<BellView> {
  const some = db
    .select({ one: sql`1` })
    .from(notice)
    .where(and(waits, noticesVisibleTo(viewer)))
    .limit(COUNT_MAX)
    .as("some");
  const [row] = await db
    .select({ unread: sql<number>`count(*)::int`, cases: waitingCases(viewer), news: newEntries(viewer) })
    .from(some);
  return row ?? { unread: 0, cases: 0, news: 0 };
}

export type Somebody = { id: PersonId; name: string };
type Row = {
  id: NoticeId;
  kind: NoticeKind;
  why: Why;
  conversation_id: ConversationId | null;
  conversation_kind: ConversationKind | null;
  title: string | null;
  place: string | null;
  comment_id: CommentId | null;
  status: IdeaStatus | null;
  of_space: { slug: string; name: string } | null;
  words: string | null;
  profile: PersonId | null;
  last_at: string;
  unread: boolean;
  voices: Somebody[] | null;
  actor: Somebody | null;
};

function noticesWhere(where: SQL | undefined, take: number): SQL {
  return sql`
    select ${notice.id}, ${notice.kind}, ${notice.why}, ${notice.conversationId}, ${notice.commentId},
      ${notice.lastAt}, ${waits} as unread, ${conversation.kind} as conversation_kind,
      ${conversation.title}, coalesce(${space.name}, ${board.name}) as place, ${idea.status}, said.voices,
      case when ${notice.spaceId} is null then null
        else jsonb_build_object('slug', ${space.slug}, 'name', ${space.name}) end as of_space,
      ${wordsBetween} as words, ${profileBetween} as profile,
      case when ${person.id} is null then null
        else jsonb_build_object('id', ${person.id}, 'name', ${person.displayName}) end as actor
    from ${notice}
    left join ${conversation} on ${conversation.id} = ${notice.conversationId}
    left join ${post} on ${post.id} = ${notice.conversationId}
    left join ${idea} on ${idea.id} = ${notice.conversationId}
    left join ${space} on ${space.id} = coalesce(${post.spaceId}, ${notice.spaceId})
    left join ${board} on ${board.id} = ${idea.boardId}
    left join ${person} on ${person.id} = ${notice.actorId}
    left join lateral (${VOICES}) said on true
    where ${where}
    order by ${notice.lastAt} desc, ${notice.id} desc limit ${take}`;
}

/** What the viewer was told, the latest first. */
export async function noticePage(
  db: Reader,
  viewer: Viewer,
  asked: { unreadOnly: boolean },
  page: PageInput,
): Promise<Page<NoticeView>> {
  const key = decodeKey(page.after, momentKey);
  const before =
    key === null ? undefined : sql`(${notice.lastAt}, ${notice.id}) < (${key[0]}::timestamptz, ${key[1]}::uuid)`;
  const where = and(noticesVisibleTo(viewer), asked.unreadOnly ? waits : undefined, before);
  const rows: Iterable<Row> = await db.execute<Row>(noticesWhere(where, page.take + 1));
  return cut(Array.from(rows, asView), page.take, (view) => [view.lastAt.toISOString(), view.id]);
}

/** One of the viewer's own notices, or null. */
export async function noticeById(db: Reader, viewer: Viewer, id: NoticeId): Promise<NoticeView | null> {
  const where = and(eq(notice.id, id), noticesVisibleTo(viewer));
  const rows: Iterable<Row> = await db.execute<Row>(noticesWhere(where, 1));
  const [row] = rows;
  return row === undefined ? null : asView(row);
}

function asView(row: Row): NoticeView {
  const voices = row.voices ?? (row.actor === null ? [] : [row.actor]);
  return {
    id: row.id,
    kind: row.kind,
    why: row.why,
    who: voices.slice(0, 3),
    whoCount: voices.length,
    conversation:
      row.conversation_id === null || row.conversation_kind === null
        ? null
        : { id: row.conversation_id, kind: row.conversation_kind, title: row.title ?? "", place: row.place ?? "" },
    space: row.of_space,
    commentId: row.comment_id,
    words: row.words,
    profile: row.profile,
    status: row.kind === "idea" ? row.status : null,
    lastAt: new Date(row.last_at),
    unread: row.unread,
  };
}
