import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { writeManyMails } from "@tests/support/archive/many";
import { withDatabase } from "@tests/support/database";
import { aSpace } from "@tests/support/people";
import { expect, it } from "vitest";
import { importMbox } from "./run";

const database = withDatabase();

it("reads four times as many mails in the same memory, and accounts for each", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "levain-memory-"));
  const peaks: number[] = [];
  for (const count of [5000, 20_000]) {
    const [slug, file] = [`garden-${count}`, path.join(folder, `${count}.mbox`)];
    await aSpace({ slug });
    const distinct = await writeManyMails(file, count);
    const report = await importMbox(database.url(), { file, space: slug });
    expect(report).toMatchObject({ read: count, imported: distinct, duplicates: count - distinct, refused: [] });
    expect(report.threads + report.comments).toBe(distinct);
    peaks.push(report.peakRssBytes);
  }
  await rm(folder, { recursive: true });
  const [small = 0, large = 0] = peaks;
  expect(large / small).toBeLessThan(1.5);
}, 300_000);
