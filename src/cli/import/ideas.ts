import path from "node:path";
import type { Command } from "commander";
import { withDatabase } from "@/cli/database";
import { told } from "@/cli/import/told";
import { answer, Failure } from "@/cli/output";
import { badLinesOf, personAt } from "@/imports/ideas/queries";
import { importIdeas } from "@/imports/ideas/run";
import { BAD_LINES_SHOWN, type BadLine, type IdeasReport, type LineReason } from "@/imports/ideas/shape";
import { openArchive } from "@/imports/mbox/open";
import { reader } from "@/platform/database/client";

const REASONS: Readonly<Record<LineReason, string>> = {
  unreadable: "cannot be read as a line of a table",
  "no-title": "has no title",
  "too-long": "is too long",
  "no-author": "names no author (see --author)",
  "bad-address": "is no mail address",
  "bad-date": "is no date, or one before 1995 or in the future",
  "ambiguous-date": "can be read as two days (write the year first)",
  "bad-number": "is no number",
  characters: "holds a character that cannot be kept or could not be read (the table has to be UTF-8)",
};

type IdeasOptions = { board: string; dryRun?: boolean; author?: string; json?: boolean };

/** `import ideas`: a table of Canny's, of Fider's or of ours into a board. */
export function registerIdeas(group: Command): void {
  group
    .command("ideas")
    .description("read ideas out of a table (CSV of Canny, Fider or Levain, plain or gzipped) into a board")
    .argument("<file>", "the table")
    .requiredOption("--board <slug>", "the board that the ideas go to")
    .option("--author <address>", "whose ideas those are that name nobody")
    .option("--dry-run", "read and count everything, write nothing")
    .action(async (file: string, options: IdeasOptions) => {
      const { report, bad } = await withDatabase((url) => told(() => read(url, file, options)));
      answer(options.json, report, linesOf(file, report, bad));
    });
}

async function read(
  url: string,
  file: string,
  options: IdeasOptions,
): Promise<{ report: IdeasReport; bad: BadLine[] }> {
  const fallback = options.author === undefined ? null : await authorOf(options.author);
  const { chunks } = await openArchive(file);
  const report = await importIdeas(url, {
    board: options.board,
    fileName: path.basename(file),
    chunks,
    dryRun: options.dryRun ?? false,
    fallback,
    run: null,
  });
  const bad = report.run === null ? [] : await badLinesOf(reader(), report.run, 0, BAD_LINES_SHOWN);
  return { report, bad };
}

async function authorOf(address: string) {
  const found = await personAt(reader(), address.toLowerCase());
  if (found === null) throw new Failure(`Nobody here has the address ${address}.`);
  return found;
}

function linesOf(file: string, report: IdeasReport, bad: readonly BadLine[]): string[] {
  const { run, board, tool, read: lines, imported, duplicates, people, votes, importedVotes } = report;
  const megabytes = Math.round(report.peakRssBytes / 1e6);
  return [
    run === null ? `Rehearsed ${file} for ${board}; nothing was written.` : `Read ${file} into ${board} (run ${run}).`,
    `  a table of ${tool === "other" ? "another tool" : tool}: ${lines} lines: ${imported} ideas, ${duplicates} already there, ${report.bad} left out`,
    `  ${people} new people, ${votes} votes of people known here, ${importedVotes} votes of others kept apart`,
    ...(report.ignored.length > 0 ? [`  columns that nobody read: ${report.ignored.join(", ")}`] : []),
    ...(report.unknownStatuses.length > 0 ? [`  taken in as open: ${report.unknownStatuses.join(", ")}`] : []),
    `  ${report.seconds} s, ${megabytes} MB of memory at most`,
    ...bad.map(
      ({ line, column, reason }) => `  left out: line ${line}${column === "" ? "" : `, ${column}`}: ${REASONS[reason]}`,
    ),
    ...(report.bad > bad.length ? [`  … and ${report.bad - bad.length} more`] : []),
  ];
}
