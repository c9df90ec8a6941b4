import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import type { Act } from "@/platform/access/procedure";
import { daysAfter, now } from "@/platform/clock";
import { Refusal } from "@/platform/errors";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import { seal } from "@/platform/seal";
import { hashOfToken, newToken } from "../../sessions/token";
import { keyMade } from "../events";
import { accessKey } from "../schema";
import { type AccessKeyId, KEY_PREFIX, KEYS_MAX, type NewKey } from "../shape";

/** What a key is sealed for while its owner may copy it. */
export const KEY_SEAL = "access-key";

/**
 * Makes the actor a key for a program.
 * @throws Refusal `conflict` when they hold as many as one may
 */
export function makeProgramKey(act: Act, input: NewKey): Promise<AccessKeyId> {
  return make(act, {
    name: input.name,
    feed: null,
    mayWrite: input.scope === "write",
    expiresAt: daysAfter(now(), Number(input.days)),
  });
}

/**
 * Makes the actor an address of their own for a feed. Each address reads one feed, so that one that leaks tells no more.
 * @throws Refusal `conflict` when they hold as many as one may
 */
export function makeFeedKey(act: Act, feed: string, name: string): Promise<AccessKeyId> {
  return make(act, { name, feed, mayWrite: false, expiresAt: null });
}

type Wish = { name: string; feed: string | null; mayWrite: boolean; expiresAt: Date | null };

async function make(act: Act, wish: Wish): Promise<AccessKeyId> {
  await demandRoom(act, wish.feed !== null);
  const kind = wish.feed === null ? "program" : "feed";
  const token = `${KEY_PREFIX[kind]}${newToken()}`;
  const id = newId<"access-key">();
  await act.tx.insert(accessKey).values({
    id,
    personId: act.actor,
    ...wish,
    tokenHash: hashOfToken(token),
    sealed: seal(token, KEY_SEAL),
    createdAt: now(),
  });
  await record(act, keyMade, id, { kind, mayWrite: wish.mayWrite });
  return id;
}

async function demandRoom({ tx, actor }: Act, feeds: boolean): Promise<void> {
  const [row] = await tx
    .select({ held: sql<number>`count(*)::int` })
    .from(accessKey)
    .where(
      and(
        eq(accessKey.personId, actor),
        isNull(accessKey.endedAt),
        sql`(${accessKey.feed} is not null) = ${feeds}`,
        or(isNull(accessKey.expiresAt), gt(accessKey.expiresAt, now())),
      ),
    );
  if ((row?.held ?? 0) >= KEYS_MAX) throw new Refusal("conflict", "keysEnough", { max: KEYS_MAX });
}
