import type { PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import type { EventId } from "@/platform/events/event";
import { type Id, newId } from "@/platform/ids";
import { enqueue } from "@/platform/jobs/boss";
import { compose, type Draft } from "./compose";
import { letters } from "./queue";
import { letter } from "./schema";
import type { LetterKind } from "./shape";

export type Addressee = {
  readonly personId: PersonId;
  readonly address: string;
  readonly locale: "en" | "fr";
};

/**
 * Stores a letter in the caller's transaction and puts it on the way, once: the same event never writes the same kind
 * of letter to the same address twice.
 * @returns its id, or null when it had been written before
 */
export async function writeLetter(
  tx: Tx,
  because: { event: EventId; kind: LetterKind },
  to: Addressee,
  draft: Draft,
): Promise<Id<"letter"> | null> {
  const id = newId<"letter">();
  const [written] = await tx
    .insert(letter)
    .values({
      id,
      personId: to.personId,
      toAddress: to.address,
      kind: because.kind,
      reason: `${because.event}:${because.kind}`,
      ...compose(draft, to.locale),
      createdAt: now(),
    })
    .onConflictDoNothing()
    .returning({ id: letter.id });
  if (written === undefined) return null;
  await enqueue(tx, letters, { letterId: id });
  return id;
}
