import { eq } from "drizzle-orm";
import { now } from "@/platform/clock";
import { type Cause, record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import { personSeeded } from "../events";
import { person, personAddress } from "../schema";
import type { PersonId } from "../shape";

/**
 * The person who has this address, made when nobody has it yet: people come before accounts.
 * @param address as `shape.address` gives it: trimmed and lower case
 */
export async function seedPerson(
  cause: Cause,
  seed: { address: string; displayName: string; locale: "en" | "fr" | null; via: "invitation" | "import" | "demo" },
): Promise<{ id: PersonId; isNew: boolean }> {
  const known = await personAt(cause, seed.address);
  if (known !== null) return { id: known, isNew: false };
  const id = newId<"person">();
  await cause.tx.insert(person).values({
    id,
    displayName: seed.displayName,
    locale: seed.locale,
    createdAt: now(),
  });
  const [placed] = await cause.tx
    .insert(personAddress)
    .values({ address: seed.address, personId: id, rank: "primary", createdAt: now() })
    .onConflictDoNothing()
    .returning({ address: personAddress.address });
  if (placed === undefined) {
    // Somebody else seeded the same address meanwhile: theirs is the person.
    await cause.tx.delete(person).where(eq(person.id, id));
    const winner = await personAt(cause, seed.address);
    if (winner === null) throw new Error("an address that exists belongs to nobody");
    return { id: winner, isNew: false };
  }
  await record(cause, personSeeded, id, { via: seed.via });
  return { id, isNew: true };
}

async function personAt(cause: Cause, address: string): Promise<PersonId | null> {
  const [row] = await cause.tx
    .select({ id: personAddress.personId })
    .from(personAddress)
    .where(eq(personAddress.address, address));
  return row?.id ?? null;
}
