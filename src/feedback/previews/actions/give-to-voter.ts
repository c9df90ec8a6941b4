import { and, eq, isNull, sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import type { ConversationId } from "@/posts/shape";
import { grantFeature } from "@/stages/features/actions/preview-feature";
import { preview } from "../schema";

/** Whoever votes for what everybody who votes may try has it too. The idea is held, and not shipped. */
export async function giveToVoter(act: Act, ideaId: ConversationId): Promise<void> {
  const [found] = await act.tx
    .select({ feature: preview.feature })
    .from(preview)
    .where(
      and(eq(preview.ideaId, ideaId), eq(preview.voters, true), isNull(preview.withdrawnAt), isNull(preview.shippedAt)),
    )
    .for("share");
  if (found === undefined) return;
  await grantFeature(act.tx, { source: ideaId, feature: found.feature }, sql`select ${act.actor}::uuid as person_id`);
}
