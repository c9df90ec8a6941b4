import { and, desc, eq, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import type { Reader, Tx } from "@/platform/database/client";
import { conversation } from "@/posts/schema";
import type { ConversationId } from "@/posts/shape";
import { openedTo } from "@/stages/features/facts";
import type { FeatureKey } from "@/stages/features/shape";
import { ideasVisibleTo } from "../policy";
import { board, idea } from "../schema";
import { preview, previewAnswer, previewUse } from "./schema";
import { type Solved, USE_MONTHS, USES_ASKED } from "./shape";
import type { VisitView } from "./views";

/** Whether a preview gives its feature to the viewer, or they chose it while it runs. */
function triedBy(viewer: Viewer): SQL {
  return sql`(exists (select 1 from feature_grant g where g.person_id = ${viewer.id} and g.source = ${preview.ideaId})
    or exists (select 1 from feature_choice c where c.person_id = ${viewer.id} and c.feature = ${preview.feature}
      and c.choice = 'in')
    or exists (select 1 from feature_opening o join person p on p.id = ${viewer.id}
      where o.source = ${preview.ideaId} and ${openedTo}))`;
}

/** What the page of a feature has to do for the viewer: count a use, ask them, or nothing. */
export async function visitOf(db: Reader, viewer: Viewer, feature: FeatureKey): Promise<VisitView> {
  if (!viewer.features.has(feature)) return { counts: null, asks: null, isPreview: false };
  const [row] = await db
    .select({
      id: preview.ideaId,
      title: conversation.title,
      uses: previewUse.uses,
      answered: sql<boolean>`exists (select 1 from ${previewAnswer}
        where ${previewAnswer.ideaId} = ${preview.ideaId} and ${previewAnswer.personId} = ${viewer.id})`,
    })
    .from(preview)
    .innerJoin(idea, eq(idea.id, preview.ideaId))
    .innerJoin(conversation, eq(conversation.id, preview.ideaId))
    .innerJoin(board, eq(board.id, idea.boardId))
    .leftJoin(previewUse, and(eq(previewUse.ideaId, preview.ideaId), eq(previewUse.personId, viewer.id)))
    .where(and(eq(preview.feature, feature), RUNNING, triedBy(viewer), ideasVisibleTo(viewer)))
    .orderBy(desc(preview.startedAt))
    .limit(1);
  if (row === undefined) return { counts: null, asks: null, isPreview: false };
  const isDue = !row.answered && (row.uses ?? 0) >= USES_ASKED;
  const counts = row.answered || isDue ? null : row.id;
  return { counts, asks: isDue ? { idea: row.id, title: row.title } : null, isPreview: true };
}

const RUNNING = and(
  sql`${preview.startedAt} is not null`,
  isNull(preview.withdrawnAt),
  isNull(preview.shippedAt),
  sql`${idea.status} not in ('shipped', 'not-now')`,
);

/** Whether the viewer takes part in a running preview, and may say what they think of it. */
export async function takesPart(
  db: Reader,
  viewer: Viewer,
  id: ConversationId,
): Promise<{ idea: ConversationId } | null> {
  const [row] = await db
    .select({ idea: preview.ideaId })
    .from(preview)
    .innerJoin(idea, eq(idea.id, preview.ideaId))
    .innerJoin(board, eq(board.id, idea.boardId))
    .where(and(eq(preview.ideaId, id), RUNNING, triedBy(viewer), ideasVisibleTo(viewer)));
  return row ?? null;
}

/** Counts one use of what somebody tries, up to the number after which they are asked. */
export async function noteUse(act: Act, ideaId: ConversationId): Promise<void> {
  const month = `${now().toISOString().slice(0, 7)}-01`;
  await act.tx
    .insert(previewUse)
    .values({ ideaId, personId: act.actor, uses: 1, month })
    .onConflictDoUpdate({
      target: [previewUse.ideaId, previewUse.personId],
      set: { uses: sql`${previewUse.uses} + 1` },
      setWhere: lt(previewUse.uses, USES_ASKED),
    });
}

type Answer = { readonly solved: Solved | null; readonly words: string; readonly named: boolean };

/** Keeps whether it solved what somebody needed, or that they do not want to be asked; what was counted goes. */
export async function answerPreview(act: Act, ideaId: ConversationId, { solved, words, named }: Answer): Promise<void> {
  const at = now();
  const said = { solved, words, named: named && words !== "", at };
  const reportedAt = solved === null ? null : at;
  await act.tx
    .insert(previewAnswer)
    .values({ ideaId, personId: act.actor, ...said, reportedAt })
    .onConflictDoUpdate({
      target: [previewAnswer.ideaId, previewAnswer.personId],
      set: { ...said, reportedAt: sql`coalesce(${previewAnswer.reportedAt}, excluded.reported_at)` },
    });
  await act.tx.delete(previewUse).where(and(eq(previewUse.ideaId, ideaId), eq(previewUse.personId, act.actor)));
}

/** Forgets how often people used what they tried, after thirteen months. */
export async function sweepUses(tx: Tx): Promise<void> {
  const before = new Date(now());
  before.setUTCMonth(before.getUTCMonth() - USE_MONTHS, 1);
  await tx.delete(previewUse).where(lt(previewUse.month, before.toISOString().slice(0, 10)));
}
