import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { withDatabase } from "@tests/support/database";
import { type Leak, walkAs } from "@tests/support/leaks/ask";
import type { Kind } from "@tests/support/leaks/oracle";
import { everything, type Plan, plan, SEED } from "@tests/support/leaks/plan";
import { noteSent, pushAll, sendAll, turnOnPush } from "@tests/support/leaks/sent";
import { later, MONDAY, makeHouse, plantAll } from "@tests/support/leaks/world";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import webPush from "web-push";
import { at } from "@/platform/clock";
import { provideEnv } from "@/platform/env";

withDatabase();

/** Whose devices the push service was asked to reach. */
const reached: Kind[] = [];
const service = createServer((req, res) => {
  reached.push(decodeURIComponent((req.url ?? "/").slice(1)) as Kind);
  res.statusCode = 201;
  res.end();
});
let host = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  host = `127.0.0.1:${(service.address() as AddressInfo).port}`;
  const { publicKey, privateKey } = webPush.generateVAPIDKeys();
  const keys = { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey };
  provideEnv({ ...keys, PUSH_HOSTS: host, APP_URL: "https://levain.test.example", MAIL_DOMAIN: "levain.test.example" });
});
afterAll(() => void service.close());

/** Sends all that a world has to tell, and gives what somebody learned by it that is not for them. */
async function sendFrom(one: Plan): Promise<{ leaks: Leak[]; told: ReadonlySet<Kind>; pushes: number }> {
  const garden = await makeHouse(one);
  await at(MONDAY, () => turnOnPush(garden.cast, host));
  await plantAll(garden);
  const pushed = await pushAll(garden, () => reached.splice(0));
  const { leaks, told } = await sendAll(garden);
  await noteSent(garden);
  // What is kept of the letters: to be read by nobody, admins not excepted, and explained without a title.
  const looks = await at(later(26 * 60), async () => [
    ...(await walkAs(garden, "admin", new Set(), /^(mail|notices)\./)),
    ...(await walkAs(garden, "former", new Set(), /^(mail|notices)\./)),
  ]);
  return { leaks: [...pushed.leaks, ...leaks, ...looks], told, pushes: pushed.count };
}

test("letters, digests and notices on devices carry a word to those who read the room when they leave", async () => {
  const { leaks, told, pushes } = await sendFrom(everything("private"));
  expect(leaks).toEqual([]);
  expect([...told].sort()).toEqual(expect.arrayContaining(["in the group", "member", "owner"]));
  expect(pushes).toBeGreaterThan(0);
}, 180_000);

test("no letter, digest or device tells a word to whoever may not read it any more, however they lost their place", async () => {
  const holds = fc.asyncProperty(plan, async (one) => {
    expect((await sendFrom(one)).leaks).toEqual([]);
  });
  await fc.assert(holds, { seed: SEED, numRuns: 3, endOnFailure: true });
}, 180_000);
