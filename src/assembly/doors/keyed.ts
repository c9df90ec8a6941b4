import { type KeyHolder, keyHolderOf } from "@/members/keys/queries";
import { reader } from "@/platform/database/client";
import type { Visit } from "@/platform/http/visit";
import { spend } from "@/platform/limits/limit";
import { viewerOfPerson } from "../viewer";
import { localeOf, type Visitor } from "./visitor";

/** What one network may try at the doors of keys: a wrong one costs, so that nobody guesses for long. */
const WRONG = { name: "door-wrong-key", points: 60, seconds: 60 };

/** Somebody who came with a key of theirs instead of a session. */
export type Keyed = Visitor & { readonly viewer: NonNullable<Visitor["viewer"]>; readonly key: KeyHolder };

/**
 * Whoever holds a key, with the passport that they have at this moment; null for a key that opens nothing, and for
 * somebody who was suspended or has left.
 * @throws Refusal `too-many` when too many wrong keys came from there
 */
export async function keyedOf(visit: Visit, token: string): Promise<Keyed | null> {
  const key = await keyHolderOf(reader(), token);
  const viewer = key === null ? null : await viewerOfPerson(reader(), key.personId);
  if (key === null || viewer === null) {
    await spend(WRONG, visit.client);
    return null;
  }
  return { key, viewer, locale: localeOf(visit, viewer) };
}
