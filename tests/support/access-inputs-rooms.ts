import type { AccessWorld } from "@tests/support/access-world";
import { acting } from "@tests/support/people";
import { eq } from "drizzle-orm";
import { journalNote } from "@/care/journal/schema";
import { now } from "@/platform/clock";
import { transaction } from "@/platform/database/client";
import { newId } from "@/platform/ids";
import { publishPost } from "@/posts/actions/publish-post";
import { spaceAdoption } from "@/spaces/adoption/schema";
import { space } from "@/spaces/schema";

/** A space in which a host wrote, who is inside whatever the stage. */
export async function offeredRoom(w: AccessWorld) {
  const { space } = await w.freshSpace();
  const { host } = w.people;
  await acting(host, (act) => publishPost(act, space, { kind: "discussion", title: "Tried", body: "and tried" }));
  return { space, person: host, words: "Would you?" };
}

/** The space member is asked to look after a space. */
export async function asAdopter(w: AccessWorld) {
  const { space } = await w.freshSpace();
  const id = newId<"adoption">();
  const personId = w.people["space member"];
  await transaction((tx) =>
    tx.insert(spaceAdoption).values({ id, spaceId: space, personId, words: "Would you?", askedAt: now() }),
  );
  return id;
}

/** A note in the host's own journal. */
export async function notedByHost(w: AccessWorld) {
  const id = newId<"journal-note">();
  const personId = await w.freshPerson();
  const note = { id, personId, hostId: w.people.host, words: "We met.", talkedOn: "2026-01-05", notedAt: now() };
  await transaction((tx) => tx.insert(journalNote).values(note));
  return id;
}

/** A space that people read at every stage. */
export async function openRoom(w: AccessWorld) {
  const { space: id } = await w.freshSpace();
  await transaction((tx) => tx.update(space).set({ opensAt: "groundwork" }).where(eq(space.id, id)));
  return id;
}
