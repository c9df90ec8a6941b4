import { type SQL, sql } from "drizzle-orm";
import { person } from "@/members/schema";
import type { Tx } from "@/platform/database/client";
import { ring, type ToldRow } from "../ring";
import { notice } from "../schema";
import { REASONS } from "../shape";
import { unwanted } from "../wishes/way";

/** What stays in the bell and is mailed to nobody, one line a bundle. */
export type BellLine = {
  readonly bundle: string;
  readonly why: Extract<(typeof REASONS)[number], { kind: "place" | "launch" }>["why"];
  /** A query of ids; whoever did it themselves is left out. */
  readonly people: SQL;
  readonly actorId: string | null;
  readonly at: Date;
  readonly space?: string;
  readonly plan?: string;
  /** Whether it is told once, however often it happens; otherwise it comes up again as unread. */
  readonly once?: boolean;
};

/** Puts a line into the bells of people. Word of the launch reaches those as well who want to hear of no kind of thing. */
export async function tellInBell(tx: Tx, line: BellLine): Promise<void> {
  const { bundle, why, people, actorId, space = null, plan = null } = line;
  const kind = REASONS.find((reason) => reason.why === why)?.kind;
  const moment = sql`${line.at.toISOString()}::timestamptz`;
  const about = { person: sql`${person.id}`, kind: sql`${kind}`, space: sql`${space}::uuid`, thread: sql`null` };
  const again = sql`update set actor_id = excluded.actor_id, since = excluded.since, last_at = excluded.last_at,
    read_at = null`;
  const those: Iterable<ToldRow> = await tx.execute<ToldRow>(sql`
    insert into ${notice} (id, person_id, bundle, kind, why, space_id, plan_id, actor_id, since, last_at)
    select gen_random_uuid(), ${person.id}, ${bundle}, ${kind}, ${why}, ${space}::uuid, ${plan}::uuid,
      ${actorId}::uuid, ${moment}, ${moment}
    from ${person} where ${person.id} in (${people}) and ${person.kind} = 'human' and ${person.state} = 'active'
      and ${person.id} is distinct from ${actorId}::uuid
      and ${kind === "launch" ? sql`true` : sql`not ${unwanted(about)}`}
    on conflict (person_id, bundle) do ${line.once === true ? sql`nothing` : again}
    returning person_id`);
  await ring(tx, those, bundle, null);
}
