import { sql } from "drizzle-orm";
import { file } from "@/members/schema";
import { draft } from "./schema";

/**
 * Whether a draft of its owner's names a file, as a condition on `file`: in its words, or in those that another tab
 * overtook. Who has such a draft comes back to it with its pictures. A person has few drafts, so they are looked through.
 */
export const namedInDraft = sql`exists (select 1 from ${draft} where ${draft.personId} = ${file.ownerId}
  and (strpos(${draft.body}, ${file.id}::text) > 0
    or strpos(coalesce(${draft.overtaken} ->> 'body', ''), ${file.id}::text) > 0))`;
