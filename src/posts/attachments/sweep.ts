import { and, eq, inArray, isNull, lt, or } from "drizzle-orm";
import { letGo } from "@/members/files/actions/take-up";
import { daysAfter, now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import { attachment, comment, conversation } from "../schema";

/** As long as removed words can be brought back, their files can. */
const KEPT_DAYS = 30;
const AT_ONCE = 500;

/**
 * Lets go of the files of words that were removed a month ago; what hosts still look at keeps them. One that a draft of
 * its owner's names is loose from then on too, so that it can be taken up again, and stays for as long as the draft.
 */
export async function sweepAttachments(tx: Tx): Promise<void> {
  const before = daysAfter(now(), -KEPT_DAYS);
  const gone = await tx
    .select({ id: attachment.fileId })
    .from(attachment)
    .innerJoin(conversation, eq(conversation.id, attachment.conversationId))
    .leftJoin(comment, eq(comment.id, attachment.commentId))
    .where(
      or(
        and(lt(conversation.removedAt, before), isNull(conversation.hiddenAt)),
        and(lt(comment.removedAt, before), isNull(comment.hiddenAt)),
      ),
    )
    .limit(AT_ONCE);
  const ids = gone.map((row) => row.id);
  if (ids.length === 0) return;
  await tx.delete(attachment).where(inArray(attachment.fileId, ids));
  await letGo(tx, ids);
}
