import { withDatabase } from "@tests/support/database";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { reader } from "@/platform/database/client";
import { randomFrom, skewed, uuidAt } from "./random";
import { writeWorld } from "./world";

const { url } = withDatabase();

test("a world has the size asked for, right counts, and people who write much and people who write little", async () => {
  const report = await writeWorld(url(), { members: 200, posts: 4000, spaces: 12, years: 2, seed: 7 });
  expect(report.conversations).toBe(1000);
  expect(report.comments).toBeGreaterThan(2000);
  const [row] = await reader().execute<{ wrong: number; future: number; top: number; posts: number }>(sql`
    select (select count(*)::int from conversation c where comment_count
              <> (select count(*) from comment where conversation_id = c.id)) as wrong,
           (select count(*)::int from comment where created_at > now()) as future,
           (select sum(post_count)::int from space) as posts,
           (select count(*)::int from comment where author_id in
              (select author_id from comment group by author_id order by count(*) desc limit 20)) as top`);
  expect(row).toMatchObject({ wrong: 0, future: 0, posts: 1000 });
  expect(row?.top ?? 0).toBeGreaterThan(report.comments * 0.4);
});

test("the same seed makes the same numbers, and ids are version 7", () => {
  const [a, b] = [randomFrom(3), randomFrom(3)];
  expect(Array.from({ length: 50 }, a)).toEqual(Array.from({ length: 50 }, b));
  expect(uuidAt(a, 1_700_000_000_000)).toMatch(/^018bcfe5-6800-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Array.from({ length: 100 }, () => skewed(a, 10)).every((place) => place >= 0 && place < 10)).toBe(true);
});
