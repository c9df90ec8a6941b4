import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { mail, mbox } from "@tests/support/archive/mbox";
import { loopedMails, richArchive } from "@tests/support/archive/rich";
import { withDatabase } from "@tests/support/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Sql } from "@/platform/database/client";
import { newId } from "@/platform/ids";
import { importMbox } from "./run";

const database = withDatabase();
let folder = "";
let sql: Sql;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "levain-import-"));
  sql = connect(database.url(), 2);
});

afterAll(async () => {
  await sql.end();
  await rm(folder, { recursive: true });
});

async function space(): Promise<string> {
  const id = newId<"space">();
  const slug = `space-${id.slice(-12)}`;
  await sql`
    insert into space (id, slug, name, visibility, created_at) values (${id}, ${slug}, 'Garden', 'open', now())`;
  return slug;
}

async function archive(bytes: Buffer, name = "list.mbox"): Promise<string> {
  const file = path.join(folder, `${newId<"file">()}-${name}`);
  await writeFile(file, bytes);
  return file;
}

type Letter = { id: string; from?: string; day?: number; subject?: string; to?: string; body?: string };

function letter({ id, from = "Ana Lopes <ana@example.org>", day = 1, subject = "Seeds", to, body }: Letter): Buffer {
  return mail(
    {
      From: from,
      Date: new Date(Date.UTC(2004, 0, day, 12)).toUTCString(),
      Subject: `[garden] ${subject}`,
      "Message-ID": `<${id}@example.org>`,
      ...(to === undefined ? {} : { "In-Reply-To": `<${to}@example.org>` }),
    },
    body ?? `Words of ${id}.\n`,
  );
}

/** The space as a reader finds it: titles with their comments, in order. */
async function threads(slug: string): Promise<Record<string, string[]>> {
  const rows = await sql<{ title: string; comments: string[] }[]>`
    select c.title, array_agg(m.body order by m.created_at) filter (where m.id is not null) as comments
    from space s join post p on p.space_id = s.id join conversation c on c.id = p.id
    left join comment m on m.conversation_id = c.id where s.slug = ${slug} group by c.id order by c.created_at`;
  return Object.fromEntries(rows.map((row) => [row.title, row.comments ?? []]));
}

/** Counters that are kept against what they count; empty when all of them are right. */
async function wrongCounters(): Promise<readonly object[]> {
  return sql`
    select c.title, c.comment_count, count(m.id) as comments, c.last_activity_at, p.last_activity_at as repeated
    from conversation c join post p on p.id = c.id left join comment m on m.conversation_id = c.id
    group by c.id, p.id
    having c.comment_count <> count(m.id) or c.last_activity_at <> p.last_activity_at
      or c.last_activity_at <> greatest(c.created_at, max(m.created_at))
    union all
    select s.slug, s.post_count, count(p.id), s.last_post_at, max(c.created_at)
    from space s left join post p on p.space_id = s.id left join conversation c on c.id = p.id
    group by s.id having s.post_count <> count(p.id) or s.last_post_at is distinct from max(c.created_at)`;
}

