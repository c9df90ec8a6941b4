// npm run levain -- COMMAND: the command line, bundled anew when its sources changed.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { bundleWhenStale } from "./bundle.mjs";
import { prepared, ROOT } from "./runtime.mjs";

if (await prepared(import.meta.url)) {
  await bundleWhenStale();
  const levain = path.join(ROOT, "dist", "levain.js");
  process.argv[1] = levain;
  await import(pathToFileURL(levain).href);
}
