import { createHash } from "node:crypto";
import { and, eq, isNull, lt, sql } from "drizzle-orm";
import type { AccessKeyId } from "@/members/keys/shape";
import { daysAfter, now } from "@/platform/clock";
import { type Tx, transaction } from "@/platform/database/client";
import { MINUTE } from "@/platform/durations";
import { Refusal } from "@/platform/errors";
import { apiCall } from "./schema";

/** What a program is answered. */
export type ApiAnswer = { readonly status: number; readonly body: unknown };

/** The call that a program names, and what it asks. */
export type NamedCall = { readonly key: AccessKeyId; readonly name: string; readonly asks: string };

/** After this long a call that never ended was cut off, and may be tried again. */
const CUT_OFF_MS = 2 * MINUTE;
const KEPT_DAYS = 1;

/**
 * Does a named call once: a second one is answered as the first was. A refused one may be tried again under its name,
 * because nothing was done.
 * @throws Refusal `conflict` while the first is under way, `invalid` when the name stood for another call
 */
export async function onceNamed(call: NamedCall, work: () => Promise<ApiAnswer>): Promise<ApiAnswer> {
  const before = await transaction((tx) => begin(tx, call));
  if (before !== null) return before;
  const done = await work().catch(async (error: unknown) => {
    await transaction((tx) => tx.delete(apiCall).where(and(itself(call), isNull(apiCall.status))));
    throw error;
  });
  // From here on it is done: whatever fails, the claim stands.
  await transaction((tx) => tx.update(apiCall).set({ status: done.status, answer: done.body }).where(itself(call)));
  return done;
}

async function begin(tx: Tx, call: NamedCall): Promise<ApiAnswer | null> {
  const asked = createHash("sha256").update(call.asks).digest("base64url");
  const at = now();
  const cutOff = new Date(at.getTime() - CUT_OFF_MS).toISOString();
  const [mine] = await tx
    .insert(apiCall)
    .values({ keyId: call.key, name: call.name, asked, at })
    .onConflictDoUpdate({
      target: [apiCall.keyId, apiCall.name],
      set: { asked, at, status: null, answer: null },
      setWhere: sql`(${apiCall.status} is null and ${apiCall.at} < ${cutOff}::timestamptz)
        or ${apiCall.at} < ${daysAfter(at, -KEPT_DAYS).toISOString()}::timestamptz`,
    })
    .returning({ name: apiCall.name });
  if (mine !== undefined) return null;
  const [row] = await tx.select().from(apiCall).where(itself(call));
  if (row === undefined || row.status === null) throw new Refusal("conflict", "callUnderWay");
  if (row.asked !== asked) throw new Refusal("invalid", "callNameTaken");
  return { status: row.status, body: row.answer };
}

function itself({ key, name }: NamedCall) {
  return and(eq(apiCall.keyId, key), eq(apiCall.name, name));
}

/** Forgets the named calls of yesterday. */
export async function sweepCalls(tx: Tx): Promise<void> {
  await tx.delete(apiCall).where(lt(apiCall.at, daysAfter(now(), -KEPT_DAYS)));
}
