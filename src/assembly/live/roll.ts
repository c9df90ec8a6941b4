import { sql } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import { reader } from "@/platform/database/client";
import { PRESENT_MS } from "@/platform/live/presence";
import type { Roll } from "@/platform/live/tell";
import type { Topic } from "@/platform/live/topic";

/** How many are named; the others are counted. */
const NAMED = 2;
/** Beyond this many nobody is counted one by one. */
const COUNTED = 100;

type Row = { topic: Topic; person_id: PersonId; name: string };

/** Who has these conversations open: whoever came first stands first. Those who do not want to be seen are not here. */
export const roll: Roll = async (topics) => {
  const since = new Date(now().getTime() - PRESENT_MS).toISOString();
  const rows: Iterable<Row> = await reader().execute<Row>(sql`
    select t.topic, here.person_id, here.name
    from unnest(string_to_array(${topics.join(" ")}, ' ')) as t(topic)
    cross join lateral (
      select p.id as person_id, min(p.display_name) as name from presence n
      join person p on p.id = n.person_id and p.state = 'active' and p.shows_presence
      where n.topic = t.topic and n.seen_at > ${since}::timestamptz
      group by p.id order by p.id limit ${COUNTED}
    ) here`);
  const byTopic = Map.groupBy(rows, (row) => row.topic);
  return (topic, reading) => {
    const others = (byTopic.get(topic) ?? []).filter((one) => one.person_id !== reading);
    return { topic, names: others.slice(0, NAMED).map((one) => one.name), more: Math.max(0, others.length - NAMED) };
  };
};
