import { aBoard, anIdea } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { aPerson, atStage } from "@tests/support/people";
import { asked } from "@tests/support/posts";
import { tellAll } from "@tests/support/telling";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { PersonId } from "@/members/shape";
import { at, daysAfter, now } from "@/platform/clock";
import type { BoardId } from "../shape";

withDatabase();

const INSIDE = { admitted: "host-invitation" } as const;
let host: PersonId;
let ines: PersonId;
let paul: PersonId;
let stranger: PersonId;
let board: BoardId;
beforeAll(async () => {
  host = await aPerson({ roles: ["host"], name: "Hanna" });
  ines = await aPerson({ ...INSIDE, name: "Ines Martin", department: "Finance" });
  paul = await aPerson({ ...INSIDE, name: "Paul", department: "Line 2" });
  stranger = await aPerson(INSIDE);
  ({ id: board } = await aBoard());
});
beforeEach(() => atStage("founding"));

/** An idea of Ines's that Paul voted for and sharpened, shipped as a feature. */
async function shipped(title = "A roadmap") {
  const idea = await anIdea(board, ines, { title, voters: [ines, paul], status: "planned" });
  await (await asked(paul)).feedback.addComment({ idea, body: "Only days that somebody promised." });
  const desk = await asked(host);
  await desk.feedback.move({ idea, status: "shipped", note: "Here.", feature: "roadmap" });
  return { idea, desk };
}

const why = async (who: PersonId) => (await (await asked(who)).notices.list({})).items.map((one) => one.why);

