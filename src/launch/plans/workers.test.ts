import { withDatabase } from "@tests/support/database";
import { aPerson, atStage, viewerFor, wereMet } from "@tests/support/people";
import { and, eq, sql } from "drizzle-orm";
import { PgBoss } from "pg-boss";
import postgres from "postgres";
import { expect, test } from "vitest";
import { dispatchEvent } from "@/assembly/dispatch";
import { reactions } from "@/assembly/reactions";
import { createCaller } from "@/assembly/router";
import { letter } from "@/mail/schema";
import { personAddress } from "@/members/schema";
import type { PersonId } from "@/members/shape";
import { daysAfter, now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { event } from "@/platform/events/schema";
import { enqueue } from "@/platform/jobs/boss";
import { startWorking } from "@/platform/jobs/work";
import { currentStage } from "@/stages/queries";
import { flip } from "../schema";
import { attendPlan } from "./attend";
import { plans } from "./queue";
import { flipPlan } from "./schema";
import type { PlanId } from "./shape";

const database = withDatabase();

/** A plan for the founding circle whose moment is now, with three jobs that ask for it. */
async function duePlan(by: PersonId): Promise<PlanId> {
  const caller = createCaller({ viewer: await viewerFor(by), locale: "en", requestId: "test" });
  const { version } = await currentStage(reader());
  const day = daysAfter(now(), 2).toISOString().slice(0, 10);
  const form = { reason: "", override: "", confirm: "yes", zone: "UTC", day, time: "09:00" } as const;
  const { plan } = await caller.launch.plan({ to: "founding", version, ...form });
  await transaction(async (tx) => {
    await tx.update(flipPlan).set({ dueAt: now() }).where(eq(flipPlan.id, plan));
    await tx.execute(sql`delete from pgboss.job where name = ${plans.name}`);
    for (let n = 0; n < 3; n += 1) await enqueue(tx, plans, { plan });
  });
  return plan;
}

/** A worker that takes the work, has moved the stage, and is gone before it has said so. */
async function takesAndDies(id: PlanId): Promise<void> {
  const boss = new PgBoss({ connectionString: database.url(), max: 1, migrate: false, supervise: false });
  await boss.start();
  expect(await boss.fetch(plans.name)).toHaveLength(1);
  const own = postgres(database.url(), { max: 1, onnotice: () => {} });
  const [{ pid } = {}] = await own`select pg_backend_pid() as pid`;
  await own`begin`;
  await own`select 1 from launch_state for update`;
  await own`update launch_state set stage = 'founding', version = version + 1`;
  await own`update flip_plan set state = 'done' where id = ${id}`;
  await reader().execute(sql`select pg_terminate_backend(${pid}::int)`);
  await own.end({ timeout: 1 });
  await boss.stop({ graceful: false });
}

/** What the job library does of itself once the time of a job is over; here the time is over at once. */
async function timeGoesBy(): Promise<void> {
  const boss = new PgBoss({ connectionString: database.url(), max: 1, migrate: false, supervise: false });
  await boss.start();
  const taken = sql`name = ${plans.name} and state = 'active'`;
  // Two minutes later, not a quarter of an hour: people wait for a step that was told to them.
  await transaction((tx) =>
    tx.execute(sql`update pgboss.job set started_on = started_on - interval '2 minutes' where ${taken}`),
  );
  await boss.supervise(plans.name);
  expect([...(await reader().execute(sql`select 1 from pgboss.job where ${taken}`))]).toEqual([]);
  await transaction((tx) => tx.execute(sql`update pgboss.job set start_after = now() where name = ${plans.name}`));
  await boss.stop({ graceful: false });
}

test("of two live workers and one that died in the middle, the plan happens once, and its letters are written once", async () => {
  await atStage("groundwork");
  const ada = await aPerson({ roles: ["admin"] });
  const circle: PersonId[] = [];
  for (let n = 0; n < 5; n += 1) circle.push(await aPerson({ admitted: "host-invitation" }));
  await wereMet(circle);
  const id = await duePlan(ada);
  await takesAndDies(id);
  expect((await currentStage(reader())).stage).toBe("groundwork");
  await timeGoesBy();

  const taken = [0, 0];
  const workers = await Promise.all(
    taken.map((_, place) => {
      const handle = (data: unknown) => {
        taken[place] = (taken[place] ?? 0) + 1;
        return attendPlan(data);
      };
      return startWorking(database.url(), [{ queue: plans, handle }], []);
    }),
  );
  const open = sql`select 1 from pgboss.job where name = ${plans.name} and state <> 'completed'`;
  await expect.poll(async () => [...(await reader().execute(open))].length, { timeout: 20_000 }).toBe(0);
  await Promise.all(workers.map((stop) => stop()));

  expect(taken.reduce((sum, one) => sum + one, 0)).toBe(3);
  expect((await currentStage(reader())).stage).toBe("founding");
  const flips = await reader().select().from(flip).where(eq(flip.toStage, "founding"));
  expect(flips).toHaveLength(1);
  const [plan] = await reader().select().from(flipPlan).where(eq(flipPlan.id, id));
  expect(plan).toMatchObject({ state: "done", flipId: flips[0]?.id });
  // Events may be told twice as well: by two workers, or again after one died.
  const events = await reader().select({ id: event.id }).from(event);
  for (const one of [...events, ...events]) await dispatchEvent(one.id, reactions);
  for (const member of circle) {
    const letters = await reader()
      .select({ id: letter.id })
      .from(letter)
      .innerJoin(personAddress, eq(personAddress.address, letter.toAddress))
      .where(and(eq(personAddress.personId, member), eq(letter.kind, "stage-opened")));
    expect(letters).toHaveLength(1);
  }
}, 60_000);
