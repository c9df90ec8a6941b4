import type { Act } from "@/platform/access/procedure";
import { record } from "@/platform/events/event";
import { placesChanged } from "../events";
import { hostPlace } from "../schema";
import type { PlacesInput } from "../shape";

/** A host says how many newcomers they can expect, about what, and until when they cannot. */
export async function setPlaces(act: Act, said: PlacesInput): Promise<void> {
  await act.tx
    .insert(hostPlace)
    .values({ personId: act.actor, ...said })
    .onConflictDoUpdate({ target: hostPlace.personId, set: said });
  await record(act, placesChanged, act.actor, { places: said.places });
}
