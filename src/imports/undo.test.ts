import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { mail, mbox } from "@tests/support/archive/mbox";
import { withDatabase } from "@tests/support/database";
import { aPerson, aSpace } from "@tests/support/people";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connect, type Sql, transaction } from "@/platform/database/client";
import { newId } from "@/platform/ids";
import { importMbox } from "./mbox/run";
import type { ImportRunId } from "./shape";
import { undoImport } from "./undo";

const database = withDatabase();
let folder = "";
let sql: Sql;
let slug = "";

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "levain-undo-"));
  sql = connect(database.url(), 2);
});

afterAll(async () => {
  await sql.end();
  await rm(folder, { recursive: true });
});

beforeEach(async () => {
  slug = `space-${newId<"space">().slice(-12)}`;
  await aSpace({ slug });
});

async function bring(...ids: string[]): Promise<ImportRunId> {
  const mails = ids.map((id, index) =>
    mail({
      From: `${id} Of${slug.slice(-12)} <${id}@${slug}.example>`,
      Date: new Date(Date.UTC(2004, 0, 1 + id.length, 12, index)).toUTCString(),
      Subject: "Seeds",
      "Message-ID": `<${id}@${slug}.example>`,
    }),
  );
  const file = path.join(folder, `${newId<"file">()}.mbox`);
  await writeFile(file, mbox(mails));
  const { run } = await importMbox(database.url(), { file, space: slug });
  if (run === null) throw new Error("no run");
  return run;
}

const undo = (run: ImportRunId) => transaction((tx) => undoImport(tx, run));

async function state() {
  const [row] = await sql`
    select s.post_count as posts, s.last_post_at as "lastPostAt",
      (select count(*)::int from post where space_id = s.id) as "reallyPosts",
      (select coalesce(sum(c.comment_count), 0)::int from post p join conversation c on c.id = p.id
        where p.space_id = s.id) as comments,
      (select max(c.last_activity_at) from post p join conversation c on c.id = p.id where p.space_id = s.id) as active,
      (select count(*)::int from person_address where address like ${`%@${slug}.example`}) as addresses,
      (select count(*)::int from import_message where space_id = s.id) as remembered
    from space s where s.slug = ${slug}`;
  return row;
}

describe("undoing an import", () => {
  it("takes away exactly what the run brought, counters included, and the archive can come again", async () => {
    const before = await state();
    const first = await bring("a", "b");
    const between = await state();
    const second = await bring("a", "b", "cc", "dd");
    expect(await undo(second)).toEqual({ run: second, threads: 0, comments: 2, people: 2 });
    expect(await state()).toEqual(between);
    expect(await undo(first)).toEqual({ run: first, threads: 1, comments: 1, people: 2 });
    expect(await state()).toEqual(before);
    await expect(undo(first)).rejects.toMatchObject({ code: "not-found" });
    await bring("a", "b");
    expect(await state()).toEqual(between);
  });

  it("refuses when somebody has answered", async () => {
    const run = await bring("a");
    const author = await aPerson();
    await sql`
      insert into comment (id, conversation_id, author_id, body, body_html, created_at)
      select ${newId<"comment">()}, conversation_id, ${author}, 'Yes', '<p>Yes</p>', now()
      from import_message where run_id = ${run}`;
    await expect(undo(run)).rejects.toMatchObject({ key: "undoBlocked", values: { answers: 1 } });
    expect(await state()).toMatchObject({ remembered: 1, addresses: 1 });
  });

  it("refuses when one of its people has signed in, or is named elsewhere", async () => {
    const run = await bring("a");
    const ofRun = sql`select person_id from import_person where run_id = ${run}`;
    await sql`update person set claimed_at = now() where id in (${ofRun})`;
    await expect(undo(run)).rejects.toMatchObject({ key: "undoBlocked", values: { claimed: 1 } });
    await sql`update person set claimed_at = null where id in (${ofRun})`;
    await sql`
      insert into space_member (space_id, person_id, joined_at)
      select s.id, i.person_id, now() from space s, import_person i where s.slug = ${slug} and i.run_id = ${run}`;
    await expect(undo(run)).rejects.toMatchObject({ key: "undoBlocked", values: { held: 1, place: "space_member" } });
    expect(await state()).toMatchObject({ remembered: 1, addresses: 1, posts: 1 });
  });

  it("refuses a run that it does not know", async () => {
    await expect(undo(newId<"import-run">())).rejects.toMatchObject({ code: "not-found" });
  });
});
