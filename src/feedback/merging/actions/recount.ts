import { eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import type { ConversationId } from "@/posts/shape";
import { idea } from "../../schema";
import { voterCount } from "../family";

/** Counts anew who wants an idea or one of its doubles. The caller holds its row. */
export async function recountVoters(act: Pick<Act, "tx">, id: ConversationId): Promise<void> {
  await act.tx
    .update(idea)
    .set({ voteCount: voterCount(id) })
    .where(eq(idea.id, id));
}
