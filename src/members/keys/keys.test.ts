import { withDatabase } from "@tests/support/database";
import { aFeedKey, aProgramKey } from "@tests/support/keys";
import { acting, aPerson, atStage, viewerFor } from "@tests/support/people";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import { at, daysAfter, now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { MINUTE } from "@/platform/durations";
import type { PersonId } from "../shape";
import { endKey, sweepKeys } from "./actions/end-key";
import { keyHolderOf, keysOf } from "./queries";
import { accessKey } from "./schema";
import { KEYS_MAX } from "./shape";

withDatabase();

let member: PersonId;
beforeAll(async () => {
  await atStage("founding");
  member = await aPerson({ admitted: "host-invitation" });
});

describe("a key", () => {
  test("is kept as a hash, and opens in its owner's name", async () => {
    const { key, words } = await aProgramKey(member, "read");
    expect(words).toMatch(/^levain_pat_[\w-]{43}$/);
    const [row] = await reader().select().from(accessKey).where(eq(accessKey.id, key));
    expect(JSON.stringify(row)).not.toContain(words);
    expect(await keyHolderOf(reader(), words)).toMatchObject({ personId: member, feed: null, mayWrite: false });
    expect(await keyHolderOf(reader(), `${words}x`)).toBeNull();
  });

  test("is shown to its owner for ten minutes, and never after", async () => {
    const { key, words } = await aProgramKey(member);
    const shown = async () =>
      (await keysOf(reader(), await viewerFor(member))).find((one) => one.key === key)?.fresh ?? null;
    expect(await shown()).toBe(words);
    expect(await keysOf(reader(), await viewerFor(await aPerson()))).toEqual([]);
    await at(new Date(now().getTime() + 11 * MINUTE), async () => {
      expect(await shown()).toBeNull();
      await transaction(sweepKeys);
    });
    const [row] = await reader().select().from(accessKey).where(eq(accessKey.id, key));
    expect(row?.sealed).toBeNull();
  });

  test("can be hidden at once, and works on", async () => {
    const { key, words } = await aProgramKey(member);
    const api = createCaller({ viewer: await viewerFor(member), locale: "en", requestId: "test" });
    await api.keys.hide({ key });
    expect((await api.keys.mine()).find((one) => one.key === key)?.fresh).toBeNull();
    expect(await keyHolderOf(reader(), words)).not.toBeNull();
  });

  test("opens nothing once it was ended, by its owner alone, or its time is over", async () => {
    const { key, words } = await aProgramKey(member);
    const stranger = await aPerson();
    await expect(acting(stranger, (act) => endKey(act, key))).rejects.toMatchObject({ code: "not-found" });
    await at(daysAfter(now(), 31), async () => expect(await keyHolderOf(reader(), words)).toBeNull());
    await acting(member, (act) => endKey(act, key));
    expect(await keyHolderOf(reader(), words)).toBeNull();
    await expect(acting(member, (act) => endKey(act, key))).rejects.toMatchObject({ code: "not-found" });
  });

  test("of a feed has no end, reads one feed, and writes nothing", async () => {
    const { words } = await aFeedKey(member, "boards/garden");
    await at(daysAfter(now(), 4000), async () =>
      expect(await keyHolderOf(reader(), words)).toMatchObject({ feed: "boards/garden", mayWrite: false }),
    );
  });

  test("is one of a few", async () => {
    const person = await aPerson({ admitted: "host-invitation" });
    for (let i = 0; i < KEYS_MAX; i++) await aProgramKey(person);
    await expect(aProgramKey(person)).rejects.toMatchObject({ code: "conflict", key: "keysEnough" });
    await aFeedKey(person, "changelog");
  });
});
