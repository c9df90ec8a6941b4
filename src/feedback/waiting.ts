import { type SQL, sql } from "drizzle-orm";
import { now } from "@/platform/clock";
import { board, idea } from "./schema";
import { workingDaysIn } from "./working-days";

/** Within how many working days whoever suggests something has an answer, on a board that promises nothing. */
const ANSWER_DAYS = 10;

/** Nobody has decided yet: an idea that is under review waits as well. */
export const WAITS = sql<boolean>`(${idea.phase} = 'waiting')`;

/**
 * An idea that has waited for longer than its board promises; the idea's board is joined. Members are told of it where
 * something was promised (`lateDaysOf`); hosts on every board.
 */
export function waitsTooLong(): SQL<boolean> {
  const days = workingDaysIn(sql`${idea.waitingSince}`, sql`${now().toISOString()}::timestamptz`);
  return sql<boolean>`(${WAITS} and ${idea.removedAt} is null and ${idea.waitingSince} is not null
    and ${days} > coalesce(${board.answerDays}, ${ANSWER_DAYS}))`;
}
