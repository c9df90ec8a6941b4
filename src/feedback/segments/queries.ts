import { type SQL, sql } from "drizzle-orm";
import { person } from "@/members/schema";
import type { Reader } from "@/platform/database/client";
import { event } from "@/platform/events/schema";
import { type Counted, suppress } from "@/platform/suppress";
import type { ConversationId } from "@/posts/shape";
import { flipUndone, stageFlipped } from "@/stages/events";
import { admission, launchState } from "@/stages/schema";
import { voicesOf } from "../merging/family";
import { SEGMENTS, type Segment, type SplitView } from "./views";

/** More groups than this are not read one by one; what is beyond stands with the others. */
const SHOWN_MAX = 20;

/** The stage at which somebody first signed in: the one that the last flip before had opened. */
const stageJoined = sql`coalesce(
  (select ${event.payload}->>'to' from ${event} where ${event.name} in (${stageFlipped.name}, ${flipUndone.name})
    and ${event.at} <= coalesce(${person.claimedAt}, ${person.createdAt}) order by ${event.at} desc limit 1),
  (select ${event.payload}->>'from' from ${event} where ${event.name} in (${stageFlipped.name}, ${flipUndone.name})
    order by ${event.at} limit 1),
  (select ${launchState.stage} from ${launchState}))`;

/** How somebody came in, by the first of what lets them in; whom the directory alone lets in has no such mark. */
const wayIn = sql`coalesce((select ${admission.kind} from ${admission} where ${admission.personId} = ${person.id}
  and ${admission.revokedAt} is null order by ${admission.grantedAt}, ${admission.id} limit 1), 'directory')`;

const MARK: Readonly<Record<Segment, SQL>> = {
  department: sql`${person.department}`,
  site: sql`${person.site}`,
  way: wayIn,
  stage: stageJoined,
};

/**
 * From where the votes on an idea and its doubles come, by the directory as it is now. No group of fewer than five
 * voters is told, and none can be found by taking the others from the whole. The caller has checked that the viewer may
 * read this.
 */
export async function segmentsOf(db: Reader, id: ConversationId): Promise<Record<Segment, SplitView>> {
  const marks = SEGMENTS.map((segment) => sql`${MARK[segment]} as ${sql.identifier(segment)}`);
  const rows: Iterable<{ segment: Segment; name: string; count: number }> = await db.execute(sql`
    with voter as materialized (select ${sql.join(marks, sql`, `)} from ${voicesOf(id)} v
      join ${person} on ${person.id} = v.person_id)
    ${sql.join(
      SEGMENTS.map(
        (segment) => sql`select ${segment} as segment, ${sql.identifier(segment)} as name, count(*)::int as count
          from voter group by 2`,
      ),
      sql` union all `,
    )}`);
  const counts: Record<Segment, Counted[]> = { department: [], site: [], way: [], stage: [] };
  for (const { segment, name, count } of rows) counts[segment].push({ name, count });
  const told = (segment: Segment) => fewer(suppress(counts[segment]));
  return { department: told("department"), site: told("site"), way: told("way"), stage: told("stage") };
}

function fewer({ shown, others }: SplitView): SplitView {
  if (others === null) return { shown, others };
  const beyond = shown.slice(SHOWN_MAX).reduce((sum, { count }) => sum + count, 0);
  return { shown: shown.slice(0, SHOWN_MAX), others: others + beyond };
}
