import { createECDH, randomBytes } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { withDatabase } from "@tests/support/database";
import { acting, aPerson, aSpace, atStage, viewerFor } from "@tests/support/people";
import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import webPush from "web-push";
import { dispatchEvent } from "@/assembly/dispatch";
import { createCaller } from "@/assembly/router";
import { session } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { at, daysAfter } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { MINUTE } from "@/platform/durations";
import { provideEnv } from "@/platform/env";
import { event } from "@/platform/events/schema";
import { addComment } from "@/posts/actions/add-comment";
import { publishPost } from "@/posts/actions/publish-post";
import { spaceMember } from "@/spaces/schema";
import { noticeReactions } from "../reactions";
import { pushDevice } from "./schema";
import { pushNotices } from "./send";
import { isPushService } from "./shape";

withDatabase();

/** A Monday at ten in the morning, UTC. */
const MONDAY = new Date("2026-11-23T10:00:00Z");
const got: { path: string; headers: IncomingHttpHeaders; body: Buffer }[] = [];
let answers = 201;
const service = createServer(async (req, res) => {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  got.push({ path: req.url ?? "", headers: req.headers, body: Buffer.concat(chunks) });
  res.statusCode = answers;
  res.end();
});

let host = "";
beforeAll(async () => {
  await atStage("general");
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  host = `127.0.0.1:${(service.address() as AddressInfo).port}`;
  const { publicKey, privateKey } = webPush.generateVAPIDKeys();
  const keys = { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey };
  provideEnv({ ...keys, PUSH_HOSTS: host, APP_URL: "https://levain.test.example" });
});
afterAll(() => void service.close());

/** Turns notices on, on a device of a person's, as the page does. */
async function turnOn(id: PersonId): Promise<string> {
  const viewer = await viewerFor(id);
  const times = { createdAt: MONDAY, lastSeenAt: MONDAY, expiresAt: daysAfter(MONDAY, 300) };
  await transaction((tx) =>
    tx.insert(session).values({ id: viewer.sessionId, tokenHash: viewer.sessionId, personId: id, ...times }),
  );
  const browser = createECDH("prime256v1");
  const endpoint = `http://${host}/${viewer.sessionId}`;
  const p256dh = browser.generateKeys().toString("base64url");
  const api = createCaller({ viewer, locale: "en", requestId: "t" });
  await api.push.add({ endpoint, p256dh, auth: randomBytes(16).toString("base64url") });
  return `/${viewer.sessionId}`;
}

async function said(moment = MONDAY) {
  const [ada, paul] = [await aPerson({ name: "Ada" }), await aPerson({ name: "Paul" })];
  const room = await aSpace({
    visibility: "private",
    places: [
      [ada, "member"],
      [paul, "owner"],
    ],
  });
  const words = { kind: "discussion", title: "Steam line", body: "How often?" } as const;
  const thread = await at(moment, () => acting(ada, (act) => publishPost(act, room, words)));
  const then = new Date(moment.getTime() + MINUTE);
  await at(then, () => acting(paul, (act) => addComment(act, thread, { body: "The secret word" })));
  for (const { id } of await reader().select({ id: event.id }).from(event).orderBy(asc(event.at), asc(event.id)))
    await at(then, () => dispatchEvent(id, noticeReactions));
  return { ada, paul, thread, show: () => at(then, () => pushNotices({ bundle: `talk:${thread}` })) };
}

test("what concerns a person is shown on their devices once, encrypted, and with none of the words", async () => {
  const { ada, show } = await said();
  const device = await turnOn(ada);
  await Promise.all([show(), show()]);
  await show();
  const mine = got.filter(({ path }) => path === device);
  expect(mine).toHaveLength(1);
  expect(mine[0]?.headers).toMatchObject({
    "content-encoding": "aes128gcm",
    ttl: "86400",
    authorization: expect.stringMatching(/^vapid t=.+, k=.+/),
  });
  expect(mine[0]?.body.toString("latin1")).not.toMatch(/Steam|secret/);
});

test("nothing is shown to who may not see it any more, nor in quiet hours", async () => {
  const lost = await said();
  const device = await turnOn(lost.ada);
  await transaction((tx) => tx.delete(spaceMember).where(eq(spaceMember.personId, lost.ada)));
  await lost.show();
  const night = await said(new Date("2026-11-23T23:00:00Z"));
  const other = await turnOn(night.ada);
  await night.show();
  expect(got.filter(({ path }) => path === device || path === other)).toEqual([]);
});

test("a browser that is gone is forgotten", async () => {
  const { ada, show } = await said();
  await turnOn(ada);
  answers = 410;
  await show();
  answers = 201;
  expect(await reader().select().from(pushDevice).where(eq(pushDevice.personId, ada))).toEqual([]);
});

test.each([
  ["https://fcm.googleapis.com/fcm/send/abc", true],
  ["https://updates.push.services.mozilla.com/wpush/v2/abc", true],
  ["https://web.push.apple.com/abc", true],
  ["http://fcm.googleapis.com/fcm/send/abc", false],
  ["https://fcm.googleapis.com.evil.example/abc", false],
  ["https://user@fcm.googleapis.com/abc", false],
  ["https://169.254.169.254/latest/meta-data", false],
  ["http://127.0.0.1:5432/", false],
])("%s is a push service: %s", (endpoint, known) => {
  expect(isPushService(endpoint, [])).toBe(known);
});
