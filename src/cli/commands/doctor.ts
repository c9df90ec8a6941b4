import type { Command } from "commander";
import { examine } from "@/cli/doctor";
import { answer } from "@/cli/output";

const MARKS = { good: "ok   ", bad: "BAD  ", note: "note " } as const;

export function register(program: Command): void {
  program
    .command("doctor")
    .description("look at the configuration and at everything that Levain needs, and say what is wrong")
    .action(async (options: { json?: boolean }) => {
      const findings = await examine();
      const healthy = findings.every(({ state }) => state !== "bad");
      const lines = findings.map(({ name, state, message }) => `${MARKS[state]} ${name}: ${message}`);
      answer(options.json, { healthy, findings }, lines);
      if (!healthy) process.exitCode = 1;
    });
}
