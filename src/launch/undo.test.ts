import { withDatabase } from "@tests/support/database";
import { acting, aPerson, atStage, viewerFor } from "@tests/support/people";
import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { dispatchEvent } from "@/assembly/dispatch";
import { reactions } from "@/assembly/reactions";
import { createCaller } from "@/assembly/router";
import { deliverLetter } from "@/mail/deliver";
import { letter } from "@/mail/schema";
import { person } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { at } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { event } from "@/platform/events/schema";
import { admission } from "@/stages/schema";
import { askToJoin } from "./actions/ask-to-join";
import { type Flipped, flipStage } from "./actions/flip-stage";
import { undoFlip } from "./actions/undo-flip";
import { HOLD_MS } from "./hold";
import { flip, flipHold, joinRequest } from "./schema";

withDatabase();

beforeEach(async () => {
  await transaction(async (tx) => {
    await tx.execute(sql`truncate ${person}, ${event}, ${flip} cascade`);
    await tx.execute(sql`update launch_state set since = now() - interval '90 days'`);
  });
  await atStage("early");
});

const start = new Date("2027-01-11T14:17:00Z");
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);
/** A mail server that takes everything. */
const taken = async () => {};

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

/** Tells every event that was not told yet. */
async function tellAll(): Promise<void> {
  for (const { id } of await reader().select({ id: event.id }).from(event)) await dispatchEvent(id, reactions);
}

function open(by: PersonId, to: "general" | "pilot" | "groundwork" = "general"): Promise<Flipped> {
  return at(start, () =>
    acting(by, async (act) => {
      const [state] = await act.tx.execute<{ version: number }>(sql`select version from launch_state`);
      return flipStage(act, { to, version: state?.version ?? 0, reason: "We are few.", override: "We are few." });
    }),
  );
}

/** Where everything stands that an undo promises to bring back. */
async function everything() {
  const [state] = await reader().execute(sql`select stage, since, audience from launch_state`);
  const facts = await reader().select().from(admission).orderBy(admission.id);
  const requests = await reader().select().from(joinRequest).orderBy(joinRequest.id);
  const people = await reader().select({ id: person.id }).from(person).orderBy(person.id);
  const viewers = await Promise.all(people.map(({ id }) => viewerFor(id)));
  const standing = viewers.map(({ standing: one, features }) => ({ one, features: [...features].sort() }));
  return { state, facts, requests, standing };
}

async function letterStates() {
  const rows = await reader().select({ state: letter.state, problem: letter.problem }).from(letter);
  return rows.map(({ state, problem }) => `${state}:${problem}`);
}

test("a flip that is undone leaves entry, features, admissions and requests as before, and no letter leaves", async () => {
  const admin = await aPerson({ roles: ["admin"], name: "Ada" });
  const waits = await aPerson();
  await acting(waits, async (act) =>
    askToJoin(act, await viewerFor(waits), { needs: "Bread", brings: "", helps: "", knows: "" }),
  );
  await tellAll();
  const before = await everything();
  const done = await open(admin);
  await at(minutes(1), tellAll);
  expect((await viewerFor(waits)).standing.admitted).toBe(true);
  expect(await letterStates()).toContain("waiting:");
  await at(minutes(14), async () => (await asked(admin)).launch.undo({ flip: done.id, reason: "Wrong button." }));
  await at(minutes(14), tellAll);
  expect(await everything()).toEqual(before);
  const told = await reader().select().from(letter).where(eq(letter.kind, "stage-opened"));
  expect(told.map(({ state, problem }) => [state, problem])).toEqual([["dropped", "undone"]]);
  for (const { id } of told) await at(minutes(20), () => deliverLetter({ letterId: id }, () => Promise.reject("sent")));
  const history = await (await asked(admin)).launch.history({});
  expect(history.items.map(({ from, to, undoes, reason }) => ({ from, to, undoes, reason }))).toEqual([
    { from: "general", to: "early", undoes: done.id, reason: "Wrong button." },
    { from: "early", to: "general", undoes: null, reason: "We are few." },
  ]);
  expect(history.items[1]?.undoneAt).toEqual(minutes(14));
});

