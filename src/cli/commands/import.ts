import { Presets, SingleBar } from "cli-progress";
import type { Command } from "commander";
import { withDatabase } from "@/cli/database";
import { registerIdeas } from "@/cli/import/ideas";
import { told } from "@/cli/import/told";
import { answer, Failure } from "@/cli/output";
import { importMbox, type Progress } from "@/imports/mbox/run";
import { type ImportReport, importRunId, type RefusalReason } from "@/imports/shape";
import { undoImport } from "@/imports/undo";
import { transaction } from "@/platform/database/client";

/** Refused messages that are named on screen; `--json` and the run's own record have all of them. */
const SHOWN = 20;

const REASONS: Readonly<Record<RefusalReason, string>> = {
  "too-large": "larger than 25 MiB",
  unreadable: "cannot be read as a mail",
  "no-author": "names no author",
  "no-date": "has no readable date",
  "implausible-date": "its dates are before 1995 or in the future",
  "too-long-text": "its text is longer than a million characters",
};

type MboxOptions = { space: string; dryRun?: boolean; json?: boolean };

export function register(program: Command): void {
  const group = program.command("import").description("bring in what people wrote elsewhere, or take it away again");
  group
    .command("mbox")
    .description("read a mail archive (mbox, plain or gzipped) into a space; running it again brings only what is new")
    .argument("<file>", "the archive")
    .requiredOption("--space <slug>", "the space that the conversations go to")
    .option("--dry-run", "read and count everything, write nothing")
    .action(async (file: string, options: MboxOptions) => {
      const report = await withDatabase((url) => told(() => readMbox(url, file, options)));
      answer(options.json, report, linesOf(report));
    });
  registerIdeas(group);
  group
    .command("undo")
    .description("take away what an import brought, as long as nobody has answered or claimed it")
    .argument("<run>", "the identifier that the import printed")
    .action(async (run: string, options: { json?: boolean }) => {
      const id = importRunId.safeParse(run);
      if (!id.success) throw new Failure(`${run} is not the identifier of an import.`);
      const report = await withDatabase(() => told(() => transaction((tx) => undoImport(tx, id.data))));
      const { threads, comments, people } = report;
      answer(options.json, report, [`Took away ${threads} conversations, ${comments} comments and ${people} people.`]);
    });
}

async function readMbox(url: string, file: string, options: MboxOptions): Promise<ImportReport> {
  const bar = options.json || !process.stderr.isTTY ? null : new Bar();
  try {
    return await importMbox(url, {
      file,
      space: options.space,
      dryRun: options.dryRun ?? false,
      onProgress: (progress) => bar?.show(progress),
    });
  } finally {
    bar?.stop();
  }
}

/** One bar a phase, on standard error. */
class Bar {
  private bar: SingleBar | undefined;
  private phase: Progress["phase"] | undefined;

  show({ phase, done, of, messages }: Progress): void {
    if (phase !== this.phase) {
      this.stop();
      this.phase = phase;
      const format = `${phase} {bar} {percentage}% | {messages} messages | {eta_formatted} left`;
      this.bar = new SingleBar({ format, stream: process.stderr, clearOnComplete: true }, Presets.shades_classic);
      this.bar.start(of, done, { messages });
    }
    this.bar?.update(done, { messages });
  }

  stop(): void {
    this.bar?.stop();
  }
}

function linesOf(report: ImportReport): string[] {
  const { run, file, space, read, imported, threads, comments, people, duplicates, refused, seconds } = report;
  const megabytes = Math.round(report.peakRssBytes / 1e6);
  return [
    run === null ? `Rehearsed ${file} for ${space}; nothing was written.` : `Read ${file} into ${space} (run ${run}).`,
    `  ${read} messages: ${imported} imported, ${duplicates} already there, ${refused.length} refused`,
    `  ${threads} new conversations, ${comments} comments, ${people} new people`,
    `  ${seconds} s, ${megabytes} MB of memory at most`,
    ...refused.slice(0, SHOWN).map((one) => {
      const name = one.messageId === null ? "" : ` <${one.messageId}>`;
      return `  refused: message ${one.number} at byte ${one.offset}${name}: ${REASONS[one.reason]}`;
    }),
    ...(refused.length > SHOWN ? [`  … and ${refused.length - SHOWN} more; --json lists them all`] : []),
  ];
}
