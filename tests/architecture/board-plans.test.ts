import { withDatabase } from "@tests/support/database";
import { viewerFor } from "@tests/support/people";
import { expectPlans, pagesOf, plansOf } from "@tests/support/plans";
import { beforeAll, expect, test } from "vitest";
import { writeBoard } from "@/assembly/world/ideas";
import { writeWorld } from "@/assembly/world/world";
import { boardBySlug } from "@/feedback/boards";
import { ideasOn } from "@/feedback/list";
import { IDEA_ORDERS, type IdeaList, type IdeaOrder } from "@/feedback/shape";
import type { PersonId } from "@/members/shape";
import type { Viewer } from "@/platform/access/viewer";
import { connect, reader } from "@/platform/database/client";
import { found } from "@/platform/errors";

/**
 * What PostgreSQL does for the lists of a board: each order walks an index of its own as far as a page goes, past all that
 * was decided, and touches as many pages on a large board as on a small one.
 */
const database = withDatabase();
const INDEX: Readonly<Record<IdeaOrder, string>> = {
  need: "idea_by_weight",
  trend: "idea_by_trend",
  votes: "idea_by_votes",
  newest: "idea_by_phase_and_time",
  unanswered: "idea_waiting",
};

let viewer: Viewer;

beforeAll(async () => {
  await writeWorld(database.url(), { members: 1000, posts: 1000, spaces: 2, years: 1, seed: 1 });
  const client = connect(database.url(), 1);
  await writeBoard(client, "small-board", { ideas: 400, votes: 4000 });
  await writeBoard(client, "large-board", { ideas: 12_000, votes: 120_000 });
  const [voter] = await client<{ id: PersonId }[]>`select person_id as id from idea_vote limit 1`;
  await client.end();
  viewer = await viewerFor(found(voter).id);
}, 180_000);

async function asked(slug: string, list: IdeaList, after?: string) {
  const on = found(await boardBySlug(reader(), viewer, slug));
  const plans = await plansOf(database.url(), (db) => ideasOn(db, viewer, on, list, { take: 20, after }));
  expectPlans(plans, { indexes: [INDEX[list.order]], pagesMax: 700 });
  const { items, next } = await ideasOn(reader(), viewer, on, list, { take: 20, after });
  expect(items).toHaveLength(20);
  return { next: next ?? undefined, pages: pagesOf(plans) };
}

test.each(IDEA_ORDERS)(
  "a list by %s costs the same however many ideas there are, and from every page on",
  async (order) => {
    for (const show of ["current", "waiting", "all"] as const) {
      const list = { show, order };
      const small = await asked("small-board", list);
      const large = await asked("large-board", list);
      expect.soft(large.pages / small.pages, show).toBeLessThanOrEqual(1.3);
      const further = await asked("large-board", list, large.next);
      expect.soft(further.pages / small.pages, `${show}, further on`).toBeLessThanOrEqual(1.3);
    }
  },
);
