import { aBoard, anIdea } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { acting, aPerson, atStage, viewerFor } from "@tests/support/people";
import { beforeAll, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import type { PersonId } from "@/members/shape";
import { daysAfter, now } from "@/platform/clock";
import { reader } from "@/platform/database/client";
import { thingId } from "@/posts/moderation/shape";
import type { ConversationId } from "@/posts/shape";
import { castVote } from "./actions/vote";
import { dayAt, overduePromises } from "./promised/standing";

withDatabase();
beforeAll(() => atStage("early"));

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

type Api = Awaited<ReturnType<typeof asked>>;
const aMember = () => aPerson({ admitted: "host-invitation" });
const aHost = async () => asked(await aPerson({ roles: ["host"] }));
const refused = (key: string) => expect.objectContaining({ cause: expect.objectContaining({ key }) });

async function join(host: Api, one: ConversationId, into: ConversationId) {
  const { plan } = await host.feedback.mergeTargets({ idea: one, into });
  await host.feedback.merge({ idea: one, into, basis: plan?.basis ?? "" });
}

test("nobody removes an idea that others were joined with; taken apart, each goes for itself", async () => {
  const host = await aHost();
  const [ada, bo, on] = [await aMember(), await aMember(), await aBoard()];
  const [one, into] = [await anIdea(on.id, bo), await anIdea(on.id, ada)];
  await join(host, one, into);
  const hers = await asked(ada);
  await expect(hers.feedback.removeIdea({ idea: into })).rejects.toEqual(refused("removeHasDoubles"));
  await expect(host.feedback.removeIdea({ idea: into })).rejects.toEqual(refused("removeHasDoubles"));
  const { joined } = await host.feedback.idea({ idea: one });
  await host.feedback.undoMerge({ idea: one, merge: joined?.merge ?? "" });
  await hers.feedback.removeIdea({ idea: into });
  expect(await (await asked(bo)).feedback.idea({ idea: one })).toMatchObject({ status: "open" });
});

test("an idea that carries a promise stays until it is answered otherwise, and its author removes it no more", async () => {
  const host = await aHost();
  const [ada, on] = [await aMember(), await aBoard()];
  const idea = await anIdea(on.id, ada);
  const promisedFor = dayAt(daysAfter(now(), 1));
  await host.feedback.move({ idea, status: "planned", note: "Soon.", promisedFor });
  const hers = await asked(ada);
  expect(await hers.feedback.idea({ idea })).toMatchObject({ may: { remove: false } });
  await expect(hers.feedback.removeIdea({ idea })).rejects.toEqual(refused("ideaTakenUp"));
  await expect(host.feedback.removeIdea({ idea })).rejects.toEqual(refused("removePromised"));
  expect(await overduePromises(reader(), daysAfter(now(), 3))).toBe(1);
  await host.feedback.move({ idea, status: "not-now", note: "We cannot." });
  await expect(hers.feedback.removeIdea({ idea })).rejects.toEqual(refused("ideaTakenUp"));
  await host.feedback.removeIdea({ idea });
  await expect(hers.feedback.idea({ idea })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("bad words go whatever hangs on them, and come back with it", async () => {
  const host = await aHost();
  const [ada, bo, on] = [await aMember(), await aMember(), await aBoard()];
  const [one, into] = [await anIdea(on.id, bo), await anIdea(on.id, ada)];
  await acting(bo, (act) => castVote(act, one, { need: "need", reason: "" }));
  await join(host, one, into);
  await host.feedback.move({ idea: into, status: "planned", note: "", promisedFor: dayAt(daysAfter(now(), 9)) });
  const thing = thingId.parse(into);
  await host.moderation.hide({ thing, reason: "It names somebody's illness." });
  const his = await asked(bo);
  await expect(his.feedback.idea({ idea: into })).rejects.toEqual(refused("hiddenByHosts"));
  expect(await his.feedback.idea({ idea: one })).toMatchObject({ status: "merged", joined: { into: null } });
  await host.moderation.restore({ thing, reason: "It names nobody now." });
  expect(await his.feedback.idea({ idea: into })).toMatchObject({
    status: "planned",
    voteCount: 1,
    doubles: [{ id: one }],
  });
});
