import { and, desc, eq, gt, sql } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import type { Reader } from "@/platform/database/client";
import { Refusal } from "@/platform/errors";
import { missedAnswer, missedAsk, missedNever, missedRound } from "../schema";
import type { QuestionView, RoundView } from "../views";
import type { Answer } from "./shape";

/** Whether the viewer is asked at present, and whether they have answered. */
export async function questionFor(db: Reader, id: PersonId): Promise<QuestionView> {
  const [row] = await db
    .select({ closesAt: missedRound.closesAt, hasAnswered: missedAsk.hasAnswered })
    .from(missedAsk)
    .innerJoin(missedRound, eq(missedRound.id, missedAsk.roundId))
    .where(and(eq(missedAsk.personId, id), gt(missedRound.closesAt, now())))
    .orderBy(desc(missedRound.openedAt))
    .limit(1);
  const [never] = await db.select({ saidAt: missedNever.saidAt }).from(missedNever).where(eq(missedNever.personId, id));
  return { open: row ?? null, never: never !== undefined };
}

/** Is never asked again, or may be asked once more. Saying it twice is saying it once, and nobody hears of it. */
export async function setNeverAsked(act: Act, never: boolean): Promise<void> {
  if (never) await act.tx.insert(missedNever).values({ personId: act.actor, saidAt: now() }).onConflictDoNothing();
  else await act.tx.delete(missedNever).where(eq(missedNever.personId, act.actor));
}

/**
 * Takes an answer: that somebody answered is kept beside their name, what was answered only as a count of the day. It
 * leaves no event, which would tell the hour.
 * @throws Refusal `conflict` when nothing is asked of them, or they have answered
 */
export async function answerQuestion(act: Act, answer: Answer): Promise<void> {
  const [asked] = await act.tx
    .update(missedAsk)
    .set({ hasAnswered: true })
    .where(
      sql`${missedAsk.personId} = ${act.actor} and not ${missedAsk.hasAnswered} and exists (select 1 from ${missedRound}
        where ${missedRound.id} = ${missedAsk.roundId} and ${missedRound.closesAt} > ${now().toISOString()}::timestamptz)`,
    )
    .returning({ roundId: missedAsk.roundId });
  if (asked === undefined) throw new Refusal("conflict");
  const day = now().toISOString().slice(0, 10);
  await act.tx
    .insert(missedAnswer)
    .values({ roundId: asked.roundId, day, answer, count: 1 })
    .onConflictDoUpdate({
      target: [missedAnswer.roundId, missedAnswer.day, missedAnswer.answer],
      set: { count: sql`${missedAnswer.count} + 1` },
    });
}

/** The latest round, as hosts see it: how many were asked and how many answered, never what. */
export async function latestRound(db: Reader): Promise<RoundView | null> {
  const answered = sql<number>`coalesce((select sum(${missedAnswer.count})::int from ${missedAnswer}
    where ${missedAnswer.roundId} = ${missedRound.id}), 0)`;
  const [row] = await db
    .select({ openedAt: missedRound.openedAt, closesAt: missedRound.closesAt, asked: missedRound.asked, answered })
    .from(missedRound)
    .orderBy(desc(missedRound.openedAt))
    .limit(1);
  return row ?? null;
}
