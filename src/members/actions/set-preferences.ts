import { eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import type { Comfort } from "@/platform/access/viewer";
import { person } from "../schema";

/** Writes in which language and time zone Levain speaks to the person. */
export async function setPreferences(act: Act, preferences: { locale: "en" | "fr"; timeZone: string }): Promise<void> {
  await act.tx.update(person).set(preferences).where(eq(person.id, act.actor));
}

/** Writes whether single letters do things for the person, and whether others are told where they are. */
export async function setComfort(act: Pick<Act, "tx" | "actor">, { keys, presence }: Comfort): Promise<void> {
  await act.tx.update(person).set({ singleKeys: keys, showsPresence: presence }).where(eq(person.id, act.actor));
}
