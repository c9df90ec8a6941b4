import { and, eq, ne, sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { profileEdited } from "../events";
import { person } from "../schema";
import type { Away, PersonId } from "../shape";

const HERE = { awayFrom: null, awayUntil: null, awayNote: "", awayAsk: null };

/**
 * Says that a person is out of office, or is there again.
 * @throws Refusal `invalid` when the name of whoever can be asked is nobody's, or several people's
 */
export async function setAway(act: Act, away: Away | null): Promise<void> {
  const said =
    away === null
      ? HERE
      : { awayFrom: away.from, awayUntil: away.until, awayNote: away.note, awayAsk: await named(act, away.ask) };
  await act.tx.update(person).set(said).where(eq(person.id, act.actor));
  await record(act, profileEdited, act.actor, { fields: ["away"] });
}

async function named(act: Act, name: string): Promise<PersonId | null> {
  if (name === "") return null;
  const found = await act.tx
    .select({ id: person.id })
    .from(person)
    .where(
      and(
        eq(sql`lower(${person.displayName})`, name.toLowerCase()),
        eq(person.state, "active"),
        ne(person.id, act.actor),
      ),
    )
    .limit(2);
  const [one, another] = found;
  if (one === undefined) throw new Refusal("invalid", "invalid", {}, { ask: ["field.noSuchPerson"] });
  if (another !== undefined) throw new Refusal("invalid", "invalid", {}, { ask: ["field.severalPeople"] });
  return one.id;
}
