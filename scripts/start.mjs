// npm start: installs, bundles, and hands over to `levain start`, which does the rest. --dev: pages in development mode.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { bundleAndWatch, bundleWhenStale } from "./bundle.mjs";
import { prepared, ROOT } from "./runtime.mjs";

if (await prepared(import.meta.url)) {
  const dev = process.argv.includes("--dev");
  if (dev) process.env.LEVAIN_DEV = "1";
  await (dev ? bundleAndWatch() : bundleWhenStale());
  const levain = path.join(ROOT, "dist", "levain.js");
  process.argv = [process.execPath, levain, "start", ...process.argv.slice(2).filter((word) => word !== "--dev")];
  await import(pathToFileURL(levain).href);
}
