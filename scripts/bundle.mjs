// Bundles what runs in Node beside Next (the server, the worker, the command line) from src/ into dist/.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fail, ROOT } from "./runtime.mjs";

const DIST = path.join(ROOT, "dist");
const MARK = path.join(DIST, ".sources");

/** Name in dist/, and where it begins in src/. */
const ENTRIES = {
  levain: "src/cli/levain.ts",
  server: "src/assembly/server.ts",
  worker: "src/assembly/worker.ts",
  tether: "src/cli/start/tether.ts",
  embedded: "src/platform/postgres/embedded.ts",
};

const SOURCES = ["src", "public", "package-lock.json", "package.json", "tsconfig.json", "next.config.ts"];
const MORE_SOURCES = ["postcss.config.mjs", "scripts/bundle.mjs", "scripts/build.mjs"];

/** A digest of everything that a build depends on; tests do not count. */
export function sourcesDigest() {
  const digest = createHash("sha256").update(process.versions.node.split(".")[0]);
  for (const file of [...SOURCES, ...MORE_SOURCES].flatMap(filesBelow)) {
    digest.update(`\0${file}\0`).update(readFileSync(path.join(ROOT, file)));
  }
  return digest.digest("hex");
}

/** Bundles unless dist/ is of these very sources. Old parts stay: a server that is running may still load them. */
export async function bundleWhenStale(digest = sourcesDigest()) {
  if (readMark(MARK) === digest) return false;
  const { build, stop } = await import("esbuild");
  // esbuild has printed what is wrong; its stack says nothing more.
  await build(settings()).catch(() => fail("The sources could not be bundled: see above."));
  writeFileSync(MARK, digest);
  await stop();
  return true;
}

/** Bundles, and again at each change, until the process ends. */
export async function bundleAndWatch() {
  const { context } = await import("esbuild");
  const watching = await context({ ...settings(), logLevel: "warning" });
  await watching.rebuild();
  rmSync(MARK, { force: true });
  await watching.watch();
}

export function readMark(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

function settings() {
  mkdirSync(DIST, { recursive: true });
  return {
    entryPoints: Object.fromEntries(Object.entries(ENTRIES).filter(([, file]) => existsSync(path.join(ROOT, file)))),
    absWorkingDir: ROOT,
    outdir: "dist",
    chunkNames: "part-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node24",
    packages: "external",
    jsx: "automatic",
    sourcemap: true,
    logLevel: "error",
    plugins: [nodeResolution],
  };
}

/** What Next's own bundler resolves in its way and Node would not. */
const nodeResolution = {
  name: "node-resolution",
  setup(build) {
    // An alias that leads nowhere would pass as a package, and fail only when it is loaded.
    build.onResolve({ filter: /^@\// }, ({ path: name, kind }) =>
      build.resolve(`./src/${name.slice(2)}`, { resolveDir: ROOT, kind }),
    );
    // "server-only" throws outside of a server component's bundle; here everything is the server.
    build.onResolve({ filter: /^server-only$/ }, () => ({ path: "server-only", namespace: "empty" }));
    build.onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents: "" }));
    // next has no "exports": as an ES module Node wants the file's whole name.
    build.onResolve({ filter: /^next\/[a-z-]+$/ }, ({ path: name }) => ({ path: `${name}.js`, external: true }));
  },
};

function filesBelow(name) {
  const full = path.join(ROOT, name);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [name];
  return readdirSync(full)
    .sort()
    .flatMap((child) => filesBelow(path.posix.join(name, child)))
    .filter((file) => !/\.test\.tsx?$/.test(file));
}
