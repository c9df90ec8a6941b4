import { aBoard, anIdea, lettingAll } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { aPerson, atStage, viewerFor } from "@tests/support/people";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import type { PersonId } from "@/members/shape";
import { daysAfter, now } from "@/platform/clock";
import { reader } from "@/platform/database/client";
import { event } from "@/platform/events/schema";
import { board } from "./schema";
import type { BoardId } from "./shape";

withDatabase();
beforeAll(() => atStage("founding"));

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

const aMember = () => aPerson({ admitted: "host-invitation" });
const aHost = () => aPerson({ roles: ["host"] });
const words = { title: "Bigger buttons", body: "When I wear gloves I want **big** buttons." };

async function ideaCount(id: BoardId) {
  const [row] = await reader().select({ count: board.ideaCount }).from(board).where(eq(board.id, id));
  return row?.count;
}

test("a member suggests, the host answers, and she sees what became of it", async () => {
  const [ada, host] = [await aMember(), await aHost()];
  const on = await aBoard();
  const hers = await asked(ada);
  const { idea } = await hers.feedback.suggest({ board: on.id, ...words, need: "blocked" });
  expect(await hers.feedback.idea({ idea })).toMatchObject({ status: "open", voteCount: 1, voted: "blocked" });
  expect(await ideaCount(on.id)).toBe(1);
  const day = daysAfter(now(), 30).toISOString().slice(0, 10);
  await (await asked(host)).feedback.move({ idea, status: "planned", note: "Yes, **gladly**.", promisedFor: day });
  const { idea: read, moves } = await hers.feedback.ideaWithTalk({ idea });
  expect(read).toMatchObject({ status: "planned", promisedFor: day, may: { move: false, edit: false } });
  expect(moves).toMatchObject([{ from: "open", to: "planned", by: { id: host }, promisedFor: day }]);
  expect(moves[0]?.noteHtml).toContain("<strong>gladly</strong>");
  const mine = await hers.feedback.mine({});
  expect(mine.items).toMatchObject([{ id: idea, status: "planned", answer: { note: "Yes, **gladly**." } }]);
  const told = await reader()
    .select({ name: event.name })
    .from(event)
    .where(eq(event.subject, `idea:${idea}`));
  expect(told.map((one) => one.name).sort()).toEqual(["idea.moved", "idea.suggested"]);
});

