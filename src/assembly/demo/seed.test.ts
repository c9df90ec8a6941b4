import { withDatabase } from "@tests/support/database";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { reader } from "@/platform/database/client";
import { conversation } from "@/posts/schema";
import { space } from "@/spaces/schema";
import { KINDS_SHOWN } from "./kinds";
import { demoPeople } from "./people";
import { seedDemo } from "./seed";
import { demoTalk } from "./talk";
import { demoIdeas } from "./wishes";

const { url } = withDatabase();

test("the demo is written once, with every talk, and its counts are right", async () => {
  expect(await seedDemo(url())).toBe(true);
  expect(await seedDemo(url())).toBe(false);
  const [counts] = await reader().execute<{ people: number; talks: number; wrong: number }>(sql`
    select (select count(*)::int from person) as people,
           (select count(*)::int from conversation) as talks,
           (select count(*)::int from conversation c
             where comment_count <> (select count(*) from comment where conversation_id = c.id))
           + (select count(*)::int from space s
             where post_count <> (select count(*) from post where space_id = s.id)) as wrong`);
  const strangers = demoPeople.filter((one) => one.arrives === "stranger").length;
  expect(counts).toEqual({
    people: demoPeople.length - strangers,
    talks: demoTalk.length + KINDS_SHOWN + demoIdeas.length,
    wrong: 0,
  });
  const [floor] = await reader().select().from(space).where(eq(space.slug, "shop-floor"));
  expect(floor?.memberCount).toBe(6);
  const [late] = await reader()
    .select({ n: sql<number>`count(*)::int` })
    .from(conversation)
    .where(sql`created_at > now()`);
  expect(late?.n).toBe(0);
});