describe("credits", () => {
  test("come from the idea's own history, are asked for, and show what each one says", async () => {
    const { idea, desk } = await shipped();
    const { candidates } = await desk.credits.desk({ idea });
    expect(candidates.asked?.map((one) => one.displayName)).toEqual(["Ines Martin", "Paul"]);
    expect(candidates.sharpened).toMatchObject([{ id: paul, words: "Only days that somebody promised." }]);
    await desk.credits.propose({ idea, role: "asked", people: [ines, paul] });
    const words = "Only days that somebody promised.";
    await desk.credits.propose({ idea, role: "sharpened", people: [paul], words });
    await tellAll();
    expect(await why(ines)).toContain("credit-asked");
    const lines = async () => (await (await asked(stranger)).credits.ofIdea({ idea })).lines;
    expect(await lines()).toMatchObject([
      {
        role: "asked",
        named: [],
        initials: [
          { initial: "I", unit: "Finance" },
          { initial: "P", unit: "Line 2" },
        ],
      },
      { role: "sharpened", named: [], initials: [{ initial: "P", words: "" }] },
    ]);
    await (await asked(ines)).credits.answer({ idea, role: "asked", shown: "name" });
    await (await asked(paul)).credits.answer({ idea, role: "asked", shown: "no" });
    await (await asked(paul)).credits.answer({ idea, role: "sharpened", shown: "name", withWords: "yes" });
    expect(await lines()).toMatchObject([
      { role: "asked", named: [{ id: ines }], initials: [], others: 1 },
      { role: "sharpened", named: [{ id: paul, words }], initials: [] },
    ]);
    // On profiles, and on the feature itself for thirty days.
    const beside = async (person: PersonId) => (await (await asked(stranger)).care.beside({ person })).shaped;
    expect(await beside(ines)).toMatchObject([{ idea: { id: idea }, role: "asked" }]);
    expect(await beside(paul)).toMatchObject([{ role: "sharpened", words }]);
    const imagined = async () => (await asked(stranger)).credits.onFeature({ feature: "roadmap" });
    expect(await imagined()).toMatchObject({ idea, names: [{ id: ines }, { id: paul }], others: 0 });
    expect(await at(daysAfter(now(), 31), imagined)).toBeNull();
    // A yes can be taken back, and is gone from everywhere.
    await (await asked(ines)).credits.answer({ idea, role: "asked", shown: "initial" });
    expect(await beside(ines)).toEqual([]);
    expect(await imagined()).toMatchObject({ names: [{ id: paul }], others: 1 });
  });

  test("of who sharpened an idea are found below its doubles as well", async () => {
    const desk = await asked(host);
    const [one, into] = [await anIdea(board, ines), await anIdea(board, ines)];
    await (await asked(stranger)).feedback.addComment({ idea: one, body: "Said below the double." });
    const { plan } = await desk.feedback.mergeTargets({ idea: one, into });
    await desk.feedback.merge({ idea: one, into, basis: plan?.basis ?? "" });
    await desk.feedback.move({ idea: into, status: "shipped", note: "Here.", feature: "roadmap" });
    const { candidates } = await desk.credits.desk({ idea: into });
    expect(candidates.sharpened).toMatchObject([{ id: stranger, words: "Said below the double." }]);
  });

  test("are proposed by hosts, of those who took part, once the thing is there; each answers for themselves", async () => {
    const { idea, desk } = await shipped();
    await expect((await asked(paul)).credits.desk({ idea })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect((await asked(paul)).credits.propose({ idea, role: "asked", people: [paul] })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(desk.credits.propose({ idea, role: "asked", people: [stranger] })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
    await expect((await asked(ines)).credits.answer({ idea, role: "asked", shown: "name" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const open = await anIdea(board, ines);
    await expect(desk.credits.propose({ idea: open, role: "asked", people: [ines] })).rejects.toMatchObject({
      code: "PRECONDITION_FAILED",
    });
    await desk.credits.propose({ idea, role: "asked", people: [ines] });
    await desk.credits.takeBack({ idea, role: "asked", person: ines });
    expect((await (await asked(ines)).credits.ofIdea({ idea })).own).toEqual([]);
  });

  test("stand on the wall of founders from the general launch on, by name alone", async () => {
    const { idea, desk } = await shipped("The wall");
    await desk.credits.propose({ idea, role: "asked", people: [ines, paul] });
    await (await asked(ines)).credits.answer({ idea, role: "asked", shown: "name" });
    await expect((await asked(stranger)).credits.founders({})).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
    await atStage("general");
    const { items } = await (await asked(stranger)).credits.founders({});
    const mine = items.find((one) => one.person.id === ines);
    expect(mine?.ideas.map((one) => one.title)).toContain("The wall");
    expect(items.find((one) => one.person.id === paul)?.ideas.some((one) => one.id === idea) ?? false).toBe(false);
  });

  test("of an idea that one does not see are not there", async () => {
    const { id: secret } = await aBoard({ audience: "hosts" });
    const idea = await anIdea(secret, host, { title: "secret", voters: [ines], status: "shipped" });
    await (await asked(host)).credits.propose({ idea, role: "asked", people: [ines] });
    const hers = await asked(ines);
    expect((await hers.credits.mine({})).items.some((one) => one.idea.id === idea)).toBe(false);
    await expect(hers.credits.ofIdea({ idea })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(hers.credits.answer({ idea, role: "asked", shown: "name" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

test("where nobody is told who voted, credits name no voter, and take none", async () => {
  const { id: silent } = await aBoard({ votersShown: "counts" });
  const idea = await anIdea(silent, ines, { voters: [ines, paul], status: "shipped" });
  const desk = await asked(host);
  const { candidates } = await desk.credits.desk({ idea });
  expect(candidates.asked?.map((one) => one.id)).toEqual([ines]);
  await expect(desk.credits.propose({ idea, role: "asked", people: [paul] })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
  await desk.credits.propose({ idea, role: "asked", people: [ines] });
});

describe("is it what you meant", () => {
  test("is asked of the author alone, once; a no goes back to work with its reason, and is asked anew later", async () => {
    const { idea, desk } = await shipped();
    const asks = async (who: PersonId) => (await (await asked(who)).credits.ofIdea({ idea })).may.sayMeant;
    expect([await asks(ines), await asks(paul), await asks(host)]).toEqual([true, false, false]);
    await expect((await asked(paul)).credits.sayMeant({ idea, meant: "yes" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const author = await asked(ines);
    await expect(author.credits.sayMeant({ idea, meant: "no" })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await author.credits.sayMeant({ idea, meant: "no", words: "I meant days, not quarters." });
    const after = await (await asked(stranger)).feedback.ideaWithTalk({ idea });
    expect(after.idea.status).toBe("in-progress");
    expect(after.moves.at(-1)).toMatchObject({
      to: "in-progress",
      note: "I meant days, not quarters.",
      by: { id: ines },
    });
    await tellAll();
    expect(await why(host)).toContain("not-meant");
    await expect(author.credits.sayMeant({ idea, meant: "yes" })).rejects.toMatchObject({ code: "CONFLICT" });
    await desk.feedback.move({ idea, status: "shipped", note: "Days now." });
    expect(await asks(ines)).toBe(true);
    await author.credits.sayMeant({ idea, meant: "yes" });
    expect(await asks(ines)).toBe(false);
    await expect(author.credits.sayMeant({ idea, meant: "no", words: "Hm." })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    const { meant } = await (await asked(stranger)).credits.ofIdea({ idea });
    expect(meant.map((one) => [one.meant, one.words])).toEqual([
      [true, ""],
      [false, "I meant days, not quarters."],
    ]);
  });
});
