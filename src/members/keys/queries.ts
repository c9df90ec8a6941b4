import { and, desc, eq, gt, isNull, lt, or } from "drizzle-orm";
import { z } from "zod";
import { paths } from "@/paths";
import type { Viewer } from "@/platform/access/viewer";
import { now } from "@/platform/clock";
import { type Reader, transaction } from "@/platform/database/client";
import { HOUR } from "@/platform/durations";
import { env } from "@/platform/env";
import { log } from "@/platform/log";
import { unseal } from "@/platform/seal";
import { hashOfToken } from "../sessions/token";
import type { PersonId } from "../shape";
import { FRESH_MS } from "./actions/end-key";
import { KEY_SEAL } from "./actions/make-key";
import { accessKey } from "./schema";
import { type AccessKeyId, accessKeyId, KEY_SCOPES, KEYS_MAX } from "./shape";

export const keyView = z.object({
  key: accessKeyId,
  name: z.string(),
  /** The feed that it reads; null for the key of a program. */
  feed: z.string().nullable(),
  scope: z.enum(KEY_SCOPES),
  createdAt: z.date(),
  expiresAt: z.date().nullable(),
  lastUsedAt: z.date().nullable(),
  /** What its owner copies in the minutes after it was made: the key, or the address of the feed with it. */
  fresh: z.string().nullable(),
});
export type KeyView = z.output<typeof keyView>;

function alive() {
  return and(isNull(accessKey.endedAt), or(isNull(accessKey.expiresAt), gt(accessKey.expiresAt, now())));
}

/** The viewer's own keys, the newest first. */
export async function keysOf(db: Reader, viewer: Viewer): Promise<KeyView[]> {
  const rows = await db
    .select()
    .from(accessKey)
    .where(and(eq(accessKey.personId, viewer.id), alive()))
    .orderBy(desc(accessKey.createdAt), desc(accessKey.id))
    .limit(2 * KEYS_MAX);
  return rows.map((row) => ({
    key: row.id,
    name: row.name,
    feed: row.feed,
    scope: row.mayWrite ? "write" : "read",
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    lastUsedAt: row.lastUsedAt,
    fresh: freshOf(row),
  }));
}

function freshOf({ sealed, createdAt, feed }: typeof accessKey.$inferSelect): string | null {
  const words = sealed !== null && isFresh(createdAt) ? unseal(sealed, KEY_SEAL) : null;
  return words === null || feed === null ? words : new URL(paths.feedWithKey(feed, words), env().APP_URL).href;
}

function isFresh(madeAt: Date): boolean {
  return now().getTime() - madeAt.getTime() < FRESH_MS;
}

/** Whose key it is and what it opens. */
export type KeyHolder = {
  readonly id: AccessKeyId;
  readonly personId: PersonId;
  readonly feed: string | null;
  readonly mayWrite: boolean;
};

/** The key behind the words that somebody came with, or null for one that never was, ended, or is out of date. */
export async function keyHolderOf(db: Reader, token: string): Promise<KeyHolder | null> {
  const [row] = await db
    .select({
      id: accessKey.id,
      personId: accessKey.personId,
      feed: accessKey.feed,
      mayWrite: accessKey.mayWrite,
      lastUsedAt: accessKey.lastUsedAt,
    })
    .from(accessKey)
    .where(and(eq(accessKey.tokenHash, hashOfToken(token)), alive()));
  if (row === undefined) return null;
  noteUse(row.id, row.lastUsedAt);
  return row;
}

/** Writes down that a key was used, once an hour at most, and without anybody waiting for it. */
function noteUse(id: AccessKeyId, lastUsedAt: Date | null): void {
  const due = new Date(now().getTime() - HOUR);
  if (lastUsedAt !== null && lastUsedAt >= due) return;
  const at = now();
  const noted = transaction((tx) =>
    tx
      .update(accessKey)
      .set({ lastUsedAt: at })
      .where(and(eq(accessKey.id, id), or(isNull(accessKey.lastUsedAt), lt(accessKey.lastUsedAt, due)))),
  );
  noted.catch((error: unknown) => log().warn({ err: error }, "the last use of a key was not written"));
}
