import { eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { person } from "../schema";

/** Writes in which language and time zone Levain speaks to the person. */
export async function setPreferences(act: Act, preferences: { locale: "en" | "fr"; timeZone: string }): Promise<void> {
  await act.tx.update(person).set(preferences).where(eq(person.id, act.actor));
}
