import type { PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { DAY, SECOND } from "@/platform/durations";
import { env } from "@/platform/env";
import { enqueue } from "@/platform/jobs/boss";
import { announce } from "@/platform/live/announce";
import { touched } from "@/platform/live/topic";
import { noticeMail } from "./letters/queue";
import { noticePush } from "./push/queue";

const MAILED_WITHIN_MS = 2 * DAY;

/** When a mail about it is due; what lies days back, as after a long standstill, is in the bell and mailed to nobody. */
export function dueAt(at: Date): Date | null {
  const present = now();
  if (present.getTime() - at.getTime() > MAILED_WITHIN_MS) return null;
  return new Date(present.getTime() + env().MAIL_WAIT_SECONDS * SECOND);
}

/** Whose notice was written: what its statement gives back. */
export type ToldRow = { person_id: PersonId };

/**
 * Rings the bells of those who were told, and puts down what may leave the house because of it.
 * @param due when a mail is due; null for what stays in the bell
 */
export async function ring(tx: Tx, told: Iterable<ToldRow>, bundle: string, due: Date | null): Promise<void> {
  await announce(
    tx,
    Array.from(told, (row) => touched("person", row.person_id)),
  );
  if (due === null) return;
  await enqueue(tx, noticeMail, {}, due);
  await enqueue(tx, noticePush, { bundle });
}
