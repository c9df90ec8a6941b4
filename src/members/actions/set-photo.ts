import { eq } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { profileEdited } from "../events";
import { letGo, takeUp } from "../files/actions/take-up";
import type { FileId } from "../files/shape";
import { person } from "../schema";
import type { PersonId } from "../shape";

/**
 * Shows a photo that its owner has uploaded as one, or none.
 * @throws Refusal `not-found` for a file that is not theirs to show
 */
export async function setPhoto(act: Act, of: PersonId, photo: FileId | null): Promise<void> {
  const [before] = await act.tx.select({ id: person.photoId }).from(person).where(eq(person.id, of)).for("update");
  if (photo !== null && (await takeUp(act.tx, of, [photo], "photo")).length === 0) throw new Refusal("not-found");
  await act.tx.update(person).set({ photoId: photo }).where(eq(person.id, of));
  if (before?.id) await letGo(act.tx, [before.id]);
  await record(act, profileEdited, of, { fields: ["photo"] });
}
