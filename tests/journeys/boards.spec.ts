import type { Browser, Page } from "@playwright/test";
import { expect, test } from "@tests/support/levain";

test.describe.configure({ mode: "serial" });

async function pageOf(browser: Browser, url: string, wish: { script?: boolean; width?: number } = {}): Promise<Page> {
  const context = await browser.newContext({
    baseURL: url,
    locale: "en-GB",
    viewport: { width: wish.width ?? 1280, height: 900 },
    javaScriptEnabled: wish.script ?? true,
  });
  return context.newPage();
}

const IDEAS = ["Prices on the phone", "One list of spare parts", "Fewer copies of each offer"];

test("a board of one department: made, voted on within the budget, hidden from others, changed", async ({
  browser,
  levain,
  signInAs,
  accessible,
}) => {
  await levain.sql`update launch_state set stage = 'general'`;
  const as = async (name: string, wish: { script?: boolean; width?: number } = {}) => {
    const page = await pageOf(browser, levain.url, wish);
    await signInAs(page.context(), `${name}@demo.levain.example`);
    return page;
  };
  const hannah = await as("hannah.whitfield", { script: false });
  const grace = await as("grace.okafor", { width: 390 });
  const tom = await as("tom.ashworth");
  const claire = await as("claire.fontaine");

  await test.step("the host makes a board without JavaScript, which would be her own", async () => {
    await hannah.goto("/boards/new");
    await hannah.getByLabel("Name", { exact: true }).fill("Selling");
    await hannah.getByLabel("Address").fill("selling");
    await expect(hannah.getByRole("radio", { name: /Hosts only/ }).first()).toBeChecked();
    await hannah.getByLabel("Who votes?").selectOption("members");
    await hannah.getByRole("button", { name: "Open the board" }).click();
    await expect(hannah.getByText("These would be people who do not see the board.")).toBeVisible();
  });

  await test.step("she opens it for one department, with two votes for everybody", async () => {
    await hannah.getByRole("radio", { name: "Some groups of people" }).check();
    for (const question of ["Who suggests ideas?", "Who votes?", "Who comments?"])
      await hannah.getByLabel(question).selectOption("cohort");
    await hannah.getByRole("button", { name: "Open the board" }).click();
    await expect(hannah.getByText("Choose at least one group of people.").first()).toBeVisible();
    for (const question of ["see it", "suggest", "vote", "comment"])
      await hannah
        .getByRole("group", { name: `Which groups ${question}?` })
        .getByRole("checkbox", { name: "Department: Sales" })
        .check();
    await hannah.getByLabel("How many votes has everybody?").fill("2");
    await hannah.getByRole("button", { name: "Open the board" }).click();
    await expect(hannah.getByRole("heading", { level: 1 })).toHaveText("Selling");
    await expect(hannah.getByText("Besides the hosts, this board is for: Sales.")).toBeVisible();
    await hannah.getByRole("link", { name: "Settings of the board" }).click();
    await hannah.getByLabel("New category").fill("Offers");
    await hannah.getByRole("button", { name: "Add" }).first().click();
    await expect(hannah.getByText("Offers", { exact: true })).toBeVisible();
    for (const title of IDEAS) {
      await hannah.goto("/boards/selling/suggest");
      await hannah.getByRole("textbox", { name: /In one line/ }).fill(title);
      await hannah.getByRole("textbox", { name: /What it is about/ }).fill("When I sell I want this.");
      await hannah.getByRole("button", { name: "Suggest" }).click();
      await expect(hannah.getByRole("heading", { level: 1 })).toHaveText(title);
    }
  });

  await test.step("somebody of the department votes until nothing is left, and takes a vote back", async () => {
    await grace.goto("/boards/selling");
    await accessible(grace);
    await expect(grace.getByText("You have 2 of 2 votes left here.")).toBeVisible();
    for (const title of IDEAS.slice(0, 2)) {
      await grace.getByRole("button", { name: `I need this too: ${title}` }).click();
      await expect(grace.getByRole("button", { name: `I need this too: ${title}` })).toBeHidden();
    }
    await expect(grace.getByText("You have 0 of 2 votes left here.")).toBeVisible();
    await grace.getByRole("link", { name: IDEAS[2] ?? "" }).click();
    await expect(grace.getByText("You have given all of your 2 votes on this board.")).toBeVisible();
    await expect(grace.getByText("Do you need this too?")).toBeHidden();
    await grace.goto("/boards/selling?order=newest");
    await grace.getByRole("link", { name: IDEAS[0] ?? "" }).click();
    await grace.getByRole("button", { name: "Take my vote back" }).click();
    await expect(grace.getByText("Do you need this too?")).toBeVisible();
    await accessible(grace);
    await grace.getByRole("link", { name: "Where the votes come from" }).click();
    await expect(grace.getByText("it takes five in one").first()).toBeVisible();
    await accessible(grace);
  });

  await test.step("somebody of another department finds nothing of it", async () => {
    const refused = await tom.goto("/boards/selling");
    expect(refused?.status()).toBe(404);
    await tom.goto("/boards");
    await expect(tom.getByRole("link", { name: "This place · Cet endroit" })).toBeVisible();
    await expect(tom.getByText("Selling")).toBeHidden();
    await tom.goto("/search?q=spare+parts+list");
    await expect(tom.getByText("One list of spare parts")).toBeHidden();
  });

  await test.step("an admin, in French, opens it to everybody for reading, and keeps votes and names with the department", async () => {
    await claire.goto("/boards/selling/edit");
    await accessible(claire);
    await claire.getByRole("radio", { name: "Les membres", exact: true }).check();
    await claire.getByRole("radio", { name: "Personne", exact: true }).check();
    await claire.getByRole("button", { name: "Enregistrer", exact: true }).click();
    await expect(claire.getByRole("heading", { level: 1 })).toHaveText("Selling");
    await tom.goto("/boards/selling");
    await expect(tom.getByText("Suggesting, voting and commenting are for others on this board.")).toBeVisible();
    await tom.getByRole("link", { name: IDEAS[1] ?? "" }).click();
    await expect(tom.getByText("On this board, comments are written by others.")).toBeVisible();
    await expect(tom.getByText("Who wants it")).toBeHidden();
  });
});
