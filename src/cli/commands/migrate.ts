import type { Command } from "commander";
import { withoutPassword } from "@/cli/address";
import { withDatabase } from "@/cli/database";
import { answer } from "@/cli/output";
import { migrate } from "@/platform/database/migrate";

export function register(program: Command): void {
  program
    .command("migrate")
    .description("bring the database to this version of Levain")
    .action(async (options: { json?: boolean }) => {
      const work = async (url: string) => ({ url, ...(await migrate(url)) });
      const { url, applied } = await withDatabase(work, { migrated: false });
      const lines = applied.length === 0 ? ["The database is up to date."] : applied.map((name) => `applied ${name}`);
      answer(options.json, { database: withoutPassword(url), applied }, lines);
    });
}
