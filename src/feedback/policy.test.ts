import { aBoard, anIdea } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { aPerson, atStage, viewerFor } from "@tests/support/people";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { reader } from "@/platform/database/client";
import { STAGES } from "@/stages/shape";
import { BOARD_AUDIENCES } from "./board-shape";
import { boardsVisibleTo, canSeeBoard, canSeeIdea, ideasVisibleTo } from "./policy";
import { board, idea } from "./schema";

withDatabase();

const COHORTS = { members: [], cohort: ["site:Lyon"], hosts: [] };

test("what the decision says of a board and an idea, the filter says too, for everybody at every stage", async () => {
  const people = {
    nobodyYet: await aPerson(),
    member: await aPerson({ admitted: "host-invitation" }),
    later: await aPerson({ admitted: "wave" }),
    inLyon: await aPerson({ admitted: "host-invitation", site: "Lyon" }),
    host: await aPerson({ roles: ["host"] }),
    admin: await aPerson({ roles: ["admin"] }),
    suspended: await aPerson({ state: "suspended", roles: ["host"] }),
  };
  for (const audience of BOARD_AUDIENCES)
    for (const opensAt of STAGES)
      for (const archived of [false, true]) {
        const { id } = await aBoard({ audience, audienceCohorts: COHORTS[audience], opensAt, archived });
        for (const removed of [false, true]) await anIdea(id, people.member, { removed });
      }
  let seen = 0;
  for (const stage of STAGES) {
    await atStage(stage);
    for (const [who, id] of Object.entries(people)) {
      const viewer = await viewerFor(id);
      const boards = await reader().select().from(board);
      const visible = await reader().select({ id: board.id }).from(board).where(boardsVisibleTo(viewer));
      const says = boards.filter((one) => canSeeBoard(viewer, one)).map((one) => one.id);
      expect(visible.map((one) => one.id).sort(), `boards for ${who} at ${stage}`).toEqual(says.sort());
      const ideas = reader()
        .select({ id: idea.id, removedAt: idea.removedAt, board })
        .from(idea)
        .innerJoin(board, eq(board.id, idea.boardId));
      const decided = (await ideas).filter((one) => canSeeIdea(viewer, one)).map((one) => one.id);
      const filtered = (await ideas.where(ideasVisibleTo(viewer))).map((one) => one.id);
      expect(filtered.sort(), `ideas for ${who} at ${stage}`).toEqual(decided.sort());
      seen += says.length;
    }
  }
  expect(seen).toBeGreaterThan(200);
});
