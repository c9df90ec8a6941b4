import { and, eq, gte, lt, sql } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import { type Tx, transaction } from "@/platform/database/client";
import { DAY, MINUTE } from "@/platform/durations";
import { event } from "@/platform/events/schema";
import { type Id, newId } from "@/platform/ids";
import { comment, conversation } from "@/posts/schema";
import type { CommentId, ConversationId } from "@/posts/shape";
import { incomingMail } from "./schema";

export type IncomingMailId = Id<"incoming-mail">;

/** A mail under this id may have been left by a process that died; nobody acts on a mail for longer. */
const UNDER_WAY_MS = 10 * MINUTE;

export type Claim =
  | { readonly claimed: true; readonly id: IncomingMailId }
  | { readonly claimed: false; readonly why: "done" | "under-way" };

/** The mark by which the events of a mail are found again: a process may die between acting and noting it. */
export function requestOf(id: IncomingMailId): string {
  return `mail:${id}`;
}

/**
 * Takes a mail for acting on, once. One that was refused before may be tried again: the reason can be gone.
 * @param mail.messageHash hash of its Message-ID
 * @param mail.mailbox what stands before the @ of the address that it came to
 */
export async function claimMail(mail: { messageHash: string; mailbox: string }): Promise<Claim> {
  return transaction(async (tx) => {
    const id = newId<"incoming-mail">();
    const [fresh] = await tx
      .insert(incomingMail)
      .values({ ...mail, id, outcome: "under-way", at: now() })
      .onConflictDoNothing()
      .returning({ id: incomingMail.id });
    if (fresh !== undefined) return { claimed: true, id };
    return claimAgain(tx, mail);
  });
}

async function claimAgain(tx: Tx, mail: { messageHash: string; mailbox: string }): Promise<Claim> {
  const [row] = await tx
    .select()
    .from(incomingMail)
    .where(and(eq(incomingMail.messageHash, mail.messageHash), eq(incomingMail.mailbox, mail.mailbox)))
    .for("update");
  if (row === undefined) return { claimed: false, why: "under-way" };
  if (row.outcome === "taken" || row.outcome === "ignored") return { claimed: false, why: "done" };
  const isStale = row.at.getTime() < now().getTime() - UNDER_WAY_MS;
  if (row.outcome === "under-way" && !isStale) return { claimed: false, why: "under-way" };
  if (row.outcome === "under-way" && (await wasActedOn(tx, row.id, row.at))) {
    await tx.update(incomingMail).set({ outcome: "taken" }).where(eq(incomingMail.id, row.id));
    return { claimed: false, why: "done" };
  }
  await tx.update(incomingMail).set({ outcome: "under-way", reason: "", at: now() }).where(eq(incomingMail.id, row.id));
  return { claimed: true, id: row.id };
}

async function wasActedOn(tx: Tx, id: IncomingMailId, since: Date): Promise<boolean> {
  const [row] = await tx
    .select({ yes: sql<number>`1` })
    .from(event)
    .where(and(gte(event.at, since), eq(event.requestId, requestOf(id))))
    .limit(1);
  return row !== undefined;
}

export type Outcome =
  | { readonly outcome: "taken"; readonly conversationId: ConversationId; readonly commentId: CommentId | null }
  | { readonly outcome: "ignored" | "refused"; readonly reason: string };

/** Notes what became of a mail; words that came by mail are marked as such. */
export async function settleMail(id: IncomingMailId, personId: PersonId | null, outcome: Outcome): Promise<void> {
  await transaction(async (tx) => {
    await tx
      .update(incomingMail)
      .set({ ...outcome, personId })
      .where(eq(incomingMail.id, id));
    if (outcome.outcome !== "taken") return;
    const { conversationId, commentId } = outcome;
    if (commentId !== null) await tx.update(comment).set({ via: "mail" }).where(eq(comment.id, commentId));
    else await tx.update(conversation).set({ via: "mail" }).where(eq(conversation.id, conversationId));
  });
}

/** How long it is kept which mails came in: longer than any server tries to hand one over again. */
const KEPT_MS = 90 * DAY;

/** Deletes the notes on old mails; the words that came of them stay. */
export async function sweepIncomingMail(tx: Tx): Promise<void> {
  await tx.delete(incomingMail).where(lt(incomingMail.at, new Date(now().getTime() - KEPT_MS)));
}
