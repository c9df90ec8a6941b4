import { sql } from "drizzle-orm";
import { idea } from "../schema";

/**
 * Whether hosts are talking an idea over: there is a note among them that is newer than their last answer. It is all that
 * members learn of the notes.
 */
export const isDiscussed = sql<boolean>`exists (select 1 from idea_note n where n.idea_id = ${idea.id}
  and n.written_at > coalesce((select max(m.moved_at) from idea_move m where m.idea_id = ${idea.id}), '-infinity'))`;