test("a refusal names its reason, a plan its day, and an answer says something", async () => {
  const host = await asked(await aHost());
  const idea = await anIdea((await aBoard()).id, await aMember());
  const move = (wish: object) => host.feedback.move({ idea, status: "not-now", ...wish });
  await expect(move({})).rejects.toMatchObject({ code: "BAD_REQUEST" });
  await expect(move({ status: "planned" })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  await expect(move({ status: "planned", promisedFor: "2001-01-01" })).rejects.toMatchObject({
    cause: { fields: { promisedFor: ["field.dayPassed"] } },
  });
  await expect(move({ status: "open" })).rejects.toMatchObject({ cause: { key: "nothingSaid" } });
  await expect(move({ note: "Too dear", from: "planned" })).rejects.toMatchObject({
    cause: { key: "ideaMovedMeanwhile" },
  });
  await move({ note: "Too dear", from: "open" });
  expect(await host.feedback.idea({ idea })).toMatchObject({ status: "not-now", promisedFor: null });
});

test("only the team moves ideas", async () => {
  const ada = await aMember();
  const idea = await anIdea((await aBoard()).id, ada);
  await expect((await asked(ada)).feedback.move({ idea, status: "shipped" })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});

test("a host writes down what somebody said, and it is theirs; a member cannot speak for others", async () => {
  const [host, ada, bo] = [await aHost(), await aMember(), await aPerson({ claimed: false })];
  const on = await aBoard();
  const { idea } = await (await asked(host)).feedback.suggest({ board: on.id, ...words, onBehalfOf: bo });
  expect(await (await asked(ada)).feedback.idea({ idea })).toMatchObject({
    author: { id: bo },
    recordedBy: { id: host },
    voteCount: 1,
    voted: null,
  });
  await expect((await asked(ada)).feedback.suggest({ board: on.id, ...words, onBehalfOf: bo })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});

test("an author changes and removes an idea until it is answered, and removes it until others voted", async () => {
  const [ada, bo] = [await aMember(), await aMember()];
  const on = await aBoard();
  const api = await asked(ada);
  const { idea } = await api.feedback.suggest({ board: on.id, ...words });
  await api.feedback.editIdea({ idea, title: "Larger buttons", body: "x" });
  expect(await api.feedback.idea({ idea })).toMatchObject({
    title: "Larger buttons",
    may: { edit: true, remove: true },
  });
  await expect((await asked(bo)).feedback.editIdea({ idea, title: "Mine", body: "x" })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  await (await asked(bo)).feedback.vote({ idea, need: "need" });
  await expect(api.feedback.removeIdea({ idea })).rejects.toMatchObject({ cause: { key: "ideaHasVotes" } });
  const host = await asked(await aHost());
  await host.feedback.move({ idea, status: "under-review", note: "We look." });
  await expect(api.feedback.editIdea({ idea, title: "Other", body: "x" })).rejects.toMatchObject({
    cause: { key: "ideaAnswered" },
  });
  await (await asked(bo)).feedback.unvote({ idea });
  await expect(api.feedback.removeIdea({ idea })).rejects.toMatchObject({ cause: { key: "ideaTakenUp" } });
  await host.feedback.move({ idea, status: "open", note: "It is yours." });
  await api.feedback.removeIdea({ idea });
  await expect(api.feedback.idea({ idea })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect((await asked(bo)).feedback.vote({ idea, need: "need" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await ideaCount(on.id)).toBe(0);
});

test("a board shows what stands where it was asked for", async () => {
  const ada = await aMember();
  const on = await aBoard();
  const shipped = await anIdea(on.id, ada, { status: "shipped" });
  const open = await anIdea(on.id, ada);
  const refused = await anIdea(on.id, ada, { status: "not-now" });
  const api = await asked(ada);
  const shown = async (show: "current" | "shipped" | "not-now" | "all") =>
    (await api.feedback.ideas({ slug: on.slug, show })).items.map((one) => one.id).sort();
  expect(await shown("current")).toEqual([open]);
  expect(await shown("shipped")).toEqual([shipped]);
  expect(await shown("not-now")).toEqual([refused]);
  expect(await shown("all")).toEqual([shipped, open, refused].sort());
});

test("an idea is talked about as a post is; words are changed by who wrote them and removed by the team too", async () => {
  const [ada, bo, host] = [await aMember(), await aMember(), await aHost()];
  const idea = await anIdea((await aBoard()).id, ada);
  const { comment } = await (await asked(bo)).feedback.addComment({ idea, body: "Mine too" });
  await (await asked(ada)).feedback.addComment({ idea, body: "Thanks", parentId: comment });
  await expect((await asked(ada)).feedback.editComment({ comment, body: "x" })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  await expect((await asked(ada)).posts.editComment({ comment, body: "x" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await (await asked(bo)).feedback.editComment({ comment, body: "Ours too" });
  const { items } = await (await asked(ada)).feedback.comments({ idea });
  expect(items.map((one) => [one.body, one.may])).toEqual([
    ["Ours too", { edit: false, remove: false, takeBack: false, bringBack: false }],
    ["Thanks", { edit: true, remove: true, takeBack: true, bringBack: false }],
  ]);
  await (await asked(host)).feedback.removeComment({ comment });
  expect((await (await asked(ada)).feedback.idea({ idea })).commentCount).toBe(1);
});

test("hosts open boards, change them and put them away; an address is given once", async () => {
  const [ada, host] = [await asked(await aMember()), await asked(await aHost())];
  const wish = {
    slug: "tools",
    name: "Tools",
    purpose: "",
    ...lettingAll("members"),
    opensAt: "early",
    votesAt: "pilot",
  } as const;
  await expect(ada.feedback.openBoard(wish)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(host.feedback.openBoard({ ...wish, votesAt: "founding" })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
  const made = await host.feedback.openBoard(wish);
  await expect(host.feedback.openBoard(wish)).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(ada.feedback.boardBySlug({ slug: "tools" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await host.feedback.editBoard({ ...wish, board: made.board, opensAt: "founding", votesAt: "early" });
  expect(await ada.feedback.boardBySlug({ slug: "tools" })).toMatchObject({ votesOpen: false, may: { suggest: true } });
  const { idea } = await ada.feedback.suggest({ board: made.board, ...words });
  expect((await ada.feedback.idea({ idea })).voteCount).toBe(0);
  await host.feedback.archiveBoard({ board: made.board, archived: true });
  expect((await ada.feedback.listBoards({})).items.map((one) => one.slug)).not.toContain("tools");
  await expect(ada.feedback.suggest({ board: made.board, ...words })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(ada.feedback.addComment({ idea, body: "?" })).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("while a title is typed, ideas with words in common are found, whatever their endings", async () => {
  const ada = await aMember();
  const on = await aBoard();
  const buttons = await anIdea(on.id, ada, { title: "Bigger buttons on the tablets" });
  const boutons = await anIdea(on.id, ada, { title: "Traduire les messages d’un clic" });
  await anIdea(on.id, ada, { title: "A badge for the best answers" });
  await anIdea((await aBoard()).id, ada, { title: "Big buttons elsewhere" });
  const api = await asked(ada);
  const like = async (text: string) => (await api.feedback.similar({ board: on.id, text })).map((one) => one.id);
  expect(await like("a tablet button")).toEqual([buttons]);
  expect(await like("traduction d’un message")).toEqual([boutons]);
  expect(await like("the")).toEqual([]);
  expect(await like("& | ! ' \\ :* <-> http://a.b/?c&d")).toEqual([]);
});

test("mine is mine, the latest news first, page by page", async () => {
  const [ada, host] = [await aMember(), await asked(await aHost())];
  const on = await aBoard();
  const ids = [];
  for (let n = 0; n < 5; n += 1) ids.push(await anIdea(on.id, ada, { title: `Mine ${n}` }));
  await anIdea(on.id, await aMember());
  const [oldest] = ids;
  if (oldest === undefined) throw new Error("there are five");
  await host.feedback.move({ idea: oldest, status: "under-review", note: "First" });
  await host.feedback.move({ idea: oldest, status: "not-now", note: "Second" });
  const api = await asked(ada);
  const first = await api.feedback.mine({ take: 3 });
  expect(first.items[0]).toMatchObject({ id: oldest, answer: { note: "Second" } });
  expect(first.items[1]?.answer).toBeNull();
  const rest = await api.feedback.mine({ take: 3, after: first.next ?? "" });
  expect([...first.items, ...rest.items].map((one) => one.id).sort()).toEqual(ids.sort());
});
