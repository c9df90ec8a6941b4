import { sql } from "drizzle-orm";
import { WITHOUT_IDEAS } from "@/feedback/changelog/policy";
import { changelogEntry, changelogLink } from "@/feedback/changelog/schema";
import type { EntryId } from "@/feedback/changelog/shape";
import { readersOfConversation } from "@/feedback/readers";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { daysAfter } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { conversation } from "@/posts/schema";
import { admittedAt } from "@/stages/admitted";
import { featureFactsOfAll } from "@/stages/features/queries";
import { hasFeature } from "@/stages/features/state";
import { currentStage } from "@/stages/queries";

/** A new entry of the changelog in somebody's digest. */
export type DigestEntry = {
  readonly person_id: PersonId;
  readonly id: EntryId;
  readonly title: string;
  readonly excerpt: string;
};

/** So many entries stand in a digest, of so many days at most. */
const ENTRIES_MAX = 5;
const LATELY_DAYS = 31;

/**
 * The entries that are new to people since the last digest that they were sent, and that they have not looked at: those
 * that are there for each, and only for those who have the changelog.
 */
export async function entriesFor(tx: Tx, people: readonly PersonId[], at: Date): Promise<DigestEntry[]> {
  const facts = await featureFactsOfAll(tx, people);
  const those = people.filter((id) => {
    const own = facts.get(id);
    return own !== undefined && hasFeature("changelog", own);
  });
  if (those.length === 0) return [];
  const launch = await currentStage(tx);
  const moment = sql`${at.toISOString()}::timestamptz`;
  const since = sql`greatest(
    (select max(d.at) from digest d where d.person_id = ${person.id} and d.things > 0),
    (select s.seen_at from changelog_seen s where s.person_id = ${person.id}),
    ${person.claimedAt}, ${daysAfter(at, -LATELY_DAYS).toISOString()}::timestamptz)`;
  const reads = sql`exists (select 1 from ${changelogLink}
    join ${conversation} on ${conversation.id} = ${changelogLink.ideaId}
    where ${changelogLink.entryId} = ${changelogEntry.id} and ${readersOfConversation(launch, at)})`;
  const rows: Iterable<DigestEntry> = await tx.execute<DigestEntry>(sql`
    select told.person_id, told.id, told.title, told.excerpt from (
      select ${person.id} as person_id, ${changelogEntry.id} as id, ${changelogEntry.title}, ${changelogEntry.excerpt},
        row_number() over (partition by ${person.id} order by ${changelogEntry.publishedAt} desc) as place_in_line
      from ${person} join ${changelogEntry} on ${changelogEntry.publishedAt} <= ${moment}
        and ${changelogEntry.publishedAt} > ${since}
      where ${person.id} = any(${`{${those.join(",")}}`}::uuid[]) and ${admittedAt(launch.stage, launch.audience, at)}
        and (${WITHOUT_IDEAS} or ${reads})) told
    where told.place_in_line <= ${ENTRIES_MAX} order by told.person_id, told.place_in_line`);
  return [...rows];
}
