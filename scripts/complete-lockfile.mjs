// node scripts/complete-lockfile.mjs: names in package-lock.json the packages of other platforms that npm left out.
// npm drops them when it writes the file beside an existing node_modules, or from a mirror without them; "npm ci" then
// refuses the file. Run it after "npm install NAME".
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./runtime.mjs";

const FILE = path.join(ROOT, "package-lock.json");
const SYSTEMS = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const PROCESSORS = ["arm64", "arm", "x64", "ia32", "ppc64", "riscv64", "s390x", "loong64", "mips64el", "wasm32"];

const lock = JSON.parse(readFileSync(FILE, "utf8"));
const added = missing(lock.packages);
if (Object.keys(added).length > 0) {
  const names = Object.entries({ ...lock.packages, ...added }).sort(([one], [other]) => (one < other ? -1 : 1));
  lock.packages = Object.fromEntries(names);
  writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
}
process.stdout.write(`${Object.keys(added).length} added\n`);

function missing(packages) {
  const found = {};
  for (const [owner, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (!resolves(packages, owner, name)) found[`node_modules/${name}`] = entryOf(name, version, dev);
    }
  }
  return found;
}

function entryOf(name, version, dev) {
  const entry = { version, cpu: only(PROCESSORS, name), os: only(SYSTEMS, name), optional: true };
  if (dev) entry.dev = true;
  if (name.includes("musl")) entry.libc = ["musl"];
  const isPlatforms = /^\d+\.\d+\.\d+/.test(version) && (entry.cpu ?? entry.os);
  if (!isPlatforms) throw new Error(`${name}@${version} is no platform's package`);
  return entry;
}

/** Node's way: beside the owner, and in each node_modules above it. */
function resolves(packages, owner, name) {
  for (let at = owner; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    if (`${at ? `${at}/` : ""}node_modules/${name}` in packages) return true;
    if (at === "" || !at.includes("/node_modules/")) return `node_modules/${name}` in packages;
  }
}

/** The one word of the list that the package's name has as a part of its own. */
function only(list, name) {
  const parts = name.split(/[-/]/);
  const word = list.find((one) => parts.includes(one) || (one === "arm" && parts.includes("armv7")));
  return word && [word];
}
