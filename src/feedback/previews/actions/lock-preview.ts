import { eq, sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { Refusal } from "@/platform/errors";
import type { ConversationId } from "@/posts/shape";
import { lockIdea } from "../../actions/lock-idea";
import type { IdeaStatus } from "../../shape";
import { stateOf } from "../policy";
import { preview } from "../schema";
import type { PreviewState } from "../shape";

type Locked = typeof preview.$inferSelect & { readonly state: PreviewState; readonly status: IdeaStatus };

/**
 * Takes an idea and its preview for this transaction, so that two hosts do not begin it at once.
 * @throws Refusal `not-found` when either is gone
 */
export async function lockPreview(act: Act, id: ConversationId): Promise<Locked> {
  const { status } = await lockIdea(act, id);
  const [row] = await act.tx.select().from(preview).where(eq(preview.ideaId, id)).for("update");
  if (row === undefined) throw new Refusal("not-found");
  return { ...row, status, state: stateOf(row, status) };
}

/** Those who would try it, as `person_id`. */
export const volunteersOf = (id: ConversationId) =>
  sql`select w.person_id from preview_volunteer w where w.idea_id = ${id}::uuid`;
