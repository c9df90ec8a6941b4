import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { person } from "@/members/schema";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, type Page, type PageInput } from "@/platform/database/page";
import { afterFlips } from "./after";
import { flip, flipHold, flipReview } from "./schema";
import { stepKind } from "./step";
import type { FlipView, HistoryView } from "./views";

/** The same with what came of each. */
export async function history(db: Reader, page: PageInput): Promise<Page<HistoryView>> {
  const { items, next } = await flips(db, page);
  const after = await afterFlips(db, items);
  return { items: items.map((flip) => ({ ...flip, after: after.get(flip.id) ?? null })), next };
}

/** The flip by which the stage is what it is: one that was taken back, and the taking back, are as if they had not been. */
export async function lastStanding(db: Reader): Promise<typeof flip.$inferSelect | undefined> {
  const undone = sql`exists (select 1 from ${flipHold} where ${flipHold.flipId} = ${flip.id}
    and ${flipHold.undoneAt} is not null)`;
  const [last] = await db
    .select()
    .from(flip)
    .where(and(isNull(flip.undoes), sql`not ${undone}`))
    .orderBy(desc(flip.version))
    .limit(1);
  return last;
}

const versionKey = z.tuple([z.number().int()]);

/** Every flip, the latest first, with all that was known when it was taken. */
export async function flips(db: Reader, page: PageInput): Promise<Page<FlipView & { heldUntil: Date | null }>> {
  const key = decodeKey(page.after, versionKey);
  const second = sql<string | null>`(select a.display_name from person a where a.id = ${flip.approvedBy})`;
  const rows = await db
    .select({
      flip,
      by: { id: person.id, displayName: person.displayName },
      hold: flipHold,
      review: flipReview,
      second,
    })
    .from(flip)
    .leftJoin(person, eq(person.id, flip.flippedBy))
    .leftJoin(flipHold, eq(flipHold.flipId, flip.id))
    .leftJoin(flipReview, eq(flipReview.flipId, flip.id))
    .where(key === null ? undefined : sql`${flip.version} < ${key[0]}`)
    .orderBy(desc(flip.version))
    .limit(page.take + 1);
  const { items, next } = cut(rows, page.take, (row) => [row.flip.version]);
  return {
    items: items.map(({ flip: { id, fromStage, toStage, flippedAt, ...rest }, by, hold, review, second }) => ({
      id,
      from: fromStage,
      to: toStage,
      kind: stepKind(fromStage, toStage),
      at: flippedAt,
      by,
      reason: rest.reason,
      overridden: rest.overridden,
      overrideReason: rest.overrideReason,
      ruleVersion: rest.ruleVersion,
      gates: rest.gates,
      effect: { ...rest.effect, kept: rest.effect.kept ?? 0 },
      approvedBy: second,
      undoes: rest.undoes,
      undoneAt: hold?.undoneAt ?? null,
      review: review === null ? null : { at: review.reviewedAt, gates: review.gates },
      heldUntil: hold === null || hold.undoneAt !== null || hold.letGoAt !== null ? null : hold.until,
    })),
    next,
  };
}
