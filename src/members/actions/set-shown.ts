import { eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { record } from "@/platform/events/event";
import { profileEdited } from "../events";
import { KEPT_FIELDS, type WhoSees } from "../privacy-shape";
import { person } from "../schema";
import type { ShownTo } from "../shape";

/** Writes who sees which field of the actor's profile. What everybody inside sees needs no line. */
export async function setShown(act: Act, chosen: WhoSees): Promise<void> {
  const shownTo: ShownTo = Object.fromEntries(
    KEPT_FIELDS.flatMap((field) => {
      const to = chosen[field];
      return to === "inside" ? [] : [[field, to] as const];
    }),
  );
  await act.tx.update(person).set({ shownTo }).where(eq(person.id, act.actor));
  await record(act, profileEdited, act.actor, { fields: ["shownTo"] });
}
