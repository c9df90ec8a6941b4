import { lettingAll } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { aPerson, atStage, viewerFor } from "@tests/support/people";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { person } from "@/members/schema";
import { reader } from "@/platform/database/client";
import { STAGES } from "@/stages/shape";
import { readersOfBoard } from "./among";
import { canSeeBoard } from "./policy";

withDatabase();

test("who reads a board is the same, asked of a person and of everybody", async () => {
  const people = [
    await aPerson(),
    await aPerson({ admitted: "host-invitation" }),
    await aPerson({ admitted: "member-invitation" }),
    await aPerson({ department: "Quality" }),
    await aPerson({ groups: ["pilots"], admitted: "host-invitation" }),
    await aPerson({ roles: ["host"] }),
    await aPerson({ roles: ["admin"], state: "suspended" }),
  ];
  for (const stage of STAGES) {
    await atStage(stage, { departments: ["Quality"], sites: [], groups: [] });
    for (const audience of ["members", "cohort", "hosts"] as const)
      for (const opensAt of STAGES) {
        const cohorts = audience === "cohort" ? ["department:Quality", "group:pilots"] : [];
        const board = { ...lettingAll(audience, cohorts), opensAt, votesAt: opensAt, archivedAt: null };
        for (const id of people) {
          const viewer = await viewerFor(id);
          const rows = await reader()
            .select({ id: person.id })
            .from(person)
            .where(and(eq(person.id, id), readersOfBoard(viewer, board)));
          expect(rows.length === 1, `${stage} ${audience} ${opensAt}`).toBe(canSeeBoard(viewer, board));
        }
      }
  }
});
