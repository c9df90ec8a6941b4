// npm test: everything, browser included, on a fresh clone too. Ends with one line: how many passed, how many failed.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { bundleWhenStale } from "./bundle.mjs";
import { findChromium } from "./chromium.mjs";
import { LOOKING, look, playwright, step, summary, TYPES, vitest, wasStopped } from "./legs.mjs";
import { prepared, ROOT } from "./runtime.mjs";

const NO_BROWSER = "There is no Chromium for the journeys: install one, or set LEVAIN_CHROMIUM to its path.";

if (await prepared(import.meta.url)) {
  const chromium = await findChromium();
  await bundleWhenStale();
  // Two cores: the build and the tools that only look go side by side; tests that measure time go alone.
  const [[built, typed], looked] = await Promise.all([buildThenTypes(), look(LOOKING)]);
  const server = await throwAwayServer();
  try {
    const env = { TEST_DATABASE_URL: server.url };
    const unit = await vitest(env);
    const journeys = await walk(chromium, built, env);
    process.exitCode = summary(built, typed, looked, unit, journeys);
  } finally {
    await server.remove();
  }
  if (wasStopped()) process.exitCode = 130;
}

async function buildThenTypes() {
  const built = await step("build", "build.mjs", []);
  return [built, await look(TYPES)];
}

async function walk(chromium, built, env) {
  if (chromium && built.failed === 0) return playwright({ ...env, LEVAIN_CHROMIUM: chromium });
  process.stdout.write(`FAIL playwright: ${chromium ? "there is no build to walk through." : NO_BROWSER}\n`);
  return { passed: 0, failed: 1 };
}

async function throwAwayServer() {
  const { startEmbedded } = await import(pathToFileURL(path.join(ROOT, "dist", "embedded.js")).href);
  const dataDir = mkdtempSync(path.join(tmpdir(), "levain-test-"));
  chmodSync(dataDir, 0o711);
  const server = await startEmbedded({ dataDir, password: "throw-away", fleeting: true });
  const remove = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { url: server.url, remove };
}
