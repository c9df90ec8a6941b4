import { acting } from "@tests/support/people";
import { eq } from "drizzle-orm";
import { KEY_SEAL, makeFeedKey, makeProgramKey } from "@/members/keys/actions/make-key";
import { accessKey } from "@/members/keys/schema";
import type { AccessKeyId, KeyScope } from "@/members/keys/shape";
import type { PersonId } from "@/members/shape";
import { reader } from "@/platform/database/client";
import { unseal } from "@/platform/seal";

/** A key of somebody's, as they copied it. */
export type CopiedKey = { readonly key: AccessKeyId; readonly words: string };

/** Makes somebody a key for a program. */
export async function aProgramKey(person: PersonId, scope: KeyScope = "write"): Promise<CopiedKey> {
  return copied(await acting(person, (act) => makeProgramKey(act, { name: "A program", scope, days: "30" })));
}

/** Makes somebody an address for a feed. */
export async function aFeedKey(person: PersonId, feed: string): Promise<CopiedKey> {
  return copied(await acting(person, (act) => makeFeedKey(act, feed, "A feed")));
}

async function copied(key: AccessKeyId): Promise<CopiedKey> {
  const [row] = await reader().select().from(accessKey).where(eq(accessKey.id, key));
  return { key, words: unseal(row?.sealed ?? "", KEY_SEAL) ?? "" };
}
