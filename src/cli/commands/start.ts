import { type Command, Option } from "commander";

export function register(program: Command): void {
  program
    .command("start")
    .description("start Levain: what it needs and is not configured is started with it")
    .addOption(new Option("--only <part>", "start one part alone").choices(["web", "worker"]))
    .action(async (options: { only?: "web" | "worker" }) => {
      const { start } = await import("@/cli/start/supervisor");
      await start(options);
    });
}
