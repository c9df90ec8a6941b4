import type { Tx } from "@/platform/database/client";
import { launchState } from "@/stages/schema";

export type LaunchState = typeof launchState.$inferSelect;

/** Where the launch stands, for whoever is about to move it: a second one waits here until the first has committed. */
export async function lockState(tx: Tx): Promise<LaunchState> {
  const [state] = await tx.select().from(launchState).for("update");
  if (state === undefined) throw new Error("launch_state is empty: the database was not migrated");
  return state;
}
