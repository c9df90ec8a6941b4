import { aBoard, anIdea } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { acting, aPerson, atStage } from "@tests/support/people";
import { withServer } from "@tests/support/served";
import { clientAs } from "@tests/support/uploads";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { moveIdea } from "@/feedback/actions/move-idea";
import { castVote } from "@/feedback/actions/vote";
import { TABLE_HEAD } from "@/feedback/table/csv";

withDatabase();
const served = withServer();

test("a board is a table for those who run it: what each idea weighs, and never who voted", async () => {
  await atStage("founding");
  const host = await aPerson({ roles: ["host"], name: "Hanna" });
  const member = await aPerson({ admitted: "host-invitation", name: "Mona" });
  const voter = await aPerson({ admitted: "host-invitation", name: "Viktor Voter" });
  const board = await aBoard();
  const idea = await anIdea(board.id, member, { title: '=HYPERLINK("http://evil.example")', voters: [member] });
  await acting(voter, (act) => castVote(act, idea, { need: "blocked", reason: "Secret reason" }));
  await acting(host, (act) =>
    moveIdea(act, idea, { status: "planned", note: '@Soon, "they" say', promisedFor: "2099-01-01" }),
  );
  const more = 700;
  for (let i = 0; i < more; i++) await anIdea(board.id, member, { title: `Idea ${i}` });

  const client = await clientAs(served, host);
  const answer = await client.get(`/boards/${board.slug}/export`);
  expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="levain-${board.slug}.csv"`);
  const text = await answer.text();
  for (const secret of ["Viktor", "Secret reason"]) expect(text).not.toContain(secret);
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
  expect(Object.keys(rows[0] ?? {})).toEqual([...TABLE_HEAD]);
  expect(rows).toHaveLength(more + 1);
  expect(new Set(rows.map(({ levain_id }) => levain_id)).size).toBe(more + 1);
  expect(rows.find(({ levain_id }) => levain_id === idea)).toMatchObject({
    title: `'=HYPERLINK("http://evil.example")`,
    status: "planned",
    created_by: "Mona",
    votes_count: "2",
    votes_need: "1",
    votes_blocked: "1",
    promised_for: "2099-01-01",
    response: `'@Soon, "they" say`,
    responded_by: "Hanna",
  });
  expect((await (await clientAs(served, member)).get(`/boards/${board.slug}/export`)).status).toBe(403);
  expect((await client.get("/boards/nowhere/export")).status).toBe(404);
});
