import { aBoard, anIdea, lettingAll } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { acting, aPerson, atStage, viewerFor } from "@tests/support/people";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import { reader } from "@/platform/database/client";
import { castVote } from "./actions/vote";
import { boardBasis } from "./board-basis";
import type { VotersShown } from "./board-shape";
import { boardById } from "./boards";
import { board } from "./schema";
import type { BoardId } from "./shape";

withDatabase();
beforeAll(() => atStage("early"));

async function aHost() {
  const viewer = await viewerFor(await aPerson({ roles: ["host"] }));
  const { feedback } = createCaller({ viewer, locale: "en", requestId: "test" });
  const basisOf = async (id: BoardId) => {
    const seen = await boardById(reader(), viewer, id);
    return seen === null ? "" : boardBasis(seen);
  };
  return { feedback, basisOf };
}

const said = {
  name: "Tools",
  purpose: "",
  ...lettingAll("members"),
  opensAt: "founding",
  votesAt: "founding",
} as const;

test("a form that was open while somebody else closed the board does not open it again", async () => {
  const [one, other] = [await aHost(), await aHost()];
  const { id } = await aBoard();
  const basis = await one.basisOf(id);
  await other.feedback.editBoard({ ...said, ...lettingAll("hosts"), board: id, basis: await other.basisOf(id) });
  await expect(one.feedback.editBoard({ ...said, purpose: "For all", board: id, basis })).rejects.toMatchObject({
    cause: { key: "boardChanged" },
  });
  const now = async () => (await reader().select({ to: board.audience }).from(board).where(eq(board.id, id)))[0]?.to;
  expect(await now()).toBe("hosts");
  await one.feedback.editBoard({ ...said, board: id, basis: await one.basisOf(id) });
  expect(await now()).toBe("members");
});

test("once somebody voted, a board tells no more of who did than it promised", async () => {
  const { feedback } = await aHost();
  const ada = await aPerson({ admitted: "host-invitation" });
  const { id } = await aBoard({ votersShown: "hosts" });
  const tell = (votersShown: VotersShown) => feedback.editBoard({ ...said, board: id, votersShown });
  await tell("names");
  await tell("counts");
  const idea = await anIdea(id, ada);
  await acting(ada, (act) => castVote(act, idea, { need: "need", reason: "My case" }));
  for (const more of ["hosts", "names"] as const)
    await expect(tell(more), more).rejects.toMatchObject({ cause: { fields: { votersShown: [expect.any(String)] } } });
  await tell("counts");
});
