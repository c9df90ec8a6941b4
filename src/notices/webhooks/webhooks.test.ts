import { aBoard, anIdea } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { acting, aPerson, atStage, viewerFor } from "@tests/support/people";
import { withReceiver } from "@tests/support/receiver";
import { eq, sql } from "drizzle-orm";
import { Webhook } from "standardwebhooks";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { dispatchEvent } from "@/assembly/dispatch";
import { reactions } from "@/assembly/reactions";
import { createCaller } from "@/assembly/router";
import { moveIdea } from "@/feedback/actions/move-idea";
import { removeIdea } from "@/feedback/actions/remove-idea";
import { castVote } from "@/feedback/actions/vote";
import { board as boards } from "@/feedback/schema";
import type { BoardId } from "@/feedback/shape";
import type { PersonId } from "@/members/shape";
import { at, daysAfter, now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { HOUR, MINUTE, SECOND } from "@/platform/durations";
import { event } from "@/platform/events/schema";
import { addComment } from "@/posts/actions/add-comment";
import type { ConversationId } from "@/posts/shape";
import { notice } from "../schema";
import { sweepDeliveries } from "./actions/send-again";
import { webhook, webhookAttempt, webhookDelivery } from "./schema";
import { callWebhook } from "./send";
import { HOOK_EVENTS, type NewWebhook, RETRY_AFTER_MS, type WebhookId } from "./shape";

withDatabase();
const receiver = withReceiver();

let admin: PersonId;
let member: PersonId;
let board: { id: BoardId; slug: string };
let idea: ConversationId;
beforeAll(async () => {
  await atStage("general");
  admin = await aPerson({ roles: ["admin"] });
  member = await aPerson({ admitted: "host-invitation", name: "Mona Lindqvist" });
});
beforeEach(async () => {
  receiver().received.length = 0;
  receiver().answer = { status: 204 };
  await transaction((tx) => tx.delete(webhook));
  board = await aBoard();
  idea = await anIdea(board.id, member, { title: "A shared calendar" });
});

async function api() {
  return createCaller({ viewer: await viewerFor(admin), locale: "en", requestId: "test" }).webhooks;
}

async function anEndpoint(wish: Partial<NewWebhook> = {}): Promise<WebhookId> {
  const input = { name: "Chat", url: receiver().url, events: [...HOOK_EVENTS], boards: [], ...wish };
  return (await (await api()).add(input)).webhook;
}

/** Tells the latest event of a name, as the worker does, and makes the first attempt at all that waits. */
async function tellLatest(name: string): Promise<void> {
  const [row] = await reader()
    .select({ id: event.id })
    .from(event)
    .where(eq(event.name, name))
    .orderBy(sql`at desc, id desc`)
    .limit(1);
  if (row === undefined) throw new Error(`nothing called ${name} happened`);
  await dispatchEvent(row.id, reactions);
  await attemptAll();
}

async function attemptAll(): Promise<void> {
  const waiting = await reader().select().from(webhookDelivery).where(eq(webhookDelivery.state, "waiting"));
  for (const one of waiting) await callWebhook({ delivery: one.id, attempt: one.attempts + 1 });
}

const move = (status: "planned" | "shipped" | "under-review") =>
  acting(admin, (act) =>
    moveIdea(act, idea, { status, note: "Words of the team.", promisedFor: status === "planned" ? "2099-01-01" : "" }),
  );

function bodies(): { type: string; data: Record<string, unknown> }[] {
  return receiver().received.map(({ body }) => JSON.parse(body));
}

describe("what is told", () => {
  test("is thin: what changed and where, by whom and in which words never", async () => {
    await anEndpoint();
    await move("planned");
    await tellLatest("idea.moved");
    await acting(member, (act) => castVote(act, idea, { need: "blocked", reason: "My reason." }));
    await tellLatest("idea.voted");
    await acting(member, (act) => addComment(act, idea, { body: "My comment." }));
    await tellLatest("comment.added");
    const [moved, voted, commented] = bodies();
    const base = { idea, board: { id: board.id, slug: board.slug }, title: "A shared calendar" };
    const url = `https://levain.test.example/ideas/${idea}`;
    expect(moved).toEqual({
      type: "idea.moved",
      timestamp: expect.any(String),
      data: { ...base, status: "planned", from: "open", to: "planned", promisedFor: "2099-01-01", url },
    });
    expect(voted?.data).toEqual({ ...base, status: "planned", voteCount: 1, url });
    expect(commented?.data).toEqual({ ...base, status: "planned", comment: expect.any(String), url });
    const all = JSON.stringify(receiver().received);
    for (const secret of ["Mona", "My reason", "My comment", "Words of the team", member, admin])
      expect(all).not.toContain(secret);
  });

  test("is only what was asked for; a move to shipped is both", async () => {
    await anEndpoint({ events: ["idea.shipped"] });
    await move("under-review");
    await tellLatest("idea.moved");
    await move("shipped");
    await tellLatest("idea.moved");
    expect(bodies().map(({ type }) => type)).toEqual(["idea.shipped"]);
  });

  test("is told once, however often the event and the job come", async () => {
    await anEndpoint({ events: ["idea.moved"] });
    await move("planned");
    await tellLatest("idea.moved");
    await tellLatest("idea.moved");
    const [sent] = await reader().select().from(webhookDelivery);
    await callWebhook({ delivery: sent?.id, attempt: 1 });
    expect(receiver().received).toHaveLength(1);
  });

  test("is of the boards that were chosen, also when the address is changed after one of them went to the archive", async () => {
    const kept = await aBoard();
    const other = await aBoard();
    const made = await anEndpoint({ boards: [kept.id] });
    for (const { id } of [kept, other])
      await transaction((tx) => tx.update(boards).set({ archivedAt: now() }).where(eq(boards.id, id)));
    const webhooks = await api();
    const offered = (await webhooks.boards({ webhook: made })).map(({ id }) => id);
    expect(offered[0]).toBe(kept.id);
    expect(offered).not.toContain(other.id);
    expect((await webhooks.boards({})).map(({ id }) => id)).not.toContain(kept.id);
  });

  test("leaves boards that are not open to every member to endpoints that were made for them", async () => {
    const team = await aBoard({ audience: "hosts" });
    const later = await aBoard({ opensAt: "general" });
    await atStage("founding");
    await anEndpoint({ events: ["idea.suggested"] });
    const say = (on: BoardId) =>
      createCallerFor(admin).then((caller) => caller.feedback.suggest({ board: on, title: "Secret", body: "Words" }));
    for (const { id } of [team, later]) {
      await say(id);
      await tellLatest("idea.suggested");
    }
    expect(receiver().received).toEqual([]);
    await anEndpoint({ events: ["idea.suggested"], boards: [team.id] });
    await say(team.id);
    await tellLatest("idea.suggested");
    expect(bodies().map(({ data }) => data.board)).toEqual([{ id: team.id, slug: team.slug }]);
    await atStage("general");
  });

  test("is nothing of what was removed before it was sent", async () => {
    await anEndpoint({ events: ["idea.moved"] });
    receiver().answer = { status: 500 };
    await move("planned");
    await tellLatest("idea.moved");
    await acting(admin, (act) => removeIdea(act, idea, { as: "moderator" }));
    await attemptAll();
    expect(receiver().received).toHaveLength(1);
    expect(await reader().select().from(webhookDelivery)).toEqual([]);
  });
});

async function createCallerFor(who: PersonId) {
  return createCaller({ viewer: await viewerFor(who), locale: "en", requestId: "test" });
}

describe("a signature", () => {
  test("is one that the library of Standard Webhooks takes", async () => {
    const id = await anEndpoint();
    const { secret } = await (await api()).one({ webhook: id });
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    await (await api()).test({ webhook: id });
    await attemptAll();
    const [got] = receiver().received;
    const headers = Object.fromEntries(
      Object.entries(got?.headers ?? {}).map(([name, value]) => [name, String(value)]),
    );
    expect(headers["webhook-id"]).toMatch(/^msg_/);
    expect(new Webhook(secret ?? "").verify(got?.body ?? "", headers)).toMatchObject({ type: "webhook.test" });
    expect(() => new Webhook(secret ?? "").verify(`${got?.body} `, headers)).toThrow();
  });

  test("is made with both secrets for a day after a change, then with the new one alone", async () => {
    const id = await anEndpoint();
    const old = (await (await api()).one({ webhook: id })).secret ?? "";
    await (await api()).rotate({ webhook: id });
    const fresh = (await (await api()).one({ webhook: id })).secret ?? "";
    expect(fresh).not.toBe(old);
    const verified = async (secret: string) => {
      await (await api()).test({ webhook: id });
      await attemptAll();
      const got = receiver().received.at(-1);
      const headers = Object.fromEntries(
        Object.entries(got?.headers ?? {}).map(([name, value]) => [name, String(value)]),
      );
      const body = got?.body ?? "";
      const sent = Number(headers["webhook-timestamp"]) * 1000;
      const expected = new Webhook(secret).sign(headers["webhook-id"] ?? "", new Date(sent), body);
      return headers["webhook-signature"]?.split(" ").includes(expected);
    };
    expect([await verified(old), await verified(fresh)]).toEqual([true, true]);
    await at(daysAfter(now(), 1.1), async () => {
      expect([await verified(old), await verified(fresh)]).toEqual([false, true]);
      expect((await (await api()).one({ webhook: id })).secret).toBeNull();
    });
  });

  test("rests on a secret that the database alone does not tell, and that is shown no more once it was copied", async () => {
    const id = await anEndpoint();
    const secret = (await (await api()).one({ webhook: id })).secret ?? "";
    const [row] = await reader().select().from(webhook).where(eq(webhook.id, id));
    expect(JSON.stringify(row)).not.toContain(secret.slice(6));
    await (await api()).hideSecret({ webhook: id });
    expect((await (await api()).one({ webhook: id })).secret).toBeNull();
  });
});

describe("an endpoint that does not answer", () => {
  test("is tried again as Standard Webhooks advises, and then no more", async () => {
    await anEndpoint({ events: ["idea.moved"] });
    receiver().answer = { status: 503, body: "not today" };
    await move("planned");
    let moment = now();
    await at(moment, () => tellLatest("idea.moved"));
    for (const wait of RETRY_AFTER_MS) {
      const [row] = await reader().select().from(webhookDelivery);
      const planned = (row?.nextAt?.getTime() ?? 0) - moment.getTime();
      expect(planned / wait).toBeGreaterThan(0.89);
      expect(planned / wait).toBeLessThan(1.11);
      moment = row?.nextAt ?? moment;
      await at(moment, attemptAll);
    }
    const [failed] = await reader().select().from(webhookDelivery);
    expect(failed).toMatchObject({ state: "failed", attempts: RETRY_AFTER_MS.length + 1, nextAt: null });
    const attempts = await reader().select().from(webhookAttempt);
    expect(new Set(attempts.map(({ status, answer }) => `${status} ${answer}`))).toEqual(new Set(["503 not today"]));
    expect(RETRY_AFTER_MS.slice(0, 3)).toEqual([5 * SECOND, 5 * MINUTE, 30 * MINUTE]);
    expect(RETRY_AFTER_MS.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(72 * HOUR);
  });

  test("is well again with the first good answer, and a message can be sent once more", async () => {
    const id = await anEndpoint({ events: ["idea.moved"] });
    receiver().answer = { status: 500 };
    await move("planned");
    await tellLatest("idea.moved");
    expect((await (await api()).one({ webhook: id })).state).toBe("failing");
    receiver().answer = { status: 200 };
    await attemptAll();
    expect((await (await api()).one({ webhook: id })).state).toBe("on");
    const { items } = await (await api()).deliveries({ webhook: id });
    expect(items[0]).toMatchObject({ state: "delivered", attempts: 2 });
    expect(items[0]?.latest.map(({ status }) => status)).toEqual([200, 500]);
    await (await api()).sendAgain({ delivery: items[0]?.id ?? "" });
    await attemptAll();
    const ids = receiver().received.map(({ headers }) => headers["webhook-id"]);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(1);
  });

  test("is switched off after days, and its admins find that in their bell; turned on again it gets what waited", async () => {
    const id = await anEndpoint({ events: ["idea.moved"] });
    receiver().answer = { status: 500 };
    await move("planned");
    await tellLatest("idea.moved");
    await at(daysAfter(now(), 5.1), async () => {
      await move("under-review");
      await tellLatest("idea.moved");
      await tellLatest("webhook.switched-off");
    });
    expect((await (await api()).one({ webhook: id })).state).toBe("off");
    const told = await reader().select().from(notice).where(eq(notice.why, "webhook-off"));
    expect(told.map(({ personId }) => personId)).toEqual([admin]);
    const before = receiver().received.length;
    await attemptAll();
    expect(receiver().received).toHaveLength(before);
    receiver().answer = { status: 204 };
    await (await api()).pause({ webhook: id, paused: false });
    await attemptAll();
    expect((await (await api()).deliveries({ webhook: id })).items.map(({ state }) => state)).toEqual([
      "delivered",
      "delivered",
    ]);
  });

  test("that says that it is gone is switched off at once", async () => {
    const id = await anEndpoint();
    receiver().answer = { status: 410 };
    await (await api()).test({ webhook: id });
    await attemptAll();
    expect((await (await api()).one({ webhook: id })).state).toBe("off");
  });
});

describe("admins", () => {
  test("pause it, and nothing is sent", async () => {
    const id = await anEndpoint({ events: ["idea.moved"] });
    await (await api()).pause({ webhook: id, paused: true });
    await move("planned");
    await tellLatest("idea.moved");
    expect(receiver().received).toEqual([]);
  });

  test("cannot give an address without https, with a name and a password, or nothing to be told", async () => {
    const caller = await api();
    const add = (wish: object) =>
      caller.add({ name: "x", url: "https://example.com/", events: ["idea.moved"], boards: [], ...wish });
    for (const url of ["ftp://example.com/", "https://a:b@example.com/", "nothing", "javascript:alert(1)"])
      await expect(add({ url })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await expect(add({ events: [] })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await expect(add({})).resolves.toMatchObject({ webhook: expect.any(String) });
  });

  test("find thirty days of what was sent, and no more", async () => {
    const id = await anEndpoint();
    await (await api()).test({ webhook: id });
    await at(daysAfter(now(), 31), () => transaction(sweepDeliveries));
    expect((await (await api()).deliveries({ webhook: id })).items).toEqual([]);
  });
});
