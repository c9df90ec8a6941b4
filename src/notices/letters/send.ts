import { inArray, sql } from "drizzle-orm";
import { knownTimeZone } from "@/i18n/format";
import { DEFAULT_LOCALE } from "@/i18n/locale";
import { words } from "@/i18n/words";
import { replyAddressFor } from "@/mail/inbound/reply-address";
import { writeLetter } from "@/mail/write-letter";
import { now } from "@/platform/clock";
import { type Tx, transaction } from "@/platform/database/client";
import { type Id, newId } from "@/platform/ids";
import { notice } from "../schema";
import { type Decided, decide } from "./decide";
import { noticeDraft } from "./draft";
import { type DueNotice, takeDue } from "./due";
import { noticeHeaders } from "./headers";
import { mailDecision } from "./schema";

/** For what no job was put down for: mails that quiet hours held back. */
export const NOTICE_MAIL_CRON = "* * * * *";

const BATCH = 100;

/** Mails all notices whose wait is over, and writes down why each was mailed or not. */
export async function mailDue(): Promise<void> {
  for (;;) {
    const taken = await transaction((tx) => mailBatch(tx, now()));
    if (taken < BATCH) return;
  }
}

async function mailBatch(tx: Tx, at: Date): Promise<number> {
  const due = await takeDue(tx, at, BATCH);
  if (due.length === 0) return 0;
  const decided = due.map((one) => ({ one, verdict: verdictOf(one, at), letterId: null as Id<"letter"> | null }));
  for (const entry of decided) {
    if (entry.verdict.reason === "mailed") entry.letterId = await write(tx, entry.one);
  }
  await tx.insert(mailDecision).values(
    decided.map(({ one, verdict, letterId }) => ({
      id: newId<"mail-decision">(),
      personId: one.person_id,
      noticeId: one.id,
      conversationId: one.conversation_id,
      reason: verdict.reason,
      letterId,
      at,
    })),
  );
  await settle(tx, decided);
  return due.length;
}

function verdictOf(due: DueNotice, at: Date): Decided {
  const there =
    due.there && (due.move !== null || due.deed !== null || due.opening !== null || (due.voices?.length ?? 0) > 0);
  // Who takes part by mail alone has neither bell nor digest: what is not ended comes by mail.
  const way = due.inside || due.way === "bell" || due.way === "nothing" ? due.way : "mail";
  const quiet = { quietFrom: due.quiet_from, quietUntil: due.quiet_until, workdays: due.workdays };
  return decide({ ...due, there: due.there, waits: due.waits && there, way, timeZone: zoneOf(due), quiet }, at);
}

function zoneOf({ time_zone }: DueNotice): string {
  return knownTimeZone(time_zone);
}

async function write(tx: Tx, due: DueNotice): Promise<Id<"letter"> | null> {
  if (due.address === null) return null;
  const locale = due.locale ?? DEFAULT_LOCALE;
  const replyTo = due.conversation_id === null ? null : await replyAddressFor(tx, due.person_id, due.conversation_id);
  const because = { reason: `notice:${due.id}:${new Date(due.last_at).toISOString()}`, kind: "notice" } as const;
  const to = { personId: due.person_id, address: due.address, locale };
  return writeLetter(tx, because, to, noticeDraft(words(locale), due, replyTo !== null), {
    headers: noticeHeaders(due, replyTo),
    conversationIds: due.conversation_id === null ? [] : [due.conversation_id],
  });
}

/** What waits on gets its moment; for the rest the wait is over, until something new is said. */
async function settle(tx: Tx, decided: readonly { one: DueNotice; verdict: Decided }[]): Promise<void> {
  const over = decided.filter(({ verdict }) => verdict.reason !== "quiet-hours").map(({ one }) => one.id);
  if (over.length > 0) await tx.update(notice).set({ mailDueAt: null, mailFrom: null }).where(inArray(notice.id, over));
  const later = decided.flatMap(({ one, verdict }) =>
    verdict.reason === "quiet-hours" ? [sql`(${one.id}::uuid, ${verdict.until.toISOString()}::timestamptz)`] : [],
  );
  if (later.length === 0) return;
  await tx.execute(sql`update ${notice} set mail_due_at = v.until
    from (values ${sql.join(later, sql`, `)}) v(id, until) where ${notice.id} = v.id`);
}
