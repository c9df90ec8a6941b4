import { and, desc, eq, gte, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { daysAfter, now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { conversation } from "@/posts/schema";
import { idea } from "./schema";
import type { BoardView, PaceView } from "./views";
import { workingDaysIn } from "./working-days";

/** What "lately" is, and how many answers of that time are looked at, the latest. */
const LATELY_DAYS = 90;
const LOOKED_AT = 500;

/**
 * How the promise of a board to answer was kept lately; null where nothing is promised. What is late already counts
 * beside what was answered, so that silence does not look like speed. What was imported says nothing of how soon an answer
 * came: it was asked elsewhere, and mostly answered there. The caller has checked that the viewer sees the board.
 */
export async function paceOf(db: Reader, on: BoardView): Promise<PaceView | null> {
  if (on.answerDays === null) return null;
  const present = sql`${now().toISOString()}::timestamptz`;
  const lately = db
    .select({ took: workingDaysIn(sql`${idea.createdAt}`, sql`${idea.answeredAt}`).as("took") })
    .from(idea)
    .innerJoin(conversation, eq(conversation.id, idea.id))
    .where(
      and(
        eq(idea.boardId, on.id),
        isNull(idea.removedAt),
        isNotNull(idea.answeredAt),
        gte(idea.answeredAt, daysAfter(now(), -LATELY_DAYS)),
        ne(conversation.via, "import"),
      ),
    )
    .orderBy(desc(idea.answeredAt))
    .limit(LOOKED_AT)
    .as("lately");
  const late = sql<number>`(select count(*)::int from (select 1 from idea w where w.board_id = ${on.id}
    and w.removed_at is null and w.waiting_since is not null and w.phase = 'waiting'
    and ${workingDaysIn(sql`w.waiting_since`, present)} > ${on.answerDays} limit ${LOOKED_AT}) waiting)`;
  const [row] = await db
    .select({
      answered: sql<number>`count(*)::int`,
      median: sql<number | null>`percentile_disc(0.5) within group (order by ${lately.took})`,
      kept: sql<number>`(count(*) filter (where ${lately.took} <= ${on.answerDays}))::int`,
      late,
    })
    .from(lately);
  return row ?? null;
}
