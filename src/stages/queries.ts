import type { Reader } from "@/platform/database/client";
import { launchState } from "./schema";
import type { Audience, Stage } from "./shape";

export type StageView = { stage: Stage; version: number; since: Date; audience: Audience };

/** Where the launch stands now. */
export async function currentStage(db: Reader): Promise<StageView> {
  const [row] = await db
    .select({
      stage: launchState.stage,
      version: launchState.version,
      since: launchState.since,
      audience: launchState.audience,
    })
    .from(launchState);
  if (row === undefined) throw new Error("launch_state is empty: the database was not migrated");
  return row;
}
