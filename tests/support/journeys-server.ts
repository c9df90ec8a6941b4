import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbedded } from "../../src/platform/postgres/embedded";

/** One throw-away PostgreSQL for all journeys, unless npm test has one already; each worker has its own database. */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env.TEST_DATABASE_URL !== undefined) return async () => {};
  const folder = mkdtempSync(path.join(tmpdir(), "levain-journeys-"));
  const server = await startEmbedded({ dataDir: folder, password: "throw-away", fleeting: true });
  process.env.TEST_DATABASE_URL = server.url;
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
