import { and, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import { readersByMail } from "@/feedback/readers";
import { person } from "@/members/schema";
import { now } from "@/platform/clock";
import { type Tx, transaction } from "@/platform/database/client";
import type { Id } from "@/platform/ids";
import { log } from "@/platform/log";
import { conversation } from "@/posts/schema";
import { currentStage } from "@/stages/queries";
import { letters } from "./queue";
import { letter } from "./schema";
import { ATTEMPTS_MAX } from "./shape";
import { type Send, sender } from "./transport";

type Row = typeof letter.$inferSelect;

/** Whether the letter's person may be written to: days can pass between a letter and the server that takes it. */
const welcome = sql<boolean>`not exists (select 1 from ${person} where ${person.id} = ${letter.personId}
  and ${person.state} <> 'active')`;

/**
 * Does the work of the queue `letter`: hands one letter to the mail server, or keeps it when there is none. A letter
 * that left is never sent again; one that the server refuses for good, whose person was suspended or has left meanwhile,
 * or may not read any more what it carries, counts as failed at once.
 * @throws what the mail server said, so that the queue tries again later
 */
export async function deliverLetter(data: unknown, send: Send | null = sender()): Promise<void> {
  const id = letters.shape.parse(data).letterId;
  const row = await taken(id);
  if (row === null) return;
  if (!row.welcome) return settle(id, { state: "failed", problem: "" });
  if (send === null) return settle(id, { state: "kept", problem: "" });
  const failure = await send(row).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  );
  if (failure === null) return settle(id, { state: "sent", problem: "", sentAt: now() });
  // The error itself may hold the address, which is not for the log.
  log().warn({ letter: id, attempt: row.attempts, answer: answerCode(failure) }, "letter not sent");
  const problem = failure.message.slice(0, 500);
  if (isFinal(failure) || row.attempts >= ATTEMPTS_MAX) return settle(id, { state: "failed", problem });
  await settle(id, { state: "waiting", problem });
  throw failure;
}

/** Whether the letter's person may still read all that it carries: a place may have been lost meanwhile. */
async function readable(tx: Tx): Promise<SQL<boolean>> {
  return sql<boolean>`not exists (select 1 from unnest(${letter.conversationIds}) carried(id)
    where not exists (select 1 from ${conversation} join ${person} on ${person.id} = ${letter.personId}
      where ${conversation.id} = carried.id and ${readersByMail(await currentStage(tx), now())}))`;
}

/** Counts the attempt before it is made, so that a process that dies while sending has tried. */
function taken(id: Id<"letter">): Promise<(Row & { welcome: boolean }) | null> {
  return transaction(async (tx) => {
    const [row] = await tx
      .update(letter)
      .set({ attempts: sql`${letter.attempts} + 1` })
      .where(and(eq(letter.id, id), eq(letter.state, "waiting")))
      .returning({ ...getTableColumns(letter), welcome: sql<boolean>`(${welcome} and ${await readable(tx)})` });
    return row ?? null;
  });
}

async function settle(id: Id<"letter">, outcome: Pick<Row, "state" | "problem"> & { sentAt?: Date }): Promise<void> {
  await transaction((tx) => tx.update(letter).set(outcome).where(eq(letter.id, id)));
}

/** A 5xx answer is the server's last word (RFC 5321, section 4.2.1), except on the sign-in to it. */
function isFinal(error: Error): boolean {
  const code = answerCode(error);
  return code >= 500 && code < 600 && !("code" in error && error.code === "EAUTH");
}

/** The server's three-digit answer; 0 when there was none. */
function answerCode(error: Error): number {
  return "responseCode" in error && typeof error.responseCode === "number" ? error.responseCode : 0;
}
