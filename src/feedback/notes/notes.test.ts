import { aBoard, anIdea } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { aPerson, atStage, viewerFor } from "@tests/support/people";
import { tellAll } from "@tests/support/telling";
import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { createCaller } from "@/assembly/router";
import type { PersonId } from "@/members/shape";
import { reader } from "@/platform/database/client";

withDatabase();
beforeAll(() => atStage("early"));

async function asked(id: PersonId) {
  return createCaller({ viewer: await viewerFor(id), locale: "en", requestId: "test" });
}

const SECRET = "Zwieback";

async function noted() {
  const [host, other, ada] = [
    await aPerson({ roles: ["host"], name: "Hanna Host" }),
    await aPerson({ roles: ["host"] }),
    await aPerson({ admitted: "host-invitation" }),
  ];
  const on = await aBoard();
  const idea = await anIdea(on.id, ada);
  const api = await asked(host);
  const before = await (await asked(ada)).feedback.ideaWithTalk({ idea });
  await api.feedback.addNote({ idea, body: `${SECRET}: ask **works council** first, @Ada` });
  return { host, other, ada, on, idea, api, before };
}

test("hosts read one another's notes, and each takes back their own alone", async () => {
  const { other, idea, api } = await noted();
  const [note] = await (await asked(other)).feedback.notes({ idea });
  expect(note?.bodyHtml).toContain("<strong>works council</strong>");
  const take = { idea, note: note?.id ?? "" };
  await expect((await asked(other)).feedback.removeNote(take)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await api.feedback.removeNote(take);
  expect(await (await asked(other)).feedback.notes({ idea })).toEqual([]);
});

test("of a note a member learns that it is talked over, and nothing else, wherever they look", async () => {
  const { ada, on, idea, api, before } = await noted();
  await tellAll();
  const hers = await asked(ada);
  const after = await hers.feedback.ideaWithTalk({ idea });
  expect(after.idea.discussed).toBe(true);
  expect({ ...after, idea: { ...after.idea, discussed: false } }).toEqual(before);
  const looked = await Promise.all([
    hers.feedback.ideas({ slug: on.slug, show: "all" }),
    hers.feedback.course({ idea }),
    hers.feedback.history({ idea }),
    hers.feedback.comments({ idea }),
    hers.feedback.mine({}),
    hers.search.find({ q: SECRET }),
    hers.notices.list({ show: "all" }),
    hers.reading.home({}),
  ]);
  expect(JSON.stringify([after, ...looked])).not.toMatch(/Zwieback|works council|Hanna/);
  await expect(hers.feedback.notes({ idea })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(hers.feedback.addNote({ idea, body: "x" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  // A second note changes nothing that she sees; the answer ends the sign.
  await api.feedback.addNote({ idea, body: "And the fire brigade" });
  expect(await hers.feedback.ideaWithTalk({ idea })).toEqual(after);
  await api.feedback.move({ idea, status: "under-review", note: "We look." });
  expect((await hers.feedback.idea({ idea })).discussed).toBe(false);
});

test("a note stands in no conversation: not in comments, passages, letters, notices or events", async () => {
  await noted();
  await tellAll();
  const tables = await reader().execute<{ name: string }>(sql`select quote_ident(table_name) as name
    from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'idea_note'`);
  for (const { name } of tables) {
    const [row] = await reader().execute<{ found: number }>(
      sql`select count(*)::int as found from ${sql.raw(name)} t where t::text like ${`%${SECRET}%`}`,
    );
    expect(row?.found, name).toBe(0);
  }
});
