import type { Command } from "commander";
import { accessDocument } from "@/assembly/access-document";
import { accessMatrix } from "@/assembly/access-matrix";
import { eventsDocument } from "@/assembly/events-document";
import { appRouter } from "@/assembly/router";
import { answer } from "@/cli/output";

export function register(program: Command): void {
  program
    .command("access-matrix")
    .description("print who may call what, at each stage")
    .option("--docs", "print it as docs/access.md has it")
    .option("--events", "print docs/events.md instead: what can happen, and who reacts")
    .action((options: { json?: boolean; docs?: boolean; events?: boolean }) => {
      if (options.events) {
        answer(false, null, [eventsDocument().trimEnd()]);
        return;
      }
      const matrix = accessMatrix();
      const lines = matrix.map(({ procedure, stage, outcomes }) => {
        const who = Object.entries(outcomes).map(([name, outcome]) => `${name}: ${outcome}`);
        return `${procedure} at ${stage}: ${who.join(", ")}`;
      });
      answer(options.json, matrix, options.docs ? [accessDocument(appRouter).trimEnd()] : lines);
    });
}
