import { and, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { words } from "@/i18n/words";
import { addressees, type NamedAddressee } from "@/mail/addressees";
import { unsubscribeToken } from "@/mail/unsubscribe/token";
import { writeLetter } from "@/mail/write-letter";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { paths } from "@/paths";
import { now } from "@/platform/clock";
import { reader, type Tx, transaction } from "@/platform/database/client";
import { env } from "@/platform/env";
import { type Id, newId } from "@/platform/ids";
import { queue } from "@/platform/jobs/boss";
import { mailDecision } from "../letters/schema";
import { notice } from "../schema";
import { digestDraft } from "./draft";
import { type DueClock, dueClocks, takePeople } from "./due";
import { type DigestEntry, entriesFor } from "./entries";
import { type News, newsFor } from "./news";
import { digest } from "./schema";

/** The work of sending the digests whose hour has struck. It carries nothing: who is due is looked up. */
export const digests = queue("digest", z.unknown());

/** Hours strike at full hours in nearly every zone, and a quarter later in the others. */
export const DIGEST_CRON = "*/5 * * * *";

const BATCH = 50;

/** Sends all digests that are due: each person's once a period, however often and by however many this is run. */
export async function sendDigests(): Promise<void> {
  const at = now();
  for (const clock of await dueClocks(reader(), at)) {
    for (;;) {
      const taken = await transaction((tx) => digestBatch(tx, clock, at));
      if (taken < BATCH) break;
    }
  }
}

async function digestBatch(tx: Tx, clock: DueClock, at: Date): Promise<number> {
  const people = await takePeople(tx, clock, at, BATCH);
  if (people.length === 0) return 0;
  const news = await newsFor(tx, people, at);
  const entries = await entriesFor(tx, people, at);
  const to = await addressees(tx, inArray(person.id, people));
  const decisions: (typeof mailDecision.$inferInsert)[] = [];
  for (const personId of people) {
    const own = news.filter((one) => one.person_id === personId);
    const addressee = to.find((one) => one.personId === personId);
    const letterId =
      addressee === undefined || own.length === 0
        ? null
        : await write(tx, clock, addressee, {
            news: own,
            entries: entries.filter((one) => one.person_id === personId),
          });
    const reason = own.length === 0 ? "nothing-new" : addressee === undefined ? "no-address" : "mailed";
    decisions.push({ id: newId<"mail-decision">(), personId, reason, letterId, at });
  }
  await tx.insert(mailDecision).values(decisions);
  await noteTold(tx, clock, news, at);
  return people.length;
}

type Told = { readonly news: readonly News[]; readonly entries: readonly DigestEntry[] };

function write(tx: Tx, clock: DueClock, to: NamedAddressee, told: Told): Promise<Id<"letter"> | null> {
  const reader = { id: to.personId, name: to.name };
  const token = unsubscribeToken({ person: to.personId, scope: "all", key: "" });
  return writeLetter(
    tx,
    { reason: `digest:${to.personId}:${clock.period}`, kind: "digest" },
    to,
    digestDraft(words(to.locale), reader, clock.rhythm, told),
    {
      headers: { unsubscribe: `${env().APP_URL}${paths.unsubscribeDoor(token)}` },
      conversationIds: [...new Set(told.news.flatMap((one) => one.conversation_id ?? []))],
    },
  );
}

async function noteTold(tx: Tx, clock: DueClock, news: readonly News[], at: Date): Promise<void> {
  if (news.length === 0) return;
  await tx
    .update(notice)
    .set({ digestedAt: at })
    .where(
      inArray(
        notice.id,
        news.map((one) => one.id),
      ),
    );
  const counts = new Map<PersonId, number>();
  for (const { person_id } of news) counts.set(person_id, (counts.get(person_id) ?? 0) + 1);
  const rows = [...counts].map(([id, count]) => sql`(${id}::uuid, ${count}::int)`);
  await tx.execute(sql`update ${digest} set things = v.things from (values ${sql.join(rows, sql`, `)}) v(id, things)
    where ${and(eq(digest.period, clock.period), sql`${digest.personId} = v.id`)}`);
}
