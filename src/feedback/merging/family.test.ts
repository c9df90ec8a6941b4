import { aBoard, anIdea } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { acting, aPerson, atStage, viewerFor } from "@tests/support/people";
import { beforeAll, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import type { PersonId } from "@/members/shape";
import type { ConversationId } from "@/posts/shape";
import { castVote } from "../actions/vote";
import type { Need } from "../shape";

withDatabase();
beforeAll(() => atStage("early"));

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

type Api = Awaited<ReturnType<typeof asked>>;
const aMember = (wish: { department?: string } = {}) => aPerson({ admitted: "host-invitation", ...wish });
const aHost = async () => asked(await aPerson({ roles: ["host"] }));
const says = (who: PersonId, of: ConversationId, need: Need) =>
  acting(who, (act) => castVote(act, of, { need, reason: "" }));

async function join(host: Api, one: ConversationId, into: ConversationId) {
  const { plan } = await host.feedback.mergeTargets({ idea: one, into });
  await host.feedback.merge({ idea: one, into, basis: plan?.basis ?? "" });
}

test("who says the same of the idea again means it: what they had said of its double counts no more", async () => {
  const host = await aHost();
  const [ada, bo, on] = [await aMember(), await aMember(), await aBoard()];
  const [one, into] = [await anIdea(on.id, bo), await anIdea(on.id, bo)];
  await says(ada, into, "like");
  await says(ada, one, "blocked");
  await join(host, one, into);
  const hers = await asked(ada);
  expect(await hers.feedback.idea({ idea: into })).toMatchObject({ voted: "blocked", tally: { like: 0, blocked: 1 } });
  await hers.feedback.vote({ idea: into, need: "like" });
  expect(await hers.feedback.idea({ idea: into })).toMatchObject({
    voted: "like",
    voteCount: 1,
    tally: { like: 1, blocked: 0 },
  });
  await hers.feedback.vote({ idea: one, need: "like" });
  expect(await hers.feedback.idea({ idea: into })).toMatchObject({ voted: "like", voteCount: 1 });
});
