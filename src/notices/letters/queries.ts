import { and, desc, eq, gte, sql } from "drizzle-orm";
import { readersOfConversation } from "@/feedback/readers";
import { person } from "@/members/schema";
import type { Viewer } from "@/platform/access/viewer";
import { daysAfter, now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, momentKey, type Page, type PageInput } from "@/platform/database/page";
import { conversation } from "@/posts/schema";
import { mailDecision } from "./schema";
import type { DecisionCount, DecisionView } from "./views";

/** What was decided about the viewer's own mails, the latest first; of what they may not read any more, no title. */
export async function decisionsFor(db: Reader, viewer: Viewer, page: PageInput): Promise<Page<DecisionView>> {
  const key = decodeKey(page.after, momentKey);
  const before =
    key === null
      ? undefined
      : sql`(${mailDecision.at}, ${mailDecision.id}) < (${key[0]}::timestamptz, ${key[1]}::uuid)`;
  const seen = readersOfConversation({ stage: viewer.stage, audience: viewer.audience }, now());
  const rows = await db
    .select({
      id: mailDecision.id,
      reason: mailDecision.reason,
      at: mailDecision.at,
      isDigest: sql<boolean>`${mailDecision.conversationId} is null`,
      title: sql<string | null>`case when ${conversation.id} is not null and ${seen} then ${conversation.title} end`,
      conversationId: sql<string | null>`case when ${conversation.id} is not null and ${seen}
        then ${conversation.id} end`,
      kind: conversation.kind,
    })
    .from(mailDecision)
    .innerJoin(person, eq(person.id, mailDecision.personId))
    .leftJoin(conversation, eq(conversation.id, mailDecision.conversationId))
    .where(and(eq(mailDecision.personId, viewer.id), before))
    .orderBy(desc(mailDecision.at), desc(mailDecision.id))
    .limit(page.take + 1);
  return cut(rows, page.take, (row) => [row.at.toISOString(), row.id]);
}

const COUNTED_DAYS = 7;

/** How many mails of the last week were written, wait, or never came, and why. */
export async function decisionCounts(db: Reader): Promise<DecisionCount[]> {
  return db
    .select({ reason: mailDecision.reason, count: sql<number>`count(*)::int` })
    .from(mailDecision)
    .where(gte(mailDecision.at, daysAfter(now(), -COUNTED_DAYS)))
    .groupBy(mailDecision.reason)
    .orderBy(desc(sql`count(*)`));
}
