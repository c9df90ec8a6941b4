import type { Browser, BrowserContext, Page } from "@playwright/test";
import { expect } from "@tests/support/levain";
import { PEOPLE, test } from "@tests/support/pages";
import { paths, withQuery } from "@/paths";

const PRIYA = "priya.nair@demo.levain.example";

type SignIn = (context: BrowserContext, email: string) => Promise<void>;

async function as(browser: Browser, signInAs: SignIn, email: string, script = true): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: script, locale: "en-GB" });
  await signInAs(context, email);
  return context.newPage();
}

test.beforeEach(async ({ levain, named }) => {
  expect(named.space).toBe("shop-floor");
  await levain.sql`update person set locale = 'en'`;
});

test("a field kept to nobody is gone for others, from the profile and from the directory", async ({
  browser,
  levain,
  signInAs,
  accessible,
}) => {
  const tom = await as(browser, signInAs, PEOPLE.member);
  await tom.goto(`${levain.url}${paths.settingsProfile()}`);
  await tom.getByRole("textbox", { name: "Interests" }).fill("Bellringing");
  await tom.getByRole("button", { name: "Save the profile" }).click();
  await expect(tom.getByRole("link", { name: "Bellringing" })).toBeVisible();
  await accessible(tom);
  const profile = tom.url();

  const priya = await as(browser, signInAs, PRIYA);
  const search = `${levain.url}${withQuery(paths.people(), { search: "Bellringing" })}`;
  await priya.goto(search);
  await expect(priya.getByRole("link", { name: "Tom Ashworth" })).toBeVisible();

  await tom.goto(`${levain.url}${paths.settingsProfile()}`);
  const chosen = tom.getByRole("form", { name: "Who sees what" });
  await chosen.getByRole("combobox", { name: "Interests" }).selectOption("Nobody");
  await chosen.getByRole("button", { name: "Save who sees what" }).click();
  await expect(chosen.getByRole("combobox", { name: "Interests" })).toHaveValue("nobody");
  await accessible(tom);

  await priya.goto(search);
  await expect(priya.getByRole("link", { name: "Tom Ashworth" })).toHaveCount(0);
  await priya.goto(profile);
  await expect(priya.getByRole("heading", { level: 1, name: "Tom Ashworth" })).toBeVisible();
  await expect(priya.getByText("Bellringing")).toHaveCount(0);
});

test("without JavaScript somebody is out of office, and others read until when", async ({
  browser,
  levain,
  signInAs,
}) => {
  const tom = await as(browser, signInAs, PEOPLE.member, false);
  await tom.goto(`${levain.url}${paths.settingsProfile()}`);
  const away = tom.getByRole("form", { name: "Out of office" });
  const today = new Date().toISOString().slice(0, 10);
  await away.getByLabel("From").fill(today);
  await away.getByLabel("Until and including").fill("2099-12-24");
  await away.getByLabel("A line about it").fill("At sea, without a line.");
  await away.getByLabel("Whom to ask meanwhile").fill("Priya Nair");
  await away.getByRole("button", { name: "Save the days" }).click();
  await expect(tom.getByRole("button", { name: "I am there, take it away" })).toBeVisible();

  const priya = await as(browser, signInAs, PRIYA);
  await priya.goto(`${levain.url}${withQuery(paths.people(), { search: "Tom Ashworth" })}`);
  await expect(priya.getByText("away until 24 December")).toBeVisible();
  await priya.getByRole("link", { name: "Tom Ashworth" }).click();
  await expect(priya.getByText("At sea, without a line.")).toBeVisible();
  await expect(priya.getByRole("main").getByRole("link", { name: "Priya Nair" })).toBeVisible();

  await tom.getByRole("button", { name: "I am there, take it away" }).click();
  await priya.reload();
  await expect(priya.getByText("At sea, without a line.")).toHaveCount(0);
});

test("an offer is asked for and answered, and thanks are read once the thanked person agrees", async ({
  browser,
  levain,
  signInAs,
  accessible,
}) => {
  const [row] = await levain.sql`select person_id as id from person_address where address = ${PEOPLE.member}`;
  const profile = `${levain.url}${paths.person(String(row?.id))}`;
  const tom = await as(browser, signInAs, PEOPLE.member);
  await tom.goto(profile);
  await tom.getByRole("textbox", { name: "Another offer, in one sentence" }).fill("I show you the folding bench.");
  await tom.getByRole("button", { name: "Add this offer" }).click();
  await expect(tom.getByRole("heading", { name: "I show you the folding bench." })).toBeVisible();
  await accessible(tom);

  const priya = await as(browser, signInAs, PRIYA);
  await priya.goto(profile);
  const offer = priya.getByRole("listitem").filter({ hasText: "I show you the folding bench." });
  await offer.getByText("Ask for it").click();
  await offer.getByRole("textbox", { name: "What is it about?" }).fill("My first week; Thursday?");
  await offer.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(offer.getByText("waits for an answer")).toBeVisible();
  await priya.getByText("Thank Tom Ashworth").click();
  await priya.getByRole("textbox", { name: "In one sentence" }).fill("You waited until I had understood.");
  await priya.getByRole("button", { name: "Give thanks" }).click();
  await expect(priya.getByText("only the two of you")).toBeVisible();
  await accessible(priya);

  const host = await as(browser, signInAs, PEOPLE.host);
  await host.goto(profile);
  await expect(host.getByText("My first week; Thursday?")).toHaveCount(0);
  await expect(host.getByText("You waited until I had understood.")).toHaveCount(0);

  await tom.reload();
  await tom.getByRole("button", { name: "Accept" }).click();
  await expect(tom.getByRole("button", { name: "It is done" })).toBeVisible();
  await tom.getByRole("button", { name: "Let others read this" }).click();
  await expect(tom.getByRole("button", { name: "Hide it again" })).toBeVisible();
  await accessible(tom);

  await host.reload();
  await expect(host.getByText("You waited until I had understood.")).toBeVisible();
  await priya.goto(`${levain.url}${withQuery(paths.settingsActivity(), { deeds: "helping" })}`);
  await expect(priya.getByText("My first week; Thursday?")).toBeVisible();
  await accessible(priya);
});
