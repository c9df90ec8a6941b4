import type { BrowserContext, Page } from "@playwright/test";
import { expect } from "@tests/support/levain";
import { PEOPLE, test } from "@tests/support/pages";
import { paths } from "@/paths";

/** Waits until the page listens: its own sign is the answer to the stream. */
async function open(page: Page, address: string): Promise<void> {
  const listening = page.waitForResponse((answer) => answer.url().includes("live.changes"));
  await page.goto(address);
  await listening;
}

async function answer(page: Page, post: string, words: string): Promise<void> {
  await page.goto(`${paths.post(post)}#write`);
  await page.locator("#write textarea").fill(words);
  await page.locator("#write button[type=submit]").click();
  await expect(page.locator("main .entry").filter({ hasText: words })).toBeVisible();
}

type Other = { context: BrowserContext; page: Page };

const withTwo = test.extend<{ other: Other }>({
  other: async ({ browser, levain, signInAs }, use) => {
    const context = await browser.newContext({ baseURL: levain.url });
    await signInAs(context, PEOPLE.host);
    await use({ context, page: await context.newPage() });
    await context.close();
  },
});

withTwo.beforeEach(async ({ context, levain, signInAs }) => {
  await levain.sql`update person set locale = 'en'`;
  await signInAs(context, PEOPLE.member);
});

withTwo(
  "an answer appears in the open conversation, and so does its removal of words",
  async ({ page, other, named, accessible }) => {
    await open(page, paths.post(named.post));
    await answer(other.page, named.post, "An answer from elsewhere.");
    const entry = page.locator("main .entry").filter({ hasText: "An answer from elsewhere." });
    await expect(entry).toBeAttached();
    await accessible(page);
  },
);

withTwo("who else reads is told, and no more when they have gone", async ({ page, other, named }) => {
  await open(page, paths.post(named.post));
  await open(other.page, paths.post(named.post));
  await expect(page.locator("#here")).toContainText("Hannah Whitfield is here too");
  await other.page.close();
  await expect(page.locator("#here")).toHaveText("");
});

withTwo(
  "a new conversation waits above the list until one asks for it, and moves nothing",
  async ({ page, other, named, accessible }) => {
    await open(page, paths.space(named.space));
    const first = page.locator("main .list-title > a").first();
    const before = await first.textContent();
    await other.page.goto(paths.compose(named.space));
    await other.page.locator("[name=title]").fill("Something new on the floor");
    await other.page.locator("[name=body]").fill("Have a look.");
    await other.page.getByRole("button", { name: "Publish" }).click();
    await expect(other.page).toHaveURL(/\/posts\//);
    const line = page.getByRole("status").filter({ hasText: "1 new conversation" });
    await expect(line).toBeVisible();
    expect(await first.textContent()).toBe(before);
    await accessible(page);
    await page.getByRole("button", { name: "Show" }).click();
    await expect(first).toContainText("Something new on the floor");
    await expect(page.locator("main")).toBeFocused();
    await expect(line).toHaveCount(0);
  },
);

withTwo("whoever writes is not moved by what others write", async ({ page, other, named }) => {
  await open(page, paths.post(named.post));
  await page.locator("#write textarea").fill("Half a thou");
  await answer(other.page, named.post, "Said while somebody writes.");
  await expect(page.getByRole("status").filter({ hasText: "1 new answer" })).toBeVisible();
  await expect(page.locator("#write textarea")).toBeFocused();
  await expect(page.locator("#write textarea")).toHaveValue("Half a thou");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.locator("main .entry").filter({ hasText: "Said while somebody writes." })).toBeAttached();
  await expect(page.locator("#write textarea")).toHaveValue("Half a thou");
});