describe("importing a mail archive", () => {
  it("makes conversations and comments with their authors and dates", async () => {
    const slug = await space();
    const file = await archive(
      mbox([
        letter({ id: "b", day: 2, from: "bo@example.org (Bo Ek)", subject: "Re: Seeds", to: "a" }),
        letter({ id: "a", day: 1 }),
        letter({ id: "c", day: 3, subject: "RE: Seeds", body: "> Words of a.\n\nMine.\n-- \nAna\n" }),
        letter({ id: "d", day: 4, subject: "Frost" }),
      ]),
    );
    const report = await importMbox(database.url(), { file, space: slug });
    expect(report).toMatchObject({
      read: 4,
      imported: 4,
      threads: 2,
      comments: 2,
      people: 2,
      duplicates: 0,
      refused: [],
    });
    expect(await threads(slug)).toEqual({ Seeds: ["Words of b.", "> Words of a.\n\nMine."], Frost: [] });
    const [answer] = await sql`
      select p.display_name as name, m.created_at as at, m.via, m.parent_id as parent, m.body_html as html
      from comment m join person p on p.id = m.author_id where m.body = 'Words of b.'`;
    expect(answer).toMatchObject({
      name: "Bo Ek",
      at: new Date(Date.UTC(2004, 0, 2, 12)),
      via: "import",
      parent: null,
    });
    expect(answer?.html).toContain("<p>Words of b.</p>");
    expect(await sql`select address, verified_at, rank from person_address where address = 'bo@example.org'`).toEqual([
      { address: "bo@example.org", verified_at: null, rank: "primary" },
    ]);
    expect(await wrongCounters()).toEqual([]);
  });

  it("brings nothing twice, and finds the threads of an earlier archive", async () => {
    const slug = await space();
    const first = [letter({ id: "e", day: 1 }), letter({ id: "f", day: 2, to: "e", subject: "Re: Seeds" })];
    await importMbox(database.url(), { file: await archive(mbox(first)), space: slug });
    const again = await importMbox(database.url(), { file: await archive(mbox(first)), space: slug });
    expect(again).toMatchObject({ read: 2, imported: 0, duplicates: 2, people: 0 });
    const later = mbox([
      ...first,
      letter({ id: "g", day: 9, to: "f", subject: "other words" }),
      letter({ id: "h", day: 10, subject: "AW: Seeds" }),
      letter({ id: "h", day: 10, subject: "AW: Seeds" }),
    ]);
    const report = await importMbox(database.url(), { file: await archive(gzipSync(later)), space: slug });
    expect(report).toMatchObject({ read: 5, imported: 2, threads: 0, comments: 2, duplicates: 3, people: 0 });
    expect(await threads(slug)).toEqual({ "[garden] Seeds": ["Words of f.", "Words of g.", "Words of h."] });
    const [g] = await sql`
      select up.body from comment m join comment up on up.id = m.parent_id where m.body = 'Words of g.'`;
    expect(g?.body).toBe("Words of f.");
    expect(await wrongCounters()).toEqual([]);
  });

  it("accounts for every mail of an archive full of oddities, and keeps the run", async () => {
    const slug = await space();
    const mails = [...richArchive().map((oddity) => oddity.raw), ...loopedMails()];
    const file = await archive(mbox(mails));
    const report = await importMbox(database.url(), { file, space: slug, maxMessageBytes: 200_000 });
    expect(report.read).toBe(mails.length);
    expect(report.imported + report.duplicates + report.refused.length).toBe(report.read);
    expect(report.refused.map((one) => one.reason).sort()).toEqual(["no-author", "too-large"]);
    const [run] = await sql`select * from import_run where id = ${report.run}`;
    expect(run).toMatchObject({ state: "done", read: report.read, imported: report.imported, refused: 2 });
    expect(run?.refusals).toEqual(report.refused);
    expect(run?.threads + run?.comments).toBe(run?.imported);
    expect(
      await sql`select 1 from event where name = 'import.finished' and subject = ${`import-run:${report.run}`}`,
    ).toHaveLength(1);
    expect(await wrongCounters()).toEqual([]);
  });

  it("rehearses without leaving anything, and says the same", async () => {
    const slug = await space();
    const file = await archive(mbox([letter({ id: "r1", from: "Eve Noir <eve@example.org>" }), letter({ id: "r1" })]));
    const rehearsal = await importMbox(database.url(), { file, space: slug, dryRun: true });
    expect(rehearsal).toMatchObject({ run: null, read: 2, imported: 1, threads: 1, people: 1, duplicates: 1 });
    expect(await threads(slug)).toEqual({});
    expect(await sql`select 1 from person_address where address = 'eve@example.org'`).toEqual([]);
    const real = await importMbox(database.url(), { file, space: slug });
    const { run: _, seconds: __, peakRssBytes: ___, ...same } = real;
    expect(rehearsal).toMatchObject(same);
  });

  it("never gives an address to somebody who has signed in, and credits them by their own alone", async () => {
    const slug = await space();
    const claimed = newId<"person">();
    await sql`insert into person (id, display_name, created_at, claimed_at) values (${claimed}, 'Li Wei', now(), now())`;
    await sql`
      insert into person_address (address, person_id, rank, created_at) values ('li@corp.example', ${claimed}, 'primary', now())`;
    const file = await archive(
      mbox([
        letter({ id: "l1", from: "Li Wei <li@corp.example>", body: "From work.\n" }),
        letter({ id: "l2", from: "Li Wei <stranger@example.net>", body: "From elsewhere.\n" }),
      ]),
    );
    await importMbox(database.url(), { file, space: slug });
    const authors = await sql<{ body: string; own: boolean }[]>`
      select c.body, c.author_id = ${claimed} as own from conversation c where c.body = 'From work.'
      union all select m.body, m.author_id = ${claimed} from comment m where m.body = 'From elsewhere.'`;
    expect(authors).toEqual([
      { body: "From work.", own: true },
      { body: "From elsewhere.", own: false },
    ]);
    expect(await sql`select address from person_address where person_id = ${claimed}`).toHaveLength(1);
  });

  it("finishes what a run that broke off had begun", async () => {
    const slug = await space();
    const mails = Array.from({ length: 1200 }, (_, n) =>
      letter({ id: `k${n}`, day: 1 + n / 100, subject: `Bed ${n % 7}`, to: n % 7 === n ? undefined : `k${n - 7}` }),
    );
    const file = await archive(mbox(mails));
    const broken = importMbox(database.url(), {
      file,
      space: slug,
      onProgress: ({ phase }) => {
        if (phase === "writing") throw new Error("pulled the plug");
      },
    });
    await expect(broken).rejects.toThrow("pulled the plug");
    expect(await wrongCounters()).toEqual([]);
    const report = await importMbox(database.url(), { file, space: slug });
    expect(report).toMatchObject({ read: 1200, imported: 700, duplicates: 500, people: 0 });
    expect(
      Object.values(await threads(slug))
        .map((comments) => comments.length + 1)
        .sort()
        .reverse(),
    ).toEqual([172, 172, 172, 171, 171, 171, 171]);
    expect(await wrongCounters()).toEqual([]);
    const states = await sql`
      select state from import_run r join space s on s.id = r.space_id where s.slug = ${slug} order by started_at`;
    expect(states.map((row) => row.state)).toEqual(["failed", "done"]);
  });

  it("refuses an unknown space, a file that is no mailbox, and a second import at the same time", async () => {
    const slug = await space();
    const file = await archive(mbox([letter({ id: "z" })]));
    await expect(importMbox(database.url(), { file, space: "nowhere" })).rejects.toMatchObject({ code: "not-found" });
    const wrong = await archive(Buffer.from("PK\u0003\u0004 not a mailbox\n"));
    await expect(importMbox(database.url(), { file: wrong, space: slug })).rejects.toMatchObject({ code: "invalid" });
    expect(await sql`select 1 from import_run r join space s on s.id = r.space_id where s.slug = ${slug}`).toEqual([]);
    const both = await Promise.allSettled([1, 2].map(() => importMbox(database.url(), { file, space: slug })));
    const refused = both.filter((one) => one.status === "rejected");
    for (const one of refused) expect(one.reason).toMatchObject({ code: "conflict" });
    expect(Object.keys(await threads(slug))).toEqual(["[garden] Seeds"]);
  });
});
