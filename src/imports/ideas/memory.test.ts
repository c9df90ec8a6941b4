import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { writeManyIdeas } from "@tests/support/archive/many-ideas";
import { aBoard } from "@tests/support/boards";
import { withDatabase } from "@tests/support/database";
import { expect, it } from "vitest";
import { importIdeas } from "./run";

const database = withDatabase();

/** With LEVAIN_LONG=1 a million lines are read; the suite reads fewer. */
const SIZES = process.env.LEVAIN_LONG === "1" ? [50_000, 1_000_000] : [10_000, 50_000];

it("reads five times as many lines in the same memory, and accounts for each", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "levain-ideas-"));
  const peaks: number[] = [];
  for (const count of SIZES) {
    const file = path.join(folder, `${count}.csv`);
    const distinct = await writeManyIdeas(file, count);
    const { slug } = await aBoard();
    const report = await importIdeas(database.url(), {
      board: slug,
      fileName: file,
      chunks: createReadStream(file),
      dryRun: false,
      fallback: null,
      run: null,
    });
    expect(report).toMatchObject({ read: count, imported: distinct, bad: count / 100, tool: "fider" });
    expect(report.imported + report.duplicates + report.bad).toBe(count);
    peaks.push(report.peakRssBytes);
  }
  await rm(folder, { recursive: true });
  const [small = 0, large = 0] = peaks;
  expect(large / small).toBeLessThan(1.5);
}, 3_600_000);
