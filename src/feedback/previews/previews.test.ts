import { aBoard, anIdea } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { aPerson, atStage, viewerFor } from "@tests/support/people";
import { asked } from "@tests/support/posts";
import { tellAll } from "@tests/support/telling";
import { asc, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { dispatchEvent } from "@/assembly/dispatch";
import { reactions } from "@/assembly/reactions";
import type { PersonId } from "@/members/shape";
import { at, daysAfter, now } from "@/platform/clock";
import { reader, transaction } from "@/platform/database/client";
import { event } from "@/platform/events/schema";
import { rateLimit } from "@/platform/limits/schema";
import type { ConversationId } from "@/posts/shape";
import { featureChoice, featureGrant, featureOpening, featureRule } from "@/stages/features/schema";
import { board } from "../schema";
import { preview, previewAnswer, previewRule, previewUse } from "./schema";
import { sweepUses } from "./uses";

withDatabase();

const INSIDE = { admitted: "host-invitation" } as const;
let host: PersonId;
let six: PersonId[];
let idea: ConversationId;

beforeEach(async () => {
  await atStage("founding");
  await transaction(async (tx) => {
    for (const table of [featureChoice, featureGrant, featureOpening, featureRule, preview, previewRule, rateLimit])
      await tx.delete(table);
  });
  host = await aPerson({ roles: ["host"], name: "Hanna" });
  six = [];
  for (let n = 0; n < 6; n++) six.push(await aPerson({ ...INSIDE, name: `Member ${n}` }));
  idea = await anIdea((await aBoard()).id, first(), { title: "A roadmap", voters: six, status: "planned" });
  await (await asked(host)).feedback.move({ idea, status: "in-preview", note: "Who tries it?", feature: "roadmap" });
});

function first(): PersonId {
  const [one] = six;
  if (one === undefined) throw new Error("nobody");
  return one;
}

/** What the worker does with everything that happened. */
async function react(): Promise<void> {
  for (const { id } of await reader().select({ id: event.id }).from(event).orderBy(asc(event.at), asc(event.id)))
    await dispatchEvent(id, reactions);
}

const has = async (who: PersonId) => (await viewerFor(who)).features.has("roadmap");
const view = async (who: PersonId) => (await asked(who)).previews.ofIdea({ idea });
async function allVolunteer() {
  for (const one of six) await (await asked(one)).previews.volunteer({ idea });
}
async function running() {
  await allVolunteer();
  await (await asked(host)).previews.start({ idea });
}

describe("a preview", () => {
  test("begins when enough who asked would try it, and not before; then they have it and nobody else", async () => {
    const others = await aPerson(INSIDE);
    for (const one of six.slice(0, 4)) await (await asked(one)).previews.volunteer({ idea });
    // Without a vote nobody asked.
    await (await asked(others)).previews.volunteer({ idea });
    expect(await view(first())).toMatchObject({ state: "asked", ready: 4, needed: 6, volunteers: 5 });
    await expect((await asked(host)).previews.start({ idea })).rejects.toMatchObject({
      code: "PRECONDITION_FAILED",
      cause: { key: "previewTooFew", values: { ready: 4, needed: 6 } },
    });
    expect(await has(first())).toBe(false);
    await running();
    expect(await has(first())).toBe(true);
    expect(await has(others)).toBe(true);
    expect(await has(await aPerson(INSIDE))).toBe(false);
    expect(await view(first())).toMatchObject({ state: "running", tried: 7, mine: { volunteered: true, has: true } });
    await expect((await asked(host)).previews.start({ idea })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("asks for as many as admins say", async () => {
    const admin = await aPerson({ roles: ["admin"] });
    await (await asked(admin)).previews.setNeeded({ needed: 1 });
    await (await asked(first())).previews.volunteer({ idea });
    await (await asked(host)).previews.start({ idea });
    expect(await has(first())).toBe(true);
    await expect((await asked(host)).previews.setNeeded({ needed: 2 })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("is opened step by step, each with who and why, and told to those concerned", async () => {
    await running();
    const seller = await aPerson({ ...INSIDE, department: "Sales" });
    const desk = await asked(host);
    await desk.previews.widen({ idea, audience: "department", name: "Sales", note: "Sales asked." });
    expect(await has(seller)).toBe(true);
    await expect(
      desk.previews.widen({ idea, audience: "department", name: "Sales", note: "Again." }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(desk.previews.widen({ idea, audience: "site", name: " ", note: "Where?" })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
    await desk.previews.widen({ idea, audience: "voters", name: "", note: "All who asked." });
    const late = await aPerson(INSIDE);
    expect(await has(late)).toBe(false);
    await (await asked(late)).feedback.vote({ idea, need: "like" });
    await react();
    expect(await has(late)).toBe(true);
    const steps = (await view(seller))?.steps.map(({ kind, audience, note, by }) => [kind, audience, note, by?.id]);
    expect(steps).toEqual([
      ["tied", null, "", host],
      ["started", "volunteers", "", host],
      ["widened", "department", "Sales asked.", host],
      ["widened", "voters", "All who asked.", host],
    ]);
    expect((await (await asked(first())).notices.list({})).items.map((one) => one.why)).toContain("preview-started");
    expect((await (await asked(seller)).notices.list({})).items.map((one) => one.why)).toEqual(["preview-widened"]);
  });

  test("is had by whoever votes later, also where nobody is told who voted", async () => {
    await running();
    await (await asked(host)).previews.widen({ idea, audience: "voters", name: "", note: "All who asked." });
    await transaction((tx) => tx.update(board).set({ votersShown: "counts" }));
    const late = await aPerson(INSIDE);
    await (await asked(late)).feedback.vote({ idea, need: "like" });
    await react();
    expect(await has(late)).toBe(true);
    expect(await has(await aPerson(INSIDE))).toBe(false);
  });

  test("is taken back from everybody with the reason, and can begin again", async () => {
    await running();
    await (await asked(first())).previews.leave({ idea });
    const desk = await asked(host);
    await desk.previews.withdraw({ idea, note: "It loses votes." });
    await tellAll();
    expect(await Promise.all(six.map(has))).toEqual(six.map(() => false));
    const [, second] = six;
    if (second === undefined) throw new Error("nobody");
    const told = async (who: PersonId) => (await (await asked(who)).notices.list({})).items.map((one) => one.why);
    expect(await told(second)).toContain("preview-withdrawn");
    // Whoever had left hears nothing of it.
    expect(await told(first())).not.toContain("preview-withdrawn");
    await expect(desk.previews.withdraw({ idea, note: "Again." })).rejects.toMatchObject({ code: "CONFLICT" });
    const bench = await (await asked(second)).previews.workbench();
    expect(bench.items.find((one) => one.idea?.id === idea)).toMatchObject({
      state: "withdrawn",
      end: { by: "Hanna", note: "It loses votes." },
    });
    await expect(desk.previews.start({ idea })).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
    await (await asked(await aPerson({ roles: ["admin"] }))).previews.setNeeded({ needed: 5 });
    await desk.previews.start({ idea });
    expect([await has(first()), await has(second)]).toEqual([false, true]);
  });

  test("with its idea is shipped for everybody from this stage on, and is no preview any more", async () => {
    await running();
    await (await asked(first())).previews.leave({ idea });
    await (await asked(host)).feedback.move({ idea, status: "shipped", note: "Here." });
    await react();
    const stranger = await aPerson(INSIDE);
    expect(await has(stranger)).toBe(true);
    const mine = await (await asked(stranger)).features.mine();
    expect(mine.find((one) => one.key === "roadmap")).toMatchObject({ offered: "on", isPreview: false });
    expect((await view(stranger))?.state).toBe("shipped");
    // Reopened, it stays there for everybody and is no preview again.
    await (await asked(host)).feedback.move({ idea, status: "in-progress", note: "Not quite." });
    await react();
    expect(await has(stranger)).toBe(true);
    expect((await view(stranger))?.state).toBe("shipped");
    expect(await (await asked(first())).previews.visit({ feature: "roadmap" })).toMatchObject({ counts: null });
  });

  test("whose idea is answered with not now is taken back", async () => {
    await running();
    await (await asked(host)).feedback.move({ idea, status: "not-now", note: "Nobody used it." });
    await react();
    expect(await has(first())).toBe(false);
    const bench = await (await asked(first())).previews.workbench();
    expect(bench.items.find((one) => one.idea?.id === idea)).toMatchObject({
      state: "withdrawn",
      end: { by: "Hanna", note: "Nobody used it." },
    });
    await expect((await asked(host)).previews.start({ idea })).rejects.toMatchObject({
      code: "FORBIDDEN",
      cause: { key: "previewOver" },
    });
    expect(await has(first())).toBe(false);
  });
});

describe("one's own choice", () => {
  test("goes before what a cohort is given, and coming back is one press too", async () => {
    await running();
    const seller = await aPerson({ ...INSIDE, department: "Sales" });
    await (await asked(host)).previews.widen({ idea, audience: "department", name: "Sales", note: "Sales." });
    await (await asked(seller)).previews.leave({ idea });
    expect(await has(seller)).toBe(false);
    await (await asked(seller)).features.choose({ feature: "roadmap", choice: "in" });
    expect(await has(seller)).toBe(true);
  });

  test("leaves all previews at once, those that have not begun too", async () => {
    await allVolunteer();
    await (await asked(first())).previews.leaveAll();
    expect(await view(first())).toMatchObject({ ready: 5, mine: { volunteered: false } });
    await (await asked(first())).previews.volunteer({ idea });
    await (await asked(host)).previews.start({ idea, audience: "volunteers" });
    await (await asked(host)).previews.widen({ idea, audience: "everybody", name: "", note: "All." });
    await (await asked(first())).previews.leaveAll();
    expect(await has(first())).toBe(false);
    // What the stage opens to everybody is no preview, and stays.
    expect((await viewerFor(first())).features.has("changelog")).toBe(true);
  });
});

describe("the question after the third use", () => {
  const visit = async (who: PersonId) => (await asked(who)).previews.visit({ feature: "roadmap" });

  test("comes after three uses, once, and what was counted goes with the answer", async () => {
    await running();
    const me = first();
    for (let n = 0; n < 3; n++) {
      expect(await visit(me)).toMatchObject({ counts: idea, asks: null });
      await (await asked(me)).previews.used({ idea });
    }
    expect(await visit(me)).toMatchObject({ counts: null, asks: { idea, title: "A roadmap" } });
    // A page that was open still adds nothing more.
    await (await asked(me)).previews.used({ idea });
    const uses = await reader().select({ uses: previewUse.uses }).from(previewUse);
    expect(uses).toEqual([{ uses: 3 }]);
    await (await asked(me)).previews.answer({ idea, solved: "partly", words: "Dates are missing." });
    expect(await visit(me)).toMatchObject({ counts: null, asks: null });
    expect(await reader().select().from(previewUse)).toEqual([]);
    const [said] = (await view(host))?.said ?? [];
    expect(said).toMatchObject({ solved: "partly", words: "Dates are missing.", by: null });
    expect((await view(me))?.said).toEqual([]);
    // Below five answers nobody is told how one of them answered.
    expect(await view(me)).toMatchObject({ answered: 1, answers: null });
  });

  test("is told with a name to hosts only where somebody agrees, and by kind from five answers on", async () => {
    await running();
    for (const one of six.slice(0, 5))
      await (await asked(one)).previews.answer({ idea, solved: "yes", words: "Good.", named: "yes" });
    expect(await view(first())).toMatchObject({ answered: 5, answers: { yes: 5, partly: 0, no: 0 } });
    const said = (await view(host))?.said;
    expect(said?.map((one) => one.by?.id).sort()).toEqual(six.slice(0, 5).sort());
  });

  test("is never asked of whoever sent it away, nor of whoever does not try it", async () => {
    await running();
    await (await asked(first())).previews.dismiss({ idea });
    expect(await visit(first())).toMatchObject({ counts: null, asks: null });
    expect(await view(first())).toMatchObject({ answered: 0 });
    const stranger = await aPerson(INSIDE);
    expect(await visit(stranger)).toEqual({ counts: null, asks: null, isPreview: false });
    await expect((await asked(stranger)).previews.used({ idea })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await visit(host)).toMatchObject({ counts: null });
  });

  test("what was counted is forgotten after thirteen months", async () => {
    await running();
    await (await asked(first())).previews.used({ idea });
    const sweep = (days: number) => at(daysAfter(now(), days), () => transaction(sweepUses));
    await sweep(360);
    expect(await reader().select().from(previewUse)).toHaveLength(1);
    await sweep(430);
    expect(await reader().select().from(previewUse)).toEqual([]);
  });
});

test("what a person did in previews goes with them", async () => {
  await running();
  await (await asked(first())).previews.used({ idea });
  const [, second] = six;
  if (second === undefined) throw new Error("nobody");
  await (await asked(second)).previews.answer({ idea, solved: "no", words: "Mine." });
  const columns: Iterable<{ table_name: string; rule: string }> = await reader().execute(sql`
    select k.table_name, r.delete_rule as rule from information_schema.key_column_usage k
    join information_schema.referential_constraints r using (constraint_name)
    where k.table_name in ('preview_volunteer', 'preview_use', 'preview_answer', 'credit', 'idea_meant',
      'changelog_seen', 'feature_grant') and k.column_name = 'person_id'`);
  expect([...columns].map((one) => one.rule)).toEqual(Array.from({ length: 7 }, () => "CASCADE"));
  expect(await reader().select().from(previewAnswer).where(eq(previewAnswer.personId, second))).toHaveLength(1);
});
