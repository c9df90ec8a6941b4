// Finds a browser for the journeys, and gets one where that can be done without asking.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./runtime.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const DOWNLOAD_WITHIN_MS = 300_000;

/** The path of a Chromium: the system's, else Playwright's, else one that is installed now; undefined when none. */
export async function findChromium() {
  return (
    named(process.env.LEVAIN_CHROMIUM) ??
    onSystem() ??
    (await playwrights()) ??
    (installFromDebian() ? onSystem() : undefined) ??
    (download() ? playwrights() : undefined)
  );
}

function named(file) {
  return file && existsSync(file) ? file : undefined;
}

function onSystem() {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter((folder) => !folder.includes("node_modules"));
  return [...folders, "/usr/bin"]
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
    .find((file) => existsSync(file));
}

async function playwrights() {
  const { chromium } = await import("@playwright/test");
  return named(chromium.executablePath());
}

function installFromDebian() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  process.stderr.write("Installing Chromium from Debian for the journeys …\n");
  const options = { stdio: ["ignore", 2, 2], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  spawnSync("apt-get", ["update"], options);
  return spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], options).status === 0;
}

function download() {
  process.stderr.write("Downloading Chromium for the journeys …\n");
  const cli = path.join(ROOT, "node_modules", "@playwright", "test", "cli.js");
  const options = { stdio: ["ignore", 2, 2], timeout: DOWNLOAD_WITHIN_MS };
  return spawnSync(process.execPath, [cli, "install", "chromium"], options).status === 0;
}
