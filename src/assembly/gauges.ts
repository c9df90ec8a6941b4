import { pool } from "@/platform/database/client";
import { declareGauge } from "@/platform/metrics";
import { openStreams } from "./live/hub";

type Counted = { label: string; value: number };

/** What the database can say of us, asked for when the metrics are read. */
export function declareServerGauges(): void {
  declareGauge(
    "levain_database_connections",
    "Connections of Levain to its database, by what they do.",
    "state",
    () =>
      pool()<Counted[]>`
      select coalesce(state, 'unknown') as label, count(*)::int as value from pg_stat_activity
      where datname = current_database() and application_name = 'levain' group by 1`,
  );
  declareGauge("levain_live_streams", "Open pages that listen here for what changes.", "process", async () => [
    { label: "web", value: openStreams() },
  ]);
  declareGauge(
    "levain_jobs",
    "Jobs that are not done, by queue and state.",
    "job",
    () =>
      pool()<Counted[]>`
      select name || ':' || state as label, count(*)::int as value from pgboss.job
      where state in ('created', 'retry', 'active', 'failed') group by 1`,
  );
}
