// npm run check: what can be said without a browser. Formatting, laws, dead code, types, and the tests beside the sources.
import { LOOKING, look, summary, TYPES, vitest } from "./legs.mjs";
import { prepared, ROOT, run } from "./runtime.mjs";

if (await prepared(import.meta.url)) {
  const looked = await look(LOOKING);
  // The types of the routes and of the assets are Next's to write; they are not kept in the repository.
  await run(process.execPath, [`${ROOT}/node_modules/next/dist/bin/next`, "typegen"], {
    stdio: ["ignore", "ignore", 2],
  });
  const typed = await look(TYPES);
  process.exitCode = summary(looked, typed, await vitest({}));
}
