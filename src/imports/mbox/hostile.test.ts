import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { mail, mbox } from "@tests/support/archive/mbox";
import { withDatabase } from "@tests/support/database";
import { aSpace } from "@tests/support/people";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseAuthor } from "@/mail/reading/author";
import { mailToMarkdown } from "@/mail/reading/text";
import { connect, type Sql } from "@/platform/database/client";
import { importMbox } from "./run";

const database = withDatabase();
let folder = "";
let sql: Sql;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "levain-hostile-"));
  sql = connect(database.url(), 1);
});

afterAll(async () => {
  await sql.end();
  await rm(folder, { recursive: true });
});

const DATE = "Thu, 1 Jan 2004 12:00:00 +0000";

async function imported(slug: string, mails: readonly Buffer[]) {
  const file = path.join(folder, `${slug}.mbox`);
  await writeFile(file, mbox(mails));
  return importMbox(database.url(), { file, space: slug });
}

/** Builds in well under a second, or the reading of an archive would stand still at this mail. */
function within(ms: number, work: () => unknown): void {
  const began = performance.now();
  work();
  expect(performance.now() - began).toBeLessThan(ms);
}

describe("a hostile archive", () => {
  it("brings what the database cannot hold without it, and stops at no mail", async () => {
    await aSpace({ slug: "hostile" });
    const report = await imported("hostile", [
      mail(
        { From: "a\0b@mail.example", Date: DATE, Subject: "N\0L", "Message-ID": "<one\0@mail.example>" },
        "W\0rds.\n",
      ),
      mail({ From: "\0", Date: DATE, Subject: "Nobody", "Message-ID": "<two\0@mail.example>" }, "Words.\n"),
      mail({ Date: DATE, Subject: "No author", "Message-ID": `<${"m".repeat(978)}🎉🎉@mail.example>` }, "Words.\n"),
      mail({ Date: DATE, Subject: "No author", "Message-ID": `${"n".repeat(979)}🎉 and\0more` }, "Words.\n"),
      mail({ From: `${"🎉".repeat(59)}x🎉 <long@mail.example>`, Date: DATE, Subject: "🎉".repeat(700) }, "Words.\n"),
      mail({ From: "Ana <ana@mail.example>", Date: DATE, "Message-ID": "<last@mail.example>" }, "Words.\n"),
    ]);
    expect(report.read).toBe(6);
    expect(report.imported + report.refused.length).toBe(6);
    const names = await sql<{ display_name: string }[]>`select display_name from person`;
    for (const { display_name: name } of names) expect(name).not.toMatch(/\uFFFD/);
  });

  it("spends no time on headers and lines of any length", () => {
    within(300, () => parseAuthor("a".repeat(200_000)));
    within(300, () => parseAuthor("X via List <list@mail.example>", `a${" ".repeat(200_000)}b`));
    within(1500, () => mailToMarkdown("a".repeat(200_000)));
    within(1500, () => mailToMarkdown(` -a${" -a".repeat(60_000)}`));
    within(1500, () => mailToMarkdown(`x${"   x".repeat(50_000)}`));
  });
});
