import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, chromium } from "@playwright/test";
import { documentOf, styles } from "@tests/gallery/document";
import { scenes } from "@tests/gallery/scenes";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const browserPath = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  chromium.executablePath(),
].find((path) => path !== undefined && path !== "" && existsSync(path));

const views = Object.keys(scenes).flatMap((scene) =>
  ["light", "dark"].flatMap((theme) => [1280, 390].map((width) => ({ scene, theme, width }))),
);

// The pages of the gallery hold every primitive. They are looked at in a real browser, as a reader's would draw them.
describe.skipIf(browserPath === undefined)("the primitives in a browser", () => {
  let browser: Browser;
  let folder: string;
  let css: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "levain-gallery-"));
    css = await styles();
    browser = await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox", "--disable-gpu"] });
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  it.each(views)("$scene, $theme, $width px: axe finds nothing, and nothing runs out of the page", async (view) => {
    const file = join(folder, `${view.scene}-${view.theme}-${view.width}.html`);
    const scene = Object.entries(scenes).find(([name]) => name === view.scene)?.[1];
    if (!scene) throw new Error(`no scene ${view.scene}`);
    await writeFile(file, documentOf(scene, view.theme, css));
    const context = await browser.newContext({ viewport: { width: view.width, height: 844 } });
    const page = await context.newPage();
    await page.goto(`file://${file}`);
    await page.evaluate(() => document.fonts.ready);
    const found = await new AxeBuilder({ page }).analyze();
    expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await context.close();
  });

  it("running text is 60 to 75 characters wide", async () => {
    const file = join(folder, "measure.html");
    await writeFile(file, documentOf(scenes.post, "light", css));
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`file://${file}`);
    await page.evaluate(() => document.fonts.ready);
    const longest = await page.evaluate(() => {
      const text = document.querySelector(".prose p")?.firstChild;
      if (!(text instanceof Text)) throw new Error("the post has no text");
      const lines = new Map<number, number>();
      for (let at = 0; at < text.length; at++) {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        const top = Math.round(range.getBoundingClientRect().top);
        lines.set(top, (lines.get(top) ?? 0) + 1);
      }
      return Math.max(...lines.values());
    });
    expect(longest).toBeGreaterThanOrEqual(60);
    expect(longest).toBeLessThanOrEqual(75);
  });
});