test("the way back and who was kept by it are undone as well", async () => {
  const admin = await aPerson({ roles: ["admin"] });
  const wrote = await aPerson({ admitted: "wave" });
  await transaction((tx) =>
    tx.execute(sql`insert into conversation (id, kind, author_id, title, body, body_html, created_at, last_activity_at)
      values (gen_random_uuid(), 'post', ${wrote}::uuid, 'A', 'B', 'B', now(), now())`),
  );
  const before = await everything();
  const done = await open(admin, "groundwork");
  expect((await viewerFor(wrote)).standing).toMatchObject({ admitted: true, because: "kept" });
  await at(minutes(2), () => acting(admin, (act) => undoFlip(act, { flip: done.id, reason: "" })));
  expect(await everything()).toEqual(before);
});

test("whoever corrects whom the pilot admits can still undo, and the audience is what it was before the flip", async () => {
  const admin = await aPerson({ roles: ["admin"], name: "Ada" });
  const other = await aPerson({ roles: ["admin"], name: "Bea" });
  const waits = await aPerson({ department: "R&D" });
  await acting(waits, async (act) =>
    askToJoin(act, await viewerFor(waits), { needs: "Bread", brings: "", helps: "", knows: "" }),
  );
  await tellAll();
  const before = await everything();
  const done = await open(admin, "pilot");
  await at(minutes(4), async () => {
    const audience = { departments: "R&D", sites: "", groups: "" };
    await (await asked(other)).entry.setAudience({ version: done.version, ...audience });
    await tellAll();
    expect((await viewerFor(waits)).standing).toMatchObject({ admitted: true, because: "department" });
    expect((await reader().select().from(joinRequest))[0]).toMatchObject({ closedAt: minutes(4) });
    await (await asked(other)).entry.setAudience({ version: done.version + 1, ...audience, sites: "Leeds" });
  });
  const stale = { to: "general", version: done.version, reason: "", override: "We are few." } as const;
  const flipped = acting(admin, (act) => flipStage(act, stale));
  await expect(flipped).rejects.toMatchObject({ code: "conflict", key: "audienceMovedBy", values: { name: "Bea" } });
  await at(minutes(14), async () => {
    const { hold } = await (await asked(admin)).launch.room();
    expect(hold?.flip).toBe(done.id);
    await (await asked(admin)).launch.undo({ flip: done.id, reason: "" });
    await tellAll();
  });
  expect(await everything()).toEqual(before);
});

test("the room says until when; after that, after another step, and twice, an undo is refused with words", async () => {
  const admin = await aPerson({ roles: ["admin"] });
  const first = await open(admin);
  const until = new Date(start.getTime() + HOLD_MS);
  await at(minutes(3), async () => {
    expect((await (await asked(admin)).launch.room()).hold).toEqual({ flip: first.id, until });
  });
  const undo = (when: Date, id = first.id) =>
    at(when, () => acting(admin, (act) => undoFlip(act, { flip: id, reason: "" })));
  await expect(undo(until)).rejects.toMatchObject({ code: "conflict", key: "flipLetGo" });
  await at(until, async () => expect((await (await asked(admin)).launch.room()).hold).toBeNull());
  const second = await open(admin, "groundwork");
  await expect(undo(minutes(1))).rejects.toMatchObject({ code: "conflict", key: "flipOvertaken" });
  const { version } = await undo(minutes(1), second.id);
  expect(version).toBe(second.version + 1);
  await expect(undo(minutes(2), second.id)).rejects.toMatchObject({ key: "flipUndoneAlready" });
});

