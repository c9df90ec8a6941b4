import { suspendPerson } from "@/members/actions/suspend-person";
import type { Act } from "@/platform/access/procedure";
import { daysAfter, now } from "@/platform/clock";
import type { LoadedThing } from "../thing";
import { noteAct } from "./note-act";
import { openCase } from "./open-case";

/** Closes the place to whoever wrote something, for some days; the end comes by itself. */
export async function suspendAuthor(
  act: Act,
  thing: LoadedThing,
  { days, reason }: { days: number; reason: string },
): Promise<void> {
  await openCase(act, thing);
  const until = daysAfter(now(), days);
  await suspendPerson(act, thing.authorId, true, until);
  await noteAct(act, thing, { verb: "suspend", reason, until });
}
