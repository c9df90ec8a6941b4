// npm run screenshots: the pictures of the documentation, taken of a demo that is started for them and thrown away.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { bundleWhenStale } from "./bundle.mjs";
import { findChromium } from "./chromium.mjs";
import { fail, prepared, ROOT } from "./runtime.mjs";

const FOLDER = path.join(ROOT, "docs", "screenshots");
const LEVAIN = path.join(ROOT, "dist", "levain.js");
const BYTES_MAX = 250_000;
const DESK = { width: 1280, height: 860 };
/** High enough for the ladder and what the gates say. */
const HIGH_DESK = { width: 1280, height: 1240 };
const PHONE = { width: 390, height: 844 };
const OVERRIDE = "Seven people have met every week since June; the next ones join in January.";

if (await prepared(import.meta.url)) {
  const chromium = await findChromium();
  if (chromium === undefined) fail("There is no Chromium: install one, or set LEVAIN_CHROMIUM to its path.");
  else await takeAll(chromium);
}

async function takeAll(executablePath) {
  await bundleWhenStale();
  const built = spawnSync(process.execPath, [path.join(ROOT, "scripts", "build.mjs")], { stdio: "inherit" });
  if (built.status !== 0) return fail("There is nothing to take pictures of: the build failed.");
  const { chromium } = await import("@playwright/test");
  const levain = await startDemo();
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    mkdirSync(FOLDER, { recursive: true });
    await walk(browser, levain);
  } finally {
    await browser.close();
    await levain.stop();
  }
}

/** From the door to the launch room, as the people of the demo. */
async function walk(browser, levain) {
  const open = (view, colorScheme = "light") =>
    browser.newContext({ baseURL: levain.url, viewport: view, colorScheme, locale: "en-GB", reducedMotion: "reduce" });
  for (const name of ["Priya Nair", "Sophie Garnier"]) await signIn(await open(DESK), name);
  levain.run("stage", "flip", "founding", "--override", OVERRIDE);

  await picture(await signIn(await open(PHONE), "Oliver Bennett"), "/waiting", "waiting");
  const tom = await signIn(await open(DESK), "Tom Ashworth");
  await picture(tom, "/", "home");
  await picture(tom, await linkTo(tom, "/spaces/oven-care", "Customer hears a whistle"), "thread");
  await picture(tom, await linkTo(tom, "/boards/this-place", "Read and answer from the shop-floor"), "idea");
  await tom.emulateMedia({ colorScheme: "dark" });
  await picture(tom, "/", "home-dark");
  await tom.emulateMedia({ colorScheme: "light" });
  await picture(tom, "/workbench", "workbench");
  const hannah = await signIn(await open(DESK), "Hannah Whitfield");
  await english(hannah);
  await picture(hannah, "/boards/desk", "desk");
  const claire = await signIn(await open(HIGH_DESK), "Claire Fontaine");
  await english(claire);
  await picture(claire, "/launch", "launch");
}

async function signIn(context, name) {
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.locator("main form button").click();
  await page.getByRole("button", { name }).click();
  await page.locator("h1").waitFor();
  return page;
}

/** Has Levain speak English to somebody who chose French. */
async function english(page) {
  await page.goto("/settings/language");
  await page.getByRole("radio", { name: "English" }).check();
  await page.locator("main form button[type=submit]").first().click();
  await page.locator("html[lang=en]").waitFor();
}

async function linkTo(page, address, name) {
  await page.goto(address);
  return page.getByRole("link", { name }).first().getAttribute("href");
}

async function picture(page, address, name) {
  await page.goto(address, { waitUntil: "networkidle" });
  await page.evaluate(() => document.fonts.ready);
  const file = path.join(FOLDER, `${name}.png`);
  await page.screenshot({ path: file, animations: "disabled", caret: "hide" });
  const { size } = statSync(file);
  process.stdout.write(`${path.relative(ROOT, file)}  ${Math.round(size / 1000)} kB\n`);
  if (size > BYTES_MAX) throw new Error(`${name}.png is larger than ${BYTES_MAX / 1000} kB.`);
}

/** A Levain of its own: its data in a temporary folder, its ports free ones. */
async function startDemo() {
  const folder = mkdtempSync(path.join(tmpdir(), "levain-pictures-"));
  const [port, identityPort] = [await freePort(), await freePort()];
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: "production",
    PORT: String(port),
    LEVAIN_IDP_PORT: String(identityPort),
    LEVAIN_DATA_DIR: folder,
  };
  const child = spawn(process.execPath, [LEVAIN, "start"], { env, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  await new Promise((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk) => {
      said += chunk;
      if (said.includes("Levain is ready")) resolve();
    });
    child.once("exit", (code) => reject(new Error(`Levain ended with ${code} before it was ready:\n${said}`)));
  });
  const run = (...words) => {
    const { status } = spawnSync(process.execPath, [LEVAIN, ...words], { env, stdio: ["ignore", "ignore", "inherit"] });
    if (status !== 0) throw new Error(`levain ${words.join(" ")} ended with ${status}`);
  };
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `http://localhost:${port}`, run, stop };
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
