import { asc } from "drizzle-orm";
import { dispatchEvent } from "@/assembly/dispatch";
import { noticeReactions } from "@/notices/reactions";
import { reader } from "@/platform/database/client";
import { event } from "@/platform/events/schema";

/** Tells whom it concerns of every event so far, in the order in which they happened; what was told before stays so. */
export async function tellAll(): Promise<void> {
  const events = reader().select({ id: event.id }).from(event).orderBy(asc(event.at), asc(event.id));
  for (const { id } of await events) await dispatchEvent(id, noticeReactions);
}
