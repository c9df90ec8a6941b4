import type { PersonId } from "@/members/shape";
import { now } from "@/platform/clock";
import type { Tx } from "@/platform/database/client";
import type { EventId } from "@/platform/events/event";
import { type Id, newId } from "@/platform/ids";
import { enqueue } from "@/platform/jobs/boss";
import type { ConversationId } from "@/posts/shape";
import { compose, type Draft } from "./compose";
import { letters } from "./queue";
import { letter } from "./schema";
import type { LetterHeaders, LetterKind } from "./shape";

export type Addressee = {
  readonly personId: PersonId;
  readonly address: string;
  readonly locale: "en" | "fr";
};

/** Why a letter is written: an event, or another reason that holds once. */
type Because = { kind: LetterKind } & ({ event: EventId } | { reason: string });

/** A letter that tells of a flip leaves when that cannot be taken back any more. */
type Held = { readonly flipId: Id<"flip">; readonly until: Date };

/**
 * Stores a letter in the caller's transaction and puts it on the way, once: the same reason never writes to the same
 * address twice.
 * @param more.conversationIds whose words it carries: it leaves only while its person may read them all
 * @param more.held the flip that it tells of, and until when it waits with it
 * @returns its id, or null when it had been written before
 */
export async function writeLetter(
  tx: Tx,
  because: Because,
  to: Addressee,
  draft: Draft,
  more: { headers?: LetterHeaders; conversationIds?: readonly ConversationId[]; held?: Held } = {},
): Promise<Id<"letter"> | null> {
  const id = newId<"letter">();
  const [written] = await tx
    .insert(letter)
    .values({
      id,
      personId: to.personId,
      toAddress: to.address,
      kind: because.kind,
      reason: "event" in because ? `${because.event}:${because.kind}` : because.reason,
      ...compose(draft, to.locale),
      headers: more.headers ?? {},
      conversationIds: [...(more.conversationIds ?? [])],
      flipId: more.held?.flipId ?? null,
      createdAt: now(),
    })
    .onConflictDoNothing()
    .returning({ id: letter.id });
  if (written === undefined) return null;
  await enqueue(tx, letters, { letterId: id }, more.held?.until);
  return id;
}
