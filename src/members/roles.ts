import { type SQL, sql } from "drizzle-orm";
import { personRole } from "./schema";

/** Whether somebody is an admin now, by the id that a query reads. */
export function isAdmin(who: SQL): SQL<boolean> {
  return sql<boolean>`exists (select 1 from ${personRole}
    where ${personRole.personId} = ${who} and ${personRole.role} = 'admin' and ${personRole.until} is null)`;
}
