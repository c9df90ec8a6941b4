import { withDatabase } from "@tests/support/database";
import { expect, test } from "vitest";
import { reader, transaction } from "@/platform/database/client";
import { DAY } from "@/platform/durations";
import { pastAt } from "./days";
import { gateRecord } from "./record";
import { readinessDay } from "./schema";

withDatabase();

const today = Date.UTC(2027, 5, 1);

function figure(value: number | null) {
  const part = {
    key: "a",
    unit: "people",
    value,
    n: null,
    low: null,
    threshold: 3,
    target: null,
    holds: true,
  } as const;
  return gateRecord({ key: "L1", role: "core", verdict: "pass", parts: [part] });
}

test("of what was kept each night the latest day and each a week before it are told, those with a figure", async () => {
  const kept = Array.from({ length: 30 }, (_, ago) => ({ ago, value: ago === 14 ? null : 100 - ago }));
  const old = { ago: 196, value: 1 };
  await transaction((tx) =>
    tx.insert(readinessDay).values(
      [...kept, old].map(({ ago, value }) => {
        const at = new Date(today - ago * DAY);
        const day = at.toISOString().slice(0, 10);
        return { day, at, stage: "early" as const, ruleVersion: "1", ready: true, gates: [figure(value)] };
      }),
    ),
  );
  expect(await pastAt(reader(), new Date(today + DAY / 2))).toEqual([{ key: "L1", values: [72, 79, 93, 100] }]);
});
