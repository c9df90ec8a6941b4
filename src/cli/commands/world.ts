import type { Command } from "commander";
import { writeWorld } from "@/assembly/world/world";
import { withDatabase } from "@/cli/database";
import { answer } from "@/cli/output";
import { wholeFrom } from "@/cli/whole-number";

type Options = { members: number; posts: number; spaces: number; years: number; seed: number; json?: boolean };

export function register(program: Command): void {
  program
    .command("world")
    .description("write a synthetic community, for load tests; never into a database that people use")
    .option("--members <n>", "people", wholeFrom(1, 1_000_000), 500)
    .option("--posts <n>", "posts and comments together", wholeFrom(1, 20_000_000), 10_000)
    .option("--spaces <n>", "spaces", wholeFrom(1, 10_000), 20)
    .option("--years <n>", "how far back it goes", wholeFrom(1, 50), 3)
    .option("--seed <n>", "the same seed makes the same world", wholeFrom(0, 2 ** 31), 1)
    .action(async (options: Options) => {
      const report = await withDatabase((url) => writeWorld(url, options));
      const { conversations, comments, members, seconds } = report;
      const said = `${members} members, ${conversations} posts and ${comments} comments in ${seconds.toFixed(1)} s`;
      answer(options.json, report, [said]);
    });
}
