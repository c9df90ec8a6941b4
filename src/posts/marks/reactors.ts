import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { peopleVisibleTo } from "@/members/policy";
import { cardColumns } from "@/members/queries";
import { person } from "@/members/schema";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, momentKey, type Page, type PageInput } from "@/platform/database/page";
import type { CommentId, ConversationId } from "../shape";
import { reaction } from "./schema";
import type { ReactorView } from "./views";

/**
 * Who reacted to something and how, the latest first, as far as the viewer sees these people. The caller has checked
 * that the viewer reads it.
 * @param on.comment null for what opened the conversation
 */
export async function reactorsOf(
  db: Reader,
  viewer: Viewer,
  on: { conversation: ConversationId; comment: CommentId | null },
  page: PageInput,
): Promise<Page<ReactorView>> {
  const key = decodeKey(page.after, momentKey);
  const older =
    key === null ? undefined : sql`(${reaction.reactedAt}, ${reaction.id}) < (${key[0]}::timestamptz, ${key[1]}::uuid)`;
  const its =
    on.comment === null
      ? and(eq(reaction.conversationId, on.conversation), isNull(reaction.commentId))
      : eq(reaction.commentId, on.comment);
  const rows = await db
    .select({ id: reaction.id, person: cardColumns, kind: reaction.kind, at: reaction.reactedAt })
    .from(reaction)
    .innerJoin(person, eq(person.id, reaction.personId))
    .where(and(its, peopleVisibleTo(viewer), older))
    .orderBy(desc(reaction.reactedAt), desc(reaction.id))
    .limit(page.take + 1);
  return cut(rows, page.take, (row) => [row.at.toISOString(), row.id]);
}
