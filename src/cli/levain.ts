import { Command, CommanderError } from "commander";
import { isJson, printFailure, withJsonEverywhere } from "@/cli/output";
import { loadEnvFile } from "@/platform/env";

type CommandModule = { register(program: Command): void };

/** Every command, and the file that has it. A file is only loaded when its command is asked for. */
const COMMANDS: Readonly<Record<string, () => Promise<CommandModule>>> = {
  start: () => import("@/cli/commands/start"),
  doctor: () => import("@/cli/commands/doctor"),
  migrate: () => import("@/cli/commands/migrate"),
  import: () => import("@/cli/commands/import"),
  "access-matrix": () => import("@/cli/commands/access-matrix"),
  world: () => import("@/cli/commands/world"),
  readiness: () => import("@/cli/commands/readiness"),
  stage: () => import("@/cli/commands/stage"),
  bench: () => import("@/cli/commands/bench"),
};

const WRONG_USAGE = 2;

// What a command has opened (a pool, a library's timer) must not keep the process once the command is done.
process.exit(await main(process.argv.slice(2)));

async function main(words: readonly string[]): Promise<number> {
  const program = new Command("levain")
    .description("Run and look after a Levain community.")
    .exitOverride()
    .configureHelp({ showGlobalOptions: true });
  try {
    loadEnvFile();
    const asked = words.find((word) => !word.startsWith("-")) ?? "";
    const wanted = Object.hasOwn(COMMANDS, asked) ? [asked] : Object.keys(COMMANDS);
    for (const name of wanted) (await COMMANDS[name]?.())?.register(program);
    withJsonEverywhere(program);
    if (words.length === 0) program.help({ error: true });
    await program.parseAsync(words, { from: "user" });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    // commander has already said what was wrong with the words; help and version are no failure.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE;
    printFailure(error, isJson(words));
    return 1;
  }
}
