import { asc, eq, sql } from "drizzle-orm";
import type { PersonId } from "@/members/shape";
import type { Reader } from "@/platform/database/client";
import { deskView } from "./schema";
import { VIEWS_MAX } from "./shape";
import type { KeptView } from "./views";

/** The ways of looking at the desk that somebody keeps, by name. */
export function viewsOf(db: Reader, who: PersonId): Promise<KeptView[]> {
  return db
    .select({ id: deskView.id, name: deskView.name, query: deskView.query })
    .from(deskView)
    .where(eq(deskView.personId, who))
    .orderBy(sql`lower(${deskView.name})`, asc(deskView.id))
    .limit(VIEWS_MAX);
}
