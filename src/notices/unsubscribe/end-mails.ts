import { and, eq } from "drizzle-orm";
import { endDoorMails, resumeDoorMails } from "@/launch/door/follow";
import type { Ending } from "@/mail/unsubscribe/token";
import type { Tx } from "@/platform/database/client";
import { noticeRule, noticeWish } from "../wishes/schema";
import { DEFAULT_WISH } from "../wishes/shape";

/** Ends the mails that a link names; the bell goes on telling. Doing it twice is doing it once. */
export async function endMails(tx: Tx, { person, scope, key }: Ending): Promise<void> {
  if (scope === "door") return endDoorMails(tx, person);
  if (scope === "all") {
    await tx
      .insert(noticeWish)
      .values({ personId: person, position: "nothing" })
      .onConflictDoUpdate({ target: noticeWish.personId, set: { position: "nothing" } });
    await tx.delete(noticeRule).where(and(eq(noticeRule.personId, person), eq(noticeRule.way, "mail")));
    return;
  }
  await tx
    .insert(noticeRule)
    .values({ personId: person, scope, key, way: "bell" })
    .onConflictDoUpdate({ target: [noticeRule.personId, noticeRule.scope, noticeRule.key], set: { way: "bell" } });
}

/** Takes the ending back. */
export async function resumeMails(tx: Tx, { person, scope, key }: Ending): Promise<void> {
  if (scope === "door") return resumeDoorMails(tx, person);
  if (scope === "all") {
    await tx
      .update(noticeWish)
      .set({ position: DEFAULT_WISH.position })
      .where(and(eq(noticeWish.personId, person), eq(noticeWish.position, "nothing")));
    return;
  }
  await tx
    .delete(noticeRule)
    .where(and(eq(noticeRule.personId, person), eq(noticeRule.scope, scope), eq(noticeRule.key, key)));
}
