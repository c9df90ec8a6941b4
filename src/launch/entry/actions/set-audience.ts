import { sql } from "drizzle-orm";
import { person } from "@/members/schema";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { admittedAt } from "@/stages/admitted";
import { audienceChanged } from "@/stages/events";
import { launchState } from "@/stages/schema";
import type { SetAudienceInput } from "../shape";

export type AudienceEffect = { readonly gained: number; readonly lost: number };

/**
 * Says which departments, sites and groups the pilot admits. The version of the launch grows, so that a flip that was
 * rehearsed with another audience is looked at once more. No letter leaves.
 * @returns how many people gained and lost entry at once; none before the pilot
 * @throws Refusal `conflict` when somebody changed the launch meanwhile
 */
export async function setAudience(act: Act, { version, ...audience }: SetAudienceInput): Promise<AudienceEffect> {
  const [state] = await act.tx.select().from(launchState).for("update");
  if (state === undefined) throw new Error("launch_state is empty: the database was not migrated");
  if (state.version !== version) throw new Refusal("conflict", "audienceMoved");
  const at = now();
  const before = admittedAt(state.stage, state.audience, at);
  const after = admittedAt(state.stage, audience, at);
  const [effect] = await act.tx
    .select({
      gained: sql<number>`(count(*) filter (where ${after} and not ${before}))::int`,
      lost: sql<number>`(count(*) filter (where ${before} and not ${after}))::int`,
    })
    .from(person)
    .where(sql`${person.kind} = 'human'`);
  await act.tx.update(launchState).set({ audience, version: version + 1 });
  const counts = { gained: effect?.gained ?? 0, lost: effect?.lost ?? 0 };
  const told = { ...audience, ...counts, before: state.audience, version: version + 1 };
  await record(act, audienceChanged, "audience", told);
  return counts;
}
