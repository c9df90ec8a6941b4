import { aBoard, anIdea } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { acting, aPerson, atStage, viewerFor } from "@tests/support/people";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import type { PersonId } from "@/members/shape";
import { at, daysAfter, now } from "@/platform/clock";
import { reader } from "@/platform/database/client";
import type { ConversationId } from "@/posts/shape";
import { castVote } from "./actions/vote";
import { idea } from "./schema";
import { type BoardId, IDEA_ORDERS, type IdeaList, type IdeaOrder, phaseOf, SHOWN, SHOWN_NAMES } from "./shape";

withDatabase();
beforeAll(() => atStage("founding"));

const aMember = (department = "") => aPerson({ admitted: "host-invitation", department });

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

/** Every page of a list, in small ones. */
async function all(who: PersonId, slug: string, list: Partial<IdeaList>) {
  const api = await asked(who);
  const read = [];
  let after: string | undefined;
  do {
    const page = await api.feedback.ideas({ slug, ...list, after, take: 4 });
    read.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return read;
}

/** What each order goes by, the greatest first. */
const PLACE: Readonly<Record<IdeaOrder, (row: typeof idea.$inferSelect) => number>> = {
  need: (row) => row.likeCount + 3 * row.needCount + 9 * row.blockedCount,
  votes: (row) => row.voteCount,
  trend: (row) => row.trend,
  newest: (row) => row.createdAt.getTime(),
  unanswered: (row) => -(row.waitingSince?.getTime() ?? Number.POSITIVE_INFINITY),
};

/** Ideas of every status over forty days, with votes of every weight. */
async function someIdeas(on: BoardId): Promise<PersonId> {
  const [ada, ...voters] = await Promise.all(Array.from({ length: 6 }, () => aMember()));
  if (ada === undefined) throw new Error("there is nobody");
  for (let n = 0; n < 34; n += 1) {
    const suggested = daysAfter(now(), -40 + n);
    const status = SHOWN.all[n % SHOWN.all.length] ?? "open";
    const id = await at(suggested, () =>
      anIdea(on, ada, { title: `Idea ${n}`, status: status === "shipped" ? "open" : status }),
    );
    for (const [k, voter] of voters.slice(0, n % 5).entries())
      await at(daysAfter(suggested, (n * k) % 7), () =>
        acting(voter, (act) =>
          castVote(act, id, { need: (["like", "need", "blocked"] as const)[(n + k) % 3] ?? "like", reason: "" }),
        ),
      );
    if (status === "shipped") await setShipped(id);
  }
  return ada;
}

async function setShipped(id: ConversationId): Promise<void> {
  const host = await asked(await aPerson({ roles: ["host"] }));
  await host.feedback.move({ idea: id, status: "shipped", note: "There." });
}

test("every list, in every order, is whole and in order, however it is paged", async () => {
  const on = await aBoard();
  const ada = await someIdeas(on.id);
  const rows = await reader().select().from(idea).where(eq(idea.boardId, on.id));
  for (const order of IDEA_ORDERS)
    for (const show of SHOWN_NAMES) {
      const read = await all(ada, on.slug, { show, order });
      const belongs = rows.filter((row) => SHOWN[show].some((status) => status === row.status));
      const waits = order === "unanswered" ? belongs.filter((row) => phaseOf(row.status) === "waiting") : belongs;
      expect(read.map((one) => one.id).sort(), `${show} by ${order}`).toEqual(waits.map((row) => row.id).sort());
      const places = read.map((one) =>
        PLACE[order](rows.find((row) => row.id === one.id) ?? (rows[0] as (typeof rows)[0])),
      );
      expect(places, `${show} by ${order}`).toEqual(places.toSorted((a, b) => b - a));
    }
}, 60_000);

test("a key of another order, or of nobody's making, starts a list anew", async () => {
  const on = await aBoard();
  const [ada] = [await aMember()];
  for (let n = 0; n < 6; n += 1) await anIdea(on.id, ada);
  const api = await asked(ada);
  for (const order of IDEA_ORDERS) {
    const first = await api.feedback.ideas({ slug: on.slug, order, take: 4 });
    for (const other of IDEA_ORDERS) {
      const { items } = await api.feedback.ideas({ slug: on.slug, order: other, after: first.next ?? "", take: 4 });
      expect(items, `${other} after ${order}`).toHaveLength(other === order ? 2 : 4);
    }
    const forged = Buffer.from(JSON.stringify([order, "1e999", first.items[0]?.id])).toString("base64url");
    expect((await api.feedback.ideas({ slug: on.slug, order, after: forged })).items).toHaveLength(6);
  }
});

test("a list is narrowed to a category and a tag, and a row says from how many departments its votes come", async () => {
  const host = await asked(await aPerson({ roles: ["host"] }));
  const on = await aBoard();
  const board = on.id;
  await host.feedback.addLabel({ board, kind: "category", name: "Tablets" });
  await host.feedback.addLabel({ board, kind: "tag", name: "quick" });
  await host.feedback.addLabel({ board, kind: "tag", name: "safety" });
  const { categories, tags } = await host.feedback.boardBySlug({ slug: on.slug });
  const [category, quick, safety] = [categories[0]?.id, tags[0]?.id, tags[1]?.id];
  if (category === undefined || quick === undefined || safety === undefined) throw new Error("they were added");
  const [ada, bo, cy] = [await aMember("Sales"), await aMember("Quality"), await aMember("Quality")];
  const one = await anIdea(board, ada, { voters: [ada, bo, cy] });
  const api = await asked(bo);
  const { idea: two } = await api.feedback.suggest({ board, title: "Two", body: "…", category });
  await anIdea(board, ada);
  await host.feedback.sortIdea({ idea: one, category, tags: [quick, safety] });
  const ids = async (list: Partial<IdeaList>) => (await all(ada, on.slug, list)).map((row) => row.id).sort();
  expect(await ids({ category })).toEqual([one, two].sort());
  expect(await ids({ category, tag: safety })).toEqual([one]);
  expect(await ids({})).toHaveLength(3);
  const [row] = await all(ada, on.slug, { tag: quick });
  expect(row).toMatchObject({
    departments: 2,
    category: { name: "Tablets" },
    tags: [{ name: "quick" }, { name: "safety" }],
  });
  expect(await api.feedback.idea({ idea: two })).toMatchObject({
    category: { name: "Tablets" },
    tags: [],
    departments: 1,
  });
  await host.feedback.removeLabel({ board, label: category });
  await host.feedback.sortIdea({ idea: one, tags: [safety] });
  expect(await host.feedback.idea({ idea: one })).toMatchObject({ category: null, tags: [{ name: "safety" }] });
});

test("labels are the board's own: named once, not too many, and nobody else's", async () => {
  const host = await asked(await aPerson({ roles: ["host"] }));
  const [here, elsewhere] = [await aBoard(), await aBoard()];
  const board = here.id;
  await host.feedback.addLabel({ board, kind: "tag", name: "Quick" });
  await host.feedback.addLabel({ board, kind: "category", name: "quick" });
  await expect(host.feedback.addLabel({ board, kind: "tag", name: "quick" })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  await host.feedback.addLabel({ board, kind: "tag", name: "Slow" });
  const { tags } = await host.feedback.boardBySlug({ slug: here.slug });
  const slow = tags.find(({ name }) => name === "Slow")?.id ?? ("" as never);
  const rename = (name: string) => host.feedback.renameLabel({ board, label: slow, name });
  await expect(rename("QUICK")).rejects.toMatchObject({ code: "CONFLICT" });
  await rename("slow");
  await expect(host.feedback.renameLabel({ board: elsewhere.id, label: slow, name: "Mine" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await expect(host.feedback.removeLabel({ board: elsewhere.id, label: slow })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  const other = await anIdea(elsewhere.id, await aMember());
  await expect(host.feedback.sortIdea({ idea: other, tags: [slow] })).rejects.toMatchObject({
    cause: { fields: { tags: ["field.labelGone"] } },
  });
  for (let n = 0; n < 19; n += 1) await host.feedback.addLabel({ board, kind: "category", name: `Category ${n}` });
  await expect(host.feedback.addLabel({ board, kind: "category", name: "One more" })).rejects.toMatchObject({
    cause: { key: "labelsFull" },
  });
  const ada = await asked(await aMember());
  await expect(ada.feedback.addLabel({ board, kind: "tag", name: "Mine" })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});
