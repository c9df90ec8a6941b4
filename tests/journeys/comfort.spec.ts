import { expect } from "@tests/support/levain";
import { PEOPLE, test } from "@tests/support/pages";
import { paths } from "@/paths";

test.beforeEach(async ({ context, levain, named, signInAs }) => {
  expect(named.post).not.toBe("");
  await levain.sql`update person set locale = 'en'`;
  await signInAs(context, PEOPLE.member);
});

test("without a network a page says so, keeps nothing personal, and goes on when there is one", async ({
  context,
  named,
}) => {
  // A page of its own: what the browser complains of while there is no network is as it should be.
  const page = await context.newPage();
  await page.goto(paths.post(named.post));
  const title = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  // The worker looks after a page from its next opening on.
  await page.reload();
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await context.setOffline(true);
  await page.goto(paths.post(named.post));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No network");
  await expect(page.getByText(title)).toHaveCount(0);
  expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).not.toBe("");
  const kept = await page.evaluate(async () => {
    const addresses: string[] = [];
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) addresses.push(new URL(request.url).pathname);
    return addresses;
  });
  expect(kept).toContain("/offline");
  expect(kept.filter((one) => one !== "/offline" && !one.startsWith("/_next/static/"))).toEqual([]);
  await context.setOffline(false);
  await page.getByRole("link", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What is new");
});

test("Levain can be installed, in the reader's language", async ({ page, levain }) => {
  await levain.sql`update person set locale = 'fr'`;
  await page.goto(paths.home());
  const address = await page.locator("link[rel=manifest]").getAttribute("href");
  const manifest = await (await page.request.get(address ?? "")).json();
  expect(manifest).toMatchObject({ lang: "fr", display: "standalone", start_url: "/", scope: "/" });
  for (const { src } of manifest.icons)
    expect((await page.request.get(src)).headers()["content-type"]).toMatch(/^image\//);
});

test("on paper a conversation is its words, from the first to the last", async ({ page, named }) => {
  await page.goto(paths.post(named.post));
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("main .entry").first()).toBeVisible();
  for (const gone of [".shell-nav", ".shell-bar", "main form", "main .button"])
    for (const one of await page.locator(gone).all()) await expect(one).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test("in the reader's own colours what is chosen and what has the focus is still told apart", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto(paths.spaces());
  const here = page.locator(".nav-link[aria-current]").first();
  await expect(here).toBeVisible();
  await page.keyboard.press("Tab");
  const ring = await page.evaluate(() => {
    const element = document.activeElement;
    return element === null ? 0 : Number.parseFloat(getComputedStyle(element).outlineWidth);
  });
  expect(ring).toBeGreaterThanOrEqual(2);
  await expect(async () => {
    await page.keyboard.press("ControlOrMeta+k");
    await expect(page.getByRole("combobox", { name: "Go anywhere" })).toBeVisible({ timeout: 250 });
  }).toPass();
  const chosen = page.getByRole("option", { selected: true });
  const style = await chosen.evaluate((option) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(option);
    return `${outlineStyle} ${outlineWidth}`;
  });
  expect(style).toBe("solid 1px");
});

test("whoever wants less motion gets none", async ({ page, named }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(paths.post(named.post));
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .filter((element) => {
        const { animationName, transitionDuration } = getComputedStyle(element);
        return animationName !== "none" || transitionDuration.split(", ").some((one) => Number.parseFloat(one) > 0);
      })
      .map((element) => element.outerHTML.slice(0, 80)),
  );
  expect(moving).toEqual([]);
});
