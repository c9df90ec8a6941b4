import { at } from "@/platform/clock";
import type { Sql } from "@/platform/database/client";
import { newId } from "@/platform/ids";
import type { CommentId, ConversationId } from "@/posts/shape";
import type { SpaceId } from "@/spaces/shape";
import { type KnownMessage, knownByHash, knownBySubject } from "./known";
import type { Cast } from "./people";
import type { Reading } from "./read";
import type { CopyRow } from "./staging";

/** Where the mails of earlier runs stand, by the number that they were given in this forest. */
export type Standing = ReadonlyMap<number, KnownMessage>;

/** Lets the mails of earlier runs take part in the threads, then decides every new mail's place. */
export async function joinThreads(db: Sql, space: SpaceId, reading: Reading): Promise<Standing> {
  const { forest } = reading;
  const standing = new Map<number, KnownMessage>();
  const add = (known: KnownMessage) => {
    const { messageHash, subjectHash, sentAt } = known;
    const n = forest.add({ key: messageHash, sentAt, subject: subjectHash, answers: [] }, true);
    if (n !== null) standing.set(n, known);
  };
  for await (const known of knownByHash(db, space, [...forest.missing()])) add(known);
  if (reading.authorOf.length > 0) {
    const [from, to] = [new Date(reading.earliest), new Date(reading.latest)];
    for await (const known of knownBySubject(db, space, reading.subjects, from, to)) add(known);
  }
  forest.resolve();
  return standing;
}

/**
 * New mails in the order in which they can be written: thread by thread, an opening before its answers and every mail
 * before those that answer it.
 */
export function writingOrder(reading: Reading): Int32Array {
  const count = reading.authorOf.length;
  const roots = new Int32Array(count);
  const depths = reading.forest.depths();
  for (let n = 0; n < count; n += 1) roots[n] = reading.forest.place(n).root;
  return Int32Array.from({ length: count }, (_, n) => n).sort(
    (a, b) => (roots[a] ?? 0) - (roots[b] ?? 0) || (depths[a] ?? 0) - (depths[b] ?? 0) || a - b,
  );
}

/** Counts what a run would write: threads that open and mails that answer. */
export function countPlaces(reading: Reading): { threads: number; comments: number } {
  let threads = 0;
  for (let n = 0; n < reading.authorOf.length; n += 1) if (reading.forest.place(n).root === n) threads += 1;
  return { threads, comments: reading.authorOf.length - threads };
}

/** An identifier as old as the mail, so that identifiers sort as the mails do. */
function idAt<Kind extends string>(moment: Date) {
  return at(moment, () => newId<Kind>());
}

/** The rows that say where each new mail goes, in writing order. */
export function* placements(reading: Reading, standing: Standing, cast: Cast): Generator<CopyRow> {
  const { forest } = reading;
  let root = -1;
  let conversation: ConversationId | undefined;
  let comments = new Map<number, CommentId | null>();
  let ord = 0;
  for (const n of writingOrder(reading)) {
    const place = forest.place(n);
    const sentAt = forest.sentAt(n);
    const earlier = standing.get(place.root);
    if (place.root !== root) {
      root = place.root;
      conversation = earlier?.conversationId ?? idAt<"conversation">(sentAt);
      comments = new Map([[root, earlier?.commentId ?? null]]);
    }
    const comment = n === root ? null : idAt<"comment">(sentAt);
    comments.set(n, comment);
    const parent = comments.get(place.parent) ?? null;
    if (conversation === undefined) throw new Error("a mail without a thread");
    const { key, subject } = forest.labels(n);
    yield [ord, n, conversation, comment, parent, cast.authorOf(n), sentAt, key, subject];
    ord += 1;
  }
}
