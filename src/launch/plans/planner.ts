import { sql } from "drizzle-orm";
import { isAdmin } from "@/members/roles";
import { person } from "@/members/schema";
import type { Tx } from "@/platform/database/client";
import { Refusal } from "@/platform/errors";
import type { Plan } from "./actions/carry-out";

/**
 * A step is taken in somebody's name: of somebody who may. Whoever planned it may have lost the role since.
 * @param why what the refusal says: a plan that ends by it, or one that goes on waiting
 * @throws Refusal `not-allowed`
 */
export async function demandPlanner(
  tx: Tx,
  { proposedBy }: Plan,
  why: "planNobody" | "planNobodyWaits",
): Promise<void> {
  const [admin] = await tx
    .select({ id: person.id })
    .from(person)
    .where(sql`${person.id} = ${proposedBy}::uuid and ${person.state} = 'active' and ${isAdmin(sql`${person.id}`)}`);
  if (admin === undefined) throw new Refusal("not-allowed", why);
}
