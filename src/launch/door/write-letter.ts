import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Act } from "@/platform/access/procedure";
import { now } from "@/platform/clock";
import { record } from "@/platform/events/event";
import { type Id, newId } from "@/platform/ids";
import { render } from "@/posts/render";
import { doorLetterChanged, doorLetterWritten } from "./events";
import { doorLetter } from "./schema";
import type { DoorLetterInput, newDoorLetterShape } from "./shape";

type LetterId = Id<"door-letter">;

/** Puts a letter at the door, and by mail to those who follow, where that was asked. */
export async function writeDoorLetter(act: Act, input: z.output<typeof newDoorLetterShape>): Promise<LetterId> {
  const { byMail, ...words } = input;
  const id = newId<"door-letter">();
  const bodyHtml = render(words.body).bodyHtml;
  await act.tx.insert(doorLetter).values({ id, ...words, bodyHtml, writtenBy: act.actor, writtenAt: now() });
  await record(act, doorLetterWritten, id, { byMail });
  return id;
}

/** Changes a letter where it stands. What went by mail stays as it went. */
export async function changeDoorLetter(act: Act, id: LetterId, words: DoorLetterInput): Promise<void> {
  const bodyHtml = render(words.body).bodyHtml;
  await act.tx
    .update(doorLetter)
    .set({ ...words, bodyHtml, editedAt: now() })
    .where(eq(doorLetter.id, id));
  await record(act, doorLetterChanged, id, { takenDown: false });
}

/** Takes a letter away from the door. It leaves by mail no more, where it has not left. */
export async function takeDoorLetterDown(act: Act, id: LetterId): Promise<void> {
  await act.tx.update(doorLetter).set({ takenDownAt: now() }).where(eq(doorLetter.id, id));
  await record(act, doorLetterChanged, id, { takenDown: true });
}
