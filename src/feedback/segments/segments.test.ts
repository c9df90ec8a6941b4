import { aBoard, anIdea } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { acting, aPerson, atStage, viewerFor } from "@tests/support/people";
import { beforeAll, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import type { PersonId } from "@/members/shape";
import { at, daysAfter, now } from "@/platform/clock";
import { record } from "@/platform/events/event";
import { newId } from "@/platform/ids";
import { stageFlipped } from "@/stages/events";

withDatabase();
beforeAll(() => atStage("early"));

function people(n: number, wish: { department: string; site?: string }): Promise<PersonId[]> {
  return Promise.all(Array.from({ length: n }, () => aPerson({ admitted: "host-invitation", ...wish })));
}

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

test("votes are told by groups of five and more, and no smaller one can be found by subtraction", async () => {
  const host = await aPerson({ roles: ["host"] });
  // Everybody signed in thirty days ago: at the stage that the flip before had opened.
  const flipped = (ago: number, from: "founding" | "groundwork", to: "early" | "founding") =>
    at(daysAfter(now(), -ago), () =>
      acting(host, (act) => record(act, stageFlipped, newId<"flip">(), { from, to, version: 100 - ago })),
    );
  await flipped(40, "groundwork", "founding");
  await flipped(20, "founding", "early");
  const voters = [
    ...(await people(7, { department: "Sales", site: "Lyon" })),
    ...(await people(6, { department: "Quality", site: "Lyon" })),
    ...(await people(2, { department: "R&D", site: "Leeds" })),
  ];
  const idea = await anIdea((await aBoard({ votersShown: "hosts" })).id, host, { voters });
  const { by } = await (await asked(host)).feedback.segments({ idea });
  expect(by.department).toEqual({ shown: [{ name: "Sales", count: 7 }], others: 8 });
  expect(by.site).toEqual({ shown: [], others: 15 });
  expect(by.way).toEqual({ shown: [{ name: "host-invitation", count: 15 }], others: 0 });
  expect(by.stage).toEqual({ shown: [{ name: "founding", count: 15 }], others: 0 });
  const [ada] = voters as [PersonId];
  await expect((await asked(ada)).feedback.segments({ idea })).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("few votes are told by no group at all, and whoever reads the names reads the groups", async () => {
  const [ada, ...voters] = (await people(5, { department: "Sales" })) as [PersonId, ...PersonId[]];
  const idea = await anIdea((await aBoard()).id, ada, { voters });
  const { by } = await (await asked(ada)).feedback.segments({ idea });
  for (const split of Object.values(by)) expect(split).toEqual({ shown: [], others: null });
});