test("letters of a flip wait for a quarter of an hour, then leave", async () => {
  const admin = await aPerson({ roles: ["admin"] });
  await aPerson();
  await open(admin);
  await at(minutes(1), tellAll);
  const [one] = await reader().select().from(letter).where(eq(letter.kind, "stage-opened"));
  if (one === undefined) throw new Error("the letter is there");
  await at(minutes(14), () => deliverLetter({ letterId: one.id }, taken));
  expect(await letterStates()).toEqual(["waiting:"]);
  const jobs = await reader().execute<{ start_after: string }>(
    sql`select start_after from pgboss.job where name = 'letter' and data->>'letterId' = ${one.id}`,
  );
  const until = start.getTime() + HOLD_MS;
  expect([...jobs].map((job) => new Date(job.start_after).getTime())).toEqual([until, until]);
  await at(minutes(15), () => deliverLetter({ letterId: one.id }, taken));
  expect(await letterStates()).toEqual(["sent:"]);
});

test("a letter that says the door is open is dropped when it was closed again before it left", async () => {
  const admin = await aPerson({ roles: ["admin"] });
  await aPerson();
  await open(admin);
  await at(minutes(1), tellAll);
  await open(admin, "groundwork");
  const [one] = await reader().select().from(letter).where(eq(letter.kind, "stage-opened"));
  await at(minutes(16), () => deliverLetter({ letterId: one?.id }, taken));
  expect(await letterStates()).toEqual(["dropped:changed"]);
});

test("of an undo and a letter that leaves at the same moment, on two connections, exactly one wins", async () => {
  const admin = await aPerson({ roles: ["admin"] });
  await aPerson();
  const wins = { undo: 0, sent: 0 };
  for (let round = 0; round < 12; round += 1) {
    await transaction((tx) => tx.execute(sql`truncate ${letter}, ${flip}, ${event} cascade`));
    await atStage("early");
    const done = await open(admin);
    await at(minutes(1), tellAll);
    const [one] = await reader().select().from(letter).where(eq(letter.kind, "stage-opened"));
    // Two servers whose clocks differ by a millisecond.
    const undo = () =>
      at(new Date(start.getTime() + HOLD_MS - 1), () =>
        acting(admin, (act) => undoFlip(act, { flip: done.id, reason: "" })),
      );
    const send = () => at(minutes(15), () => deliverLetter({ letterId: one?.id }, taken));
    const [undone] = await Promise.allSettled(round % 2 === 0 ? [undo(), send()] : [undo(), send()].reverse());
    expect(undone).toBeDefined();
    const [hold] = await reader().select().from(flipHold).where(eq(flipHold.flipId, done.id));
    const [after] = await reader().select().from(letter).where(eq(letter.kind, "stage-opened"));
    const isUndone = hold?.undoneAt !== null;
    expect(hold?.letGoAt === null).toBe(isUndone);
    expect([after?.state, after?.problem]).toEqual(isUndone ? ["dropped", "undone"] : ["sent", ""]);
    wins[isUndone ? "undo" : "sent"] += 1;
  }
  expect(wins.undo + wins.sent).toBe(12);
});

test("whoever takes a flip back while a letter decides waits for it, and the other way round", async () => {
  const admin = await aPerson({ roles: ["admin"] });
  await aPerson();
  const done = await open(admin);
  await at(minutes(1), tellAll);
  const [one] = await reader().select().from(letter).where(eq(letter.kind, "stage-opened"));
  let sending: Promise<void> | undefined;
  // The undo has written and not committed when the letter asks.
  await at(minutes(14), () =>
    acting(admin, async (act) => {
      await undoFlip(act, { flip: done.id, reason: "" });
      sending = at(minutes(15), () => deliverLetter({ letterId: one?.id }, taken));
      await waiting();
    }),
  );
  await sending;
  expect(await letterStates()).toEqual(["dropped:undone"]);
});

/** Comes back when a connection of this database waits for a lock of another. */
async function waiting(): Promise<void> {
  for (;;) {
    const [row] = await reader().execute<{ n: number }>(
      sql`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if ((row?.n ?? 0) > 0) return;
  }
}

test("nobody but an admin undoes", async () => {
  const admin = await aPerson({ roles: ["admin"] });
  const host = await asked(await aPerson({ roles: ["host"] }));
  const { id } = await open(admin);
  await expect(host.launch.undo({ flip: id })).rejects.toMatchObject({ code: "FORBIDDEN" });
});
