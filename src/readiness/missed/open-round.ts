import { and, gt, sql } from "drizzle-orm";
import { person, personRole } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import type { Act } from "@/platform/access/procedure";
import { daysAfter, now } from "@/platform/clock";
import { DAY } from "@/platform/durations";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import { reading } from "@/posts/reading/schema";
import { comment, conversation } from "@/posts/schema";
import { admittedAt } from "@/stages/admitted";
import { currentStage } from "@/stages/queries";
import { missedOpened } from "../events";
import { missedAsk, missedNever, missedRound } from "../schema";
import { ASKED_AGAIN_DAYS, DRAWN, PERSON_AGAIN_DAYS, ROUND_DAYS } from "./shape";

const LOCK = sql`select pg_advisory_xact_lock(7238105)`;

/**
 * Asks members whether they would miss the place: whoever took part or read on two days of the last fourteen, all of
 * them in a small circle, a random draw beyond. Who is asked is written down, so nobody chooses the fans. Whoever was
 * asked in the last 90 days, or never wants to be, is left out.
 * @returns how many are asked; none where nobody has taken part on two days
 * @throws Refusal `conflict` within 60 days of the last time
 */
export async function openRound(act: Act): Promise<number> {
  const at = now();
  await act.tx.execute(LOCK);
  const recent = await act.tx
    .select({ id: missedRound.id })
    .from(missedRound)
    .where(gt(missedRound.openedAt, daysAfter(at, -ASKED_AGAIN_DAYS)))
    .limit(1);
  if (recent.length > 0) throw new Refusal("conflict", "missedTooSoon");
  const people = await drawn(act, at);
  if (people.length === 0) return 0;
  const id = newId<"missed-round">();
  const closesAt = new Date(at.getTime() + ROUND_DAYS * DAY);
  await act.tx.insert(missedRound).values({ id, openedBy: act.actor, openedAt: at, closesAt, asked: people.length });
  await act.tx.insert(missedAsk).values(people.map((personId) => ({ roundId: id, personId })));
  await record(act, missedOpened, id, { asked: people.length });
  return people.length;
}

async function drawn(act: Act, at: Date): Promise<PersonId[]> {
  const { stage, audience } = await currentStage(act.tx);
  const since = sql`${daysAfter(at, -14).toISOString()}::timestamptz`;
  const lately = daysAfter(at, -PERSON_AGAIN_DAYS).toISOString();
  const days = sql`(select count(distinct day) from (
    select date(${conversation.createdAt} at time zone 'UTC') as day from ${conversation}
      where ${conversation.authorId} = ${person.id} and ${conversation.createdAt} >= ${since}
    union all select date(${comment.createdAt} at time zone 'UTC') from ${comment}
      where ${comment.authorId} = ${person.id} and ${comment.createdAt} >= ${since}
    union all select date(${reading.seenAt} at time zone 'UTC') from ${reading}
      where ${reading.personId} = ${person.id} and ${reading.seenAt} >= ${since}) days)`;
  const rows = await act.tx
    .select({ id: person.id })
    .from(person)
    .where(
      and(
        sql`${person.kind} = 'human' and ${admittedAt(stage, audience, at)}`,
        sql`not exists (select 1 from ${personRole} where ${personRole.personId} = ${person.id}
          and ${personRole.until} is null)`,
        sql`${days} >= 2`,
        sql`not exists (select 1 from ${missedNever} where ${missedNever.personId} = ${person.id})`,
        sql`not exists (select 1 from ${missedAsk} join ${missedRound} on ${missedRound.id} = ${missedAsk.roundId}
          where ${missedAsk.personId} = ${person.id} and ${missedRound.openedAt} > ${lately}::timestamptz)`,
      ),
    )
    .orderBy(sql`random()`)
    .limit(DRAWN);
  return rows.map((row) => row.id);
}
