import { withDatabase } from "@tests/support/database";
import { expect, test } from "vitest";
import { reader, transaction } from "@/platform/database/client";
import { DAY } from "@/platform/durations";
import { event } from "@/platform/events/schema";
import { newId } from "@/platform/ids";
import { flipUndone, stageFlipped } from "@/stages/events";
import { launchState } from "@/stages/schema";
import type { Stage } from "@/stages/shape";
import { stageAt } from "./stage-at";

withDatabase();

const day = (count: number) => new Date(Date.UTC(2027, 0, 1) + count * DAY);

async function happened(name: string, count: number, flip: string, from: Stage, to: Stage): Promise<void> {
  const payload = { from, to, version: count + 2 };
  await transaction((tx) =>
    tx.insert(event).values({ id: newId<"event">(), name, subject: `flip:${flip}`, payload, at: day(count) }),
  );
}

test("a flip that was taken back changed no stage and began none", async () => {
  await happened(stageFlipped.name, 0, "first", "groundwork", "founding");
  await happened(stageFlipped.name, 40, "slip", "founding", "general");
  await happened(flipUndone.name, 41, "slip", "general", "founding");
  await happened(stageFlipped.name, 60, "second", "founding", "early");
  await transaction((tx) => tx.update(launchState).set({ stage: "early", since: day(60), version: 5 }));
  for (const count of [1, 40.5, 50])
    expect(await stageAt(reader(), day(count))).toMatchObject({ stage: "founding", since: day(0), imported: false });
  expect(await stageAt(reader(), day(-1))).toMatchObject({ stage: "groundwork", imported: true });
});
