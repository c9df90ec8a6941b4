import { and, eq, getTableColumns, isNotNull, type SQL, sql } from "drizzle-orm";
import { readersByMail } from "@/feedback/readers";
import { letGo } from "@/launch/hold";
import { person } from "@/members/schema";
import { now } from "@/platform/clock";
import { type Tx, transaction } from "@/platform/database/client";
import type { Id } from "@/platform/ids";
import { enqueue } from "@/platform/jobs/boss";
import { log } from "@/platform/log";
import { conversation } from "@/posts/schema";
import { admittedAt } from "@/stages/admitted";
import { currentStage } from "@/stages/queries";
import { letters } from "./queue";
import { letter } from "./schema";
import { ATTEMPTS_MAX, type Dropped } from "./shape";
import { type Send, sender } from "./transport";

type Row = typeof letter.$inferSelect;

/** Whether the letter's person may be written to: days can pass between a letter and the server that takes it. */
const welcome = sql<boolean>`not exists (select 1 from ${person} where ${person.id} = ${letter.personId}
  and ${person.state} <> 'active')`;

/**
 * Does the work of the queue `letter`: hands one letter to the mail server, or keeps it when there is none. A letter
 * that left is never sent again; one that the server refuses for good, whose person was suspended or has left meanwhile,
 * or may not read any more what it carries, counts as failed at once. One that tells of a flip waits until that cannot
 * be taken back, and is dropped when what it tells is true no more.
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
    if (await staysBack(tx, id)) return null;
    const [row] = await tx
      .update(letter)
      .set({ attempts: sql`${letter.attempts} + 1` })
      .where(and(eq(letter.id, id), eq(letter.state, "waiting")))
      .returning({ ...getTableColumns(letter), welcome: sql<boolean>`(${welcome} and ${await readable(tx)})` });
    return row ?? null;
  });
}

/** Whether a letter that tells of a flip stays where it is, for now or for good; which of the two is written down. */
async function staysBack(tx: Tx, id: Id<"letter">): Promise<boolean> {
  const { stage, audience } = await currentStage(tx);
  const inside = sql<boolean>`exists (select 1 from ${person} where ${person.id} = ${letter.personId}
    and ${admittedAt(stage, audience, now())})`;
  const [row] = await tx
    .select({ flipId: letter.flipId, kind: letter.kind, inside })
    .from(letter)
    .where(and(eq(letter.id, id), eq(letter.state, "waiting"), isNotNull(letter.flipId)))
    .for("update");
  if (!row?.flipId) return false;
  const word = await letGo(tx, row.flipId);
  if (word instanceof Date) {
    await enqueue(tx, letters, { letterId: id }, word);
    return true;
  }
  // Another step came meanwhile: whoever is outside again is not told that the door is open, nor the other way round.
  const changed = row.inside !== (row.kind === "stage-opened");
  if (word === "go" && !changed) return false;
  const because: Dropped = word === "undone" ? "undone" : "changed";
  await tx.update(letter).set({ state: "dropped", problem: because }).where(eq(letter.id, id));
  return true;
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
