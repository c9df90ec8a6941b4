// The legs of npm run check and npm test: each runs one tool and gives how many of its tests passed and failed.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./runtime.mjs";

const REPORTS = path.join(ROOT, ".cache", "reports");

/** What an operator may have set and a test must not see. */
const OURS =
  /^(DATABASE_|OIDC_|LEVAIN_|SMTP_URL|MAIL_FROM|APP_URL|PORT|HOST|SESSION_SECRET|METRICS_TOKEN|LOG_LEVEL|TRUST_PROXY|NODE_ENV|npm_)/;

/** The tools that only look; one that finds nothing counts as one test passed. */
export const LOOKING = {
  biome: ["@biomejs/biome/bin/biome", "ci", "."],
  "import laws": ["dependency-cruiser/bin/dependency-cruiser.mjs", "--config", ".dependency-cruiser.cjs", "src"],
  "browser laws": [
    "dependency-cruiser/bin/dependency-cruiser.mjs",
    "--config",
    ".dependency-cruiser.runtime.cjs",
    "src",
  ],
  knip: ["knip/bin/knip.js"],
};

/** Needs the types that `next build` writes. */
export const TYPES = { typescript: ["typescript/bin/tsc", "--noEmit", "-p", "tsconfig.json"] };

let stopped = false;
const running = new Set();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    stopped = true;
    for (const child of running) child.kill(signal);
  });
}

/** Runs the looking tools one after the other. Gives { passed, failed }. */
export async function look(tools) {
  const sum = { passed: 0, failed: 0 };
  for (const [name, [file, ...args]] of Object.entries(tools)) {
    const { status, output, seconds } = await runTool(file, args, {}, "kept");
    report(name, status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }, seconds, sum);
    if (status !== 0) process.stdout.write(`${output.trimEnd()}\n`);
  }
  return sum;
}

/** Runs the tests beside the sources. Gives { passed, failed }. */
export async function vitest(env) {
  const file = reportFile("vitest.json");
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { status, seconds } = await runTool("vitest/vitest.mjs", args, env, "shown");
  const { numPassedTests = 0, numFailedTests = 0 } = readReport(file);
  return report("vitest", counted(status, numPassedTests, numFailedTests), seconds);
}

/** Walks the journeys in a browser. Gives { passed, failed }. */
export async function playwright(env) {
  const file = reportFile("playwright.json");
  const more = { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const { status, seconds } = await runTool("@playwright/test/cli.js", ["test"], more, "shown");
  const { expected = 0, unexpected = 0, flaky = 0 } = readReport(file).stats ?? {};
  return report("playwright", counted(status, expected, unexpected + flaky), seconds);
}

/** A leg that is a program of ours, such as the build; its output is shown when it fails. */
export async function step(name, script, args, env = {}) {
  const { status, output, seconds } = await runTool(path.join(ROOT, "scripts", script), args, env, "kept");
  if (status !== 0) process.stdout.write(`${output.trimEnd()}\n`);
  return report(name, status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }, seconds);
}

/** The environment for the tools: the operator's configuration of Levain is not the tests' business. */
export function cleanEnv(more = {}) {
  const kept = Object.entries(process.env).filter(([name]) => !OURS.test(name));
  const plain = process.stdout.isTTY ? {} : { NO_COLOR: "1" };
  return { ...Object.fromEntries(kept), ...plain, CI: "true", NEXT_TELEMETRY_DISABLED: "1", ...more };
}

/** The last line: one summary, alone. */
export function summary(...sums) {
  const total = (kind) => sums.reduce((sum, leg) => sum + leg[kind], 0);
  process.stdout.write(`\n${total("passed")} passed, ${total("failed")} failed\n`);
  return total("failed") === 0 && total("passed") > 0 ? 0 : 1;
}

export function wasStopped() {
  return stopped;
}

/** A tool that failed without a failed test (it could not start, or a file could not be read) has failed once. */
function counted(status, passed, failed) {
  return { passed, failed: status !== 0 && failed === 0 ? 1 : failed };
}

function report(name, result, seconds, sum = { passed: 0, failed: 0 }) {
  const mark = result.failed === 0 ? "ok  " : "FAIL";
  process.stdout.write(`${mark} ${name}: ${result.passed} passed, ${result.failed} failed (${seconds} s)\n`);
  sum.passed += result.passed;
  sum.failed += result.failed;
  return sum;
}

function runTool(file, args, env, output) {
  if (stopped) return Promise.resolve({ status: 130, output: "", seconds: "0.0" });
  const begun = performance.now();
  const full = path.isAbsolute(file) ? file : path.join(ROOT, "node_modules", file);
  const child = spawn(process.execPath, [full, ...args], {
    cwd: ROOT,
    env: cleanEnv(env),
    stdio: output === "shown" ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  const said = [];
  child.stdout?.on("data", (chunk) => said.push(chunk));
  child.stderr?.on("data", (chunk) => said.push(chunk));
  return new Promise((resolve) => {
    child.once("error", (error) => said.push(Buffer.from(error.message)));
    child.once("close", (status) => {
      running.delete(child);
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      resolve({ status: status ?? 1, output: Buffer.concat(said).toString(), seconds });
    });
  });
}

function reportFile(name) {
  mkdirSync(REPORTS, { recursive: true });
  const file = path.join(REPORTS, name);
  rmSync(file, { force: true });
  return file;
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}
