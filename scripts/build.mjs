// npm run build: the bundle for Node and the pages, each only when its sources changed. --pages: the pages alone.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { bundleWhenStale, readMark, sourcesDigest } from "./bundle.mjs";
import { prepared, ROOT, run } from "./runtime.mjs";

const MARK = path.join(ROOT, process.env.NEXT_DIST_DIR ?? ".next", "levain-sources");

if (await prepared(import.meta.url)) {
  const digest = sourcesDigest();
  if (!process.argv.includes("--pages")) await bundleWhenStale(digest);
  if (readMark(MARK) !== digest) process.exitCode = await buildPages(digest);
}

async function buildPages(digest) {
  process.stderr.write("Building the pages (about half a minute, only after a change) …\n");
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" };
  const next = path.join(ROOT, "node_modules", "next", "dist", "bin", "next");
  // Next's own report goes to standard error: standard output belongs to whoever called us.
  const status = await run(process.execPath, [next, "build"], { env, stdio: ["ignore", 2, 2] });
  if (status === 0) writeFileSync(MARK, digest);
  return status;
}
