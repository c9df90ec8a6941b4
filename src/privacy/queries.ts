import { and, desc, eq, sql } from "drizzle-orm";
import { person } from "@/members/schema";
import type { Reader } from "@/platform/database/client";
import { cut, decodeKey, momentKey, type Page, type PageInput } from "@/platform/database/page";
import { event } from "@/platform/events/schema";
import type { AuditLine } from "./views";

/**
 * The audit trail, newest first. It tells that something happened, by whom and to what; never the words of a post,
 * which even an admin reads only where they have a place.
 * @param page.name only events of this name, all of them when empty
 */
export async function auditTrail(db: Reader, page: PageInput & { name: string }): Promise<Page<AuditLine>> {
  const key = decodeKey(page.after, momentKey);
  const before = key === null ? undefined : sql`(${event.at}, ${event.id}) < (${key[0]}::timestamptz, ${key[1]}::uuid)`;
  const rows = await db
    .select({
      id: event.id,
      name: event.name,
      actorId: event.actorId,
      actorName: person.displayName,
      subject: event.subject,
      requestId: event.requestId,
      at: event.at,
    })
    .from(event)
    .leftJoin(person, eq(sql`${person.id}`, event.actorId))
    .where(and(page.name === "" ? undefined : eq(event.name, page.name), before))
    .orderBy(desc(event.at), desc(event.id))
    .limit(page.take + 1);
  const { items, next } = cut(rows, page.take, (row) => [row.at.toISOString(), row.id]);
  return { items: items.map(toLine), next };
}

function toLine(row: Omit<AuditLine, "actor"> & { actorId: string | null; actorName: string | null }): AuditLine {
  const actor = row.actorId === null ? null : { id: row.actorId, displayName: row.actorName ?? "" };
  return { id: row.id, name: row.name, actor, subject: row.subject, requestId: row.requestId, at: row.at };
}
