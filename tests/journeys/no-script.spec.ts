import type { Browser, Page } from "@playwright/test";
import { expect, test as journeys, type Levain } from "@tests/support/levain";

/** A Levain at its first stage that no other file shares; `newPage` opens a browser that runs no script. */
const test = journeys.extend<{ newPage: () => Promise<Page> }, { early: Levain }>({
  early: [async ({ levain }, use) => use(levain), { scope: "worker" }],
  newPage: async ({ browser, early }, use) => use(() => plainPage(browser, early.url)),
});

test.describe.configure({ mode: "serial" });

const LONG_CASE = "Every tender that comes from Lyon lands on my desk in French, and I read it three times. ".repeat(
  12,
);

async function plainPage(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL: url,
    locale: "en-GB",
    viewport: { width: 1280, height: 900 },
    javaScriptEnabled: false,
  });
  return context.newPage();
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: /sign in/i }).click();
  await page.getByRole("button", { name: new RegExp(name) }).click();
}

test("whoever waits signs in, asks to come in, says it better and takes it back", async ({ newPage }) => {
  const page = await newPage();
  await signIn(page, "Emma Lawson");
  await expect(page).toHaveURL(/\/waiting$/);
  const needs = page.getByRole("textbox", { name: /What would you need here/ });
  await needs.fill("x".repeat(1001));
  await page.getByRole("button", { name: "Ask to come in" }).click();
  await expect(needs).toHaveAccessibleDescription(/This is too long/);
  await expect(needs).toHaveValue("x".repeat(1001));
  await needs.fill("People who repair laptops at Lyon.");
  await page.getByRole("button", { name: "Ask to come in" }).click();
  await expect(page.getByRole("heading", { name: "You asked to come in" })).toBeVisible();
  await expect(needs).toHaveValue("People who repair laptops at Lyon.");
  await page.getByRole("button", { name: "Take my request back" }).click();
  await expect(page.getByRole("button", { name: "Ask to come in" })).toBeVisible();
  await page.getByRole("button", { name: "Français" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  // The company's sign-in would go on by script; its button does the same.
  await page.getByRole("button", { name: /sign out/i }).click();
  await expect(page).toHaveURL(/\/signed-out$/);
  await page.goto("/waiting");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("an admin flips the stage, and is told beside the field why it needs a reason", async ({ newPage, early }) => {
  await early.sql`update person set locale = 'en'`;
  const page = await newPage();
  await signIn(page, "Claire Fontaine");
  await page.goto("/launch");
  await page
    .getByRole("link", { name: /^(Open|Rehearse): Founding circle/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/launch\/rehearsal\/founding/);
  const override = page.getByRole("textbox", { name: /Why open although/ });
  await override.fill("   ");
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: /^Open .* now$/ }).click();
  await expect(override).toHaveAccessibleDescription(/Write down why/);
  await override.fill("Four have met every week since June.");
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: /^Open .* now$/ }).click();
  await expect(page).toHaveURL(/\/launch\?done=flip/);
  await expect(page.getByText(/it is done/)).toBeVisible();
  await page.goto("/launch/history");
  await expect(page.getByText("Four have met every week since June.")).toBeVisible();
});

test("a member reads, posts, comments, suggests and votes; what was refused is kept", async ({ newPage }) => {
  const page = await newPage();
  await signIn(page, "Tom Ashworth");
  await expect(page).toHaveURL(/\/$/);

  await test.step("a post without a text comes back with its title", async () => {
    await page.goto("/spaces/oven-care");
    await page.getByRole("button", { name: "Join" }).click();
    await page.getByRole("link", { name: "Write" }).click();
    const title = page.getByRole("textbox", { name: /Title/ });
    const text = page.getByRole("textbox", { name: /Text/ });
    await page.getByRole("radio", { name: /Question/ }).check();
    await title.fill("Who keeps the old door seals?");
    await text.fill("  ");
    await page.getByRole("button", { name: "Publish" }).click();
    await expect(text).toHaveAccessibleDescription(/This is missing/);
    await expect(title).toHaveValue("Who keeps the old door seals?");
    await expect(page.getByRole("radio", { name: /Question/ })).toBeChecked();
    await text.fill("We throw away **forty** a month.");
    await page.getByRole("button", { name: "Publish" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Who keeps the old door seals?");
    await expect(page.locator("strong", { hasText: "forty" })).toBeVisible();
  });

  await test.step("a comment without words is refused beside its field, a better one stands", async () => {
    const words = page.getByRole("textbox", { name: "Your comment" });
    await words.fill(" \n ");
    await page.getByRole("button", { name: "Comment", exact: true }).click();
    await expect(words).toHaveAccessibleDescription(/This is missing/);
    await expect(words).toHaveAttribute("aria-invalid", "true");
    await words.fill("Ruth does, behind the stores.");
    await page.getByRole("button", { name: "Comment", exact: true }).click();
    await expect(page.getByRole("article").getByText("Ruth does, behind the stores.")).toBeVisible();
    await expect(page).toHaveURL(/#c-/);
  });

  await test.step("a vote whose case is too long comes back with it", async () => {
    await page.goto("/boards/this-place");
    await page.getByRole("link", { name: "Traduire un message d’un clic" }).click();
    await page.getByText("Do you need this too?").click();
    const reason = page.getByRole("textbox", { name: /Your case/ });
    await reason.fill(LONG_CASE);
    await page.getByRole("button", { name: "Vote", exact: true }).click();
    await expect(reason).toHaveAccessibleDescription(/This is too long/);
    await expect(reason).toHaveValue(LONG_CASE);
    await reason.fill("Half of our tenders are in French.");
    await page.getByRole("button", { name: "Vote", exact: true }).click();
    await expect(page.getByText("Half of our tenders are in French.").first()).toBeVisible();
    await page.getByRole("button", { name: "Take my vote back" }).click();
    await expect(page.getByText("Half of our tenders are in French.")).toHaveCount(0);
  });

  await test.step("one press on the board is a vote too", async () => {
    await page.goto("/boards/this-place");
    const row = page.getByRole("listitem").filter({ hasText: "Traduire un message d’un clic" });
    await row.getByRole("button", { name: /I need this too/ }).click();
    await expect(row.getByRole("link", { name: /You voted for this/ })).toBeVisible();
  });
});
