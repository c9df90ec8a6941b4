import { and, eq } from "drizzle-orm";
import type { Viewer } from "@/platform/access/viewer";
import type { Reader } from "@/platform/database/client";
import type { Id } from "@/platform/ids";
import { thanks } from "./schema";

/** Thanks that the viewer got; those of others cannot be named. */
export async function ownThanks(db: Reader, viewer: Viewer, id: Id<"thanks">) {
  const [row] = await db
    .select({ id: thanks.id })
    .from(thanks)
    .where(and(eq(thanks.id, id), eq(thanks.toId, viewer.id)));
  return row ?? null;
}
