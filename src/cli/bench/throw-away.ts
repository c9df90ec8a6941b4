import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { keepSecrets } from "@/cli/start/secrets";
import { provideEnv } from "@/platform/env";
import { startEmbedded } from "@/platform/postgres/embedded";

/**
 * A PostgreSQL of the bench's own in a temporary folder, and the variables that Levain's processes are given with it.
 * `undo` is filled with what takes it down again, last first.
 */
export async function throwAwayServer(undo: (() => unknown)[]) {
  const folder = mkdtempSync(path.join(tmpdir(), "levain-bench-"));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  const secrets = keepSecrets(folder);
  const server = await startEmbedded({ dataDir: folder, password: secrets.databasePassword });
  undo.push(() => server.stop());
  const variables = {
    NODE_ENV: "production",
    LEVAIN_DATA_DIR: folder,
    DATABASE_URL: server.url,
    SESSION_SECRET: secrets.sessionSecret,
    METRICS_TOKEN: secrets.metricsToken,
  };
  provideEnv(variables);
  return { url: server.url, metricsToken: secrets.metricsToken, variables };
}
