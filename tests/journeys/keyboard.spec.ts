import type { Locator, Page } from "@playwright/test";
import { expect } from "@tests/support/levain";
import { PEOPLE, test } from "@tests/support/pages";

test.beforeEach(async ({ context, levain, signInAs, named }) => {
  expect(named.space).toBe("shop-floor");
  await levain.sql`update person set locale = 'en'`;
  await signInAs(context, PEOPLE.member);
});

/** Waits until the page answers to keys; until then they belong to the browser. */
async function ready(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toBeVisible({ timeout: 250 });
  }).toPass();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
}

type Focused = { name: string; tag: string; ring: number; inside: boolean; covered: boolean };

/** What has the focus: whether it can be seen, and whether something lies over all of it. */
async function focused(page: Page): Promise<Focused | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return null;
    const visibleRing = (one: Element | null) => {
      if (one === null) return 0;
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle === "none" ? 0 : Number.parseFloat(outlineWidth);
    };
    const box = element.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, 12)];
    const top = document.elementFromPoint(x, y);
    // A choice draws its ring around its label, and the text of an editor around all of it.
    const label =
      element.closest(".choice") ?? element.closest(".editor:has(textarea:focus)") ?? element.closest("label");
    return {
      name: (element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 60),
      tag: `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ""}`,
      ring: Math.max(visibleRing(element), visibleRing(label)),
      inside: box.right > 0 && box.left < innerWidth && y >= 0 && y <= innerHeight,
      covered: top === null || !(element.contains(top) || top.contains(element)),
    };
  });
}

/** Walks a whole page with Tab; gives what was reached, and fails where the focus cannot be seen. */
async function walk(page: Page): Promise<Focused[]> {
  const reached: Focused[] = [];
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press("Tab");
    const here = await focused(page);
    if (here === null) break;
    reached.push(here);
  }
  const unseen = reached.filter(({ ring, inside, covered }) => ring < 2 || !inside || covered);
  expect.soft(unseen, `unseen focus on ${page.url()}`).toEqual([]);
  return reached;
}

test("the first Tab offers the way past the index", async ({ page }) => {
  await page.goto("/spaces");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the text" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
});

test("? tells the keys, g and a letter go, j and k walk, c writes", async ({ page, accessible }) => {
  await page.goto("/");
  await ready(page);
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard" });
  await expect(help.getByText("g", { exact: true }).first()).toBeVisible();
  await accessible(page);
  await page.keyboard.press("j");
  await expect(help).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();

  const titles = page.locator("main .list-title > a");
  await page.keyboard.press("j");
  await expect(titles.nth(0)).toBeFocused();
  await page.keyboard.press("j");
  await expect(titles.nth(1)).toBeFocused();
  await page.keyboard.press("k");
  await expect(titles.nth(0)).toBeFocused();

  for (const [letter, address] of [
    ["s", "/spaces"],
    ["p", "/people"],
    ["b", "/boards"],
    ["h", "/"],
  ] as const) {
    await page.keyboard.press("g");
    await page.keyboard.press(letter);
    await expect(page).toHaveURL((url) => url.pathname === address);
    await ready(page);
  }

  await page.goto("/spaces/shop-floor");
  await ready(page);
  await page.keyboard.press("c");
  await expect(page).toHaveURL(/\/spaces\/shop-floor\/compose$/);
});

test("the search key leads to the box, and rests while somebody writes", async ({ page }) => {
  await page.goto("/people");
  await ready(page);
  await page.keyboard.press("/");
  const box = page.locator("[data-key='search']");
  await expect(box).toBeFocused();
  await page.keyboard.type("gs?c");
  await expect(box).toHaveValue("gs?c");
  await expect(page).toHaveURL(/\/people$/);
});

test("the palette leads anywhere: places, spaces, people, words, and what this page can do", async ({
  page,
  accessible,
}) => {
  await page.goto("/spaces/shop-floor");
  await ready(page);
  const typed = page.getByRole("combobox", { name: "Go anywhere" });
  const open = async (words: string) => {
    // The page that one was led to listens to keys once its script runs.
    await ready(page);
    await page.keyboard.press("ControlOrMeta+k");
    await expect(typed).toBeFocused();
    await typed.fill(words);
  };
  await open("");
  await accessible(page);
  await expect(page.getByRole("option", { name: "Home" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(typed).toHaveCount(0);
  await open("whitf");
  await expect(page.getByRole("option", { name: "Hannah Whitfield" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hannah Whitfield");
  await open("oven care");
  await page.getByRole("option", { name: /Oven care/ }).click();
  await expect(page).toHaveURL(/\/spaces\/oven-care$/);
  await open("quelquechose");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=quelquechose$/);
  await page.goto("/spaces/shop-floor");
  await ready(page);
  await open("write");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/compose$/);
});

test("a post is written and published without a mouse", async ({ page }) => {
  await page.goto("/spaces/shop-floor/compose");
  await ready(page);
  await page.getByRole("link", { name: "Skip to the text" }).focus();
  await page.keyboard.press("Enter");
  await tabTo(page, "radio");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: /Question/ })).toBeChecked();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("textbox", { name: /Title/ })).toBeFocused();
  await page.keyboard.type("Where do the gaskets wait?");
  const text = page.getByRole("textbox", { name: /Text/ });
  await tabUntil(page, () => isFocused(text));
  await page.keyboard.type("On the trolley, or beside the line?");
  const help = page.locator("summary", { hasText: "How to set text" });
  await tabUntil(page, () => isFocused(help));
  await page.keyboard.press("Enter");
  await expect(page.getByText("**bold**")).toBeVisible();
  const publish = page.getByRole("button", { name: "Publish" });
  await tabUntil(page, () => isFocused(publish));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Where do the gaskets wait?");
});

test("a vote is given and taken back without a mouse", async ({ page, named }) => {
  await page.goto(`/ideas/${named.idea}`);
  await ready(page);
  const open = page.locator("summary", { hasText: "Do you need this too?" });
  await tabUntil(page, () => open.evaluate((summary) => summary === document.activeElement));
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("textbox", { name: /Your case/ })).toBeFocused();
  await page.keyboard.type("Both sites ask me for it.");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Both sites ask me for it.").first()).toBeVisible();
  const back = page.getByRole("button", { name: "Take my vote back" });
  await tabUntil(page, () => back.evaluate((button) => button === document.activeElement));
  await page.keyboard.press("Enter");
  await expect(open).toBeVisible();
});

for (const width of [1280, 390])
  test(`the focus is seen wherever Tab leads, at ${width} px`, async ({ page, named }) => {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
    for (const address of [
      "/",
      `/posts/${named.post}`,
      "/boards/this-place",
      `/ideas/${named.idea}`,
      "/settings/profile",
    ]) {
      await page.goto(address);
      const reached = await walk(page);
      expect(reached.length, `what Tab reaches on ${address}`).toBeGreaterThan(10);
    }
  });

function isFocused(place: Locator): Promise<boolean> {
  return place.evaluate((element) => element === document.activeElement);
}

async function tabTo(page: Page, type: string): Promise<void> {
  await tabUntil(page, () => page.evaluate((kind) => document.activeElement?.getAttribute("type") === kind, type));
}

/** Presses Tab until something is reached, as a reader would; fails after a whole page of presses. */
async function tabUntil(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 100; presses += 1) {
    await page.keyboard.press("Tab");
    if (await isThere()) return;
  }
  throw new Error("Tab does not lead there");
}
