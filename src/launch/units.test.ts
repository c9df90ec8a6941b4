import { withDatabase } from "@tests/support/database";
import { acting, aPerson, atStage } from "@tests/support/people";
import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { dispatchEvent } from "@/assembly/dispatch";
import { workers } from "@/assembly/jobs";
import { reactions } from "@/assembly/reactions";
import { person } from "@/members/schema";
import { at } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { event } from "@/platform/events/schema";
import { personUnit } from "@/readiness/schema";
import { flipStage } from "./actions/flip-stage";
import { undoFlip } from "./actions/undo-flip";
import { flip } from "./schema";

withDatabase();

beforeEach(async () => {
  await transaction((tx) => tx.execute(sql`truncate ${person}, ${event}, ${flip}, pgboss.job cascade`));
  await atStage("early");
});

const start = new Date("2027-01-11T14:17:00Z");
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);

/** Tells every event that was not told yet, and does the work that has waited long enough. */
async function worked(): Promise<void> {
  for (const { id } of await reader().select({ id: event.id }).from(event)) await dispatchEvent(id, reactions);
  for (const { queue, handle } of workers) {
    if (queue.name !== "units") continue;
    const jobs = await reader().execute<{ data: unknown }>(sql`select data from pgboss.job where name = ${queue.name}`);
    for (const { data } of jobs) await handle(data);
  }
}

async function flipped(by: Awaited<ReturnType<typeof aPerson>>, to: "pilot" | "general") {
  return acting(by, async (act) => {
    const [state] = await act.tx.execute<{ version: number }>(sql`select version from launch_state`);
    return flipStage(act, { to, version: state?.version ?? 0, reason: "We are few.", override: "We are few." });
  });
}

const frozen = async () => {
  const rows = await reader().select().from(personUnit);
  return rows.map(({ department, frozenAt }) => [department, frozenAt]);
};

test("where people belong is kept as the stage begins, once the step can be taken back no more", async () => {
  const admin = await aPerson({ roles: ["admin"], department: "Bread" });
  await at(start, () => flipped(admin, "pilot"));
  await at(minutes(1), worked);
  expect(await frozen()).toEqual([]);
  await at(minutes(15), worked);
  expect(await frozen()).toEqual([["Bread", start]]);
});

test("a step that was taken back leaves what was kept of the one before", async () => {
  const admin = await aPerson({ roles: ["admin"], department: "Bread" });
  await at(start, () => flipped(admin, "pilot"));
  await at(minutes(15), worked);
  await transaction((tx) => tx.update(person).set({ department: "Cake" }).where(eq(person.id, admin)));
  const slip = await at(minutes(60), () => flipped(admin, "general"));
  await at(minutes(61), worked);
  await at(minutes(62), () => acting(admin, (act) => undoFlip(act, { flip: slip.id, reason: "" })));
  for (const count of [63, 90]) await at(minutes(count), worked);
  expect(await frozen()).toEqual([["Bread", start]]);
});
