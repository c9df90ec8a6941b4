import type { PersonId } from "@/members/shape";
import { daysAfter } from "@/platform/clock";
import type { Sql } from "@/platform/database/client";
import type { CommentId, ConversationId } from "@/posts/shape";
import type { SpaceId } from "@/spaces/shape";
import { SUBJECT_WINDOW_DAYS } from "./thread";

/** A mail that an earlier run brought, where its words still stand. */
export type KnownMessage = {
  readonly messageHash: string;
  readonly subjectHash: string;
  readonly sentAt: Date;
  readonly conversationId: ConversationId;
  readonly commentId: CommentId | null;
};

const CHUNK = 5000;

/** Which of these mails an earlier run has already brought into the space, erased ones included. */
export async function alreadyImported(db: Sql, space: SpaceId, hashes: readonly string[]): Promise<Set<string>> {
  const rows = await db<{ hash: string }[]>`
    select message_hash as hash from import_message
    where space_id = ${space} and message_hash = any(${[...hashes]}::text[])`;
  return new Set(rows.map((row) => row.hash));
}

/** The mails of earlier runs that carry one of these ids. */
export async function* knownByHash(db: Sql, space: SpaceId, hashes: Iterable<string>): AsyncGenerator<KnownMessage> {
  for (const chunk of chunksOf(hashes)) {
    yield* await db<KnownMessage[]>`
      select message_hash as "messageHash", subject_hash as "subjectHash", sent_at as "sentAt",
        conversation_id as "conversationId", comment_id as "commentId"
      from import_message
      where space_id = ${space} and message_hash = any(${chunk}::text[]) and conversation_id is not null`;
  }
}

/** The mails of earlier runs with one of these subjects that a mail sent between `from` and `to` may continue. */
export async function* knownBySubject(
  db: Sql,
  space: SpaceId,
  subjects: Iterable<string>,
  from: Date,
  to: Date,
): AsyncGenerator<KnownMessage> {
  const earliest = daysAfter(from, -SUBJECT_WINDOW_DAYS).toISOString();
  for (const chunk of chunksOf(subjects)) {
    yield* await db<KnownMessage[]>`
      select message_hash as "messageHash", subject_hash as "subjectHash", sent_at as "sentAt",
        conversation_id as "conversationId", comment_id as "commentId"
      from import_message
      where space_id = ${space} and subject_hash = any(${chunk}::text[]) and conversation_id is not null
        and sent_at between ${earliest} and ${to.toISOString()}`;
  }
}

export type KnownAddress = { readonly address: string; readonly personId: PersonId; readonly claimed: boolean };

/** Who has these addresses. */
export async function ownersOf(db: Sql, addresses: Iterable<string>): Promise<KnownAddress[]> {
  const found: KnownAddress[] = [];
  for (const chunk of chunksOf(addresses)) {
    const rows = await db<KnownAddress[]>`
      select a.address, a.person_id as "personId", p.claimed_at is not null as claimed
      from person_address a join person p on p.id = a.person_id where a.address = any(${chunk}::text[])`;
    found.push(...rows);
  }
  return found;
}

/** Whom earlier imports recognised by these traits, by the trait's hash. */
export async function recognised(
  db: Sql,
  traits: Iterable<string>,
): Promise<Map<string, { personId: PersonId; claimed: boolean }>> {
  const found = new Map<string, { personId: PersonId; claimed: boolean }>();
  for (const chunk of chunksOf(traits)) {
    const rows = await db<{ trait: string; personId: PersonId; claimed: boolean }[]>`
      select i.trait_hash as trait, i.person_id as "personId", p.claimed_at is not null as claimed
      from import_identity i join person p on p.id = i.person_id where i.trait_hash = any(${chunk}::text[])`;
    for (const { trait, ...who } of rows) found.set(trait, who);
  }
  return found;
}

/** Parts of a list that are short enough for one query. */
export function* chunksOf<T>(items: Iterable<T>, size = CHUNK): Generator<T[]> {
  let chunk: T[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
