import { eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { record } from "@/platform/events/event";
import { personSuspended } from "../events";
import { person, session } from "../schema";
import type { PersonId } from "../shape";
import { keepAnAdmin } from "./set-role";

/** Closes the place to a person, whose devices are signed out at once, or opens it again. */
export async function suspendPerson(act: Act, id: PersonId, suspended: boolean): Promise<void> {
  await act.tx
    .update(person)
    .set({ state: suspended ? "suspended" : "active" })
    .where(eq(person.id, id));
  if (suspended) {
    await act.tx.delete(session).where(eq(session.personId, id));
    await keepAnAdmin(act);
  }
  await record(act, personSuspended, id, { suspended });
}
