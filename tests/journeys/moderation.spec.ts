import type { Browser, BrowserContext, Page } from "@playwright/test";
import { expect } from "@tests/support/levain";
import { PEOPLE, test } from "@tests/support/pages";
import { paths } from "@/paths";

type SignIn = (context: BrowserContext, email: string) => Promise<void>;

async function as(browser: Browser, signInAs: SignIn, email: string): Promise<Page> {
  const context = await browser.newContext({ locale: "en-GB" });
  await signInAs(context, email);
  return context.newPage();
}

test.beforeEach(async ({ levain, named }) => {
  expect(named.ownPost).not.toBe("");
  await levain.sql`update person set locale = 'en'`;
});

test("a reader reports, a host hides, brings back and removes, and the author reads why", async ({
  browser,
  levain,
  named,
  signInAs,
  accessible,
}) => {
  const at = (path: string) => `${levain.url}${path}`;
  const sophie = await as(browser, signInAs, "sophie.garnier@demo.levain.example");
  await sophie.goto(at(paths.post(named.ownPost)));
  const title = (await sophie.getByRole("heading", { level: 1 }).textContent()) ?? "";
  await sophie.getByRole("link", { name: "Report", exact: true }).first().click();
  await expect(sophie.getByRole("heading", { name: "Report to the hosts" })).toBeVisible();
  await accessible(sophie);
  await sophie.getByRole("radio", { name: "Harassment or threats" }).check();
  await sophie.getByRole("textbox", { name: "What should the hosts know?" }).fill("The third line.");
  await sophie.getByRole("button", { name: "Send to the hosts" }).click();
  await expect(sophie.getByText("The hosts have it. You need do nothing more.")).toBeVisible();
  await accessible(sophie);

  const host = await as(browser, signInAs, PEOPLE.host);
  await host.goto(at(paths.moderation()));
  await accessible(host);
  await host.getByRole("link", { name: `Conversation “${title}”` }).click();
  await expect(host.getByText("The third line.")).toBeVisible();
  await accessible(host);
  const decide = async (verb: string, reason: string) => {
    await host.getByText(verb, { exact: true }).first().click();
    const form = host.getByRole("form", { name: verb });
    await form.getByRole("textbox", { name: "Reason" }).fill(reason);
    await form.getByRole("button", { name: verb }).click();
    await expect(host.getByText(reason)).toBeVisible();
  };
  await decide("Hide while it is looked at", "Let us talk first.");
  await sophie.goto(at(paths.post(named.ownPost)));
  await expect(sophie.getByText("This is hidden by a host while it is looked at.")).toBeVisible();
  await accessible(sophie);
  await sophie.goto(at(paths.latest()));
  await expect(sophie.getByRole("link", { name: title })).toHaveCount(0);

  await decide("Bring back", "Nothing in it.");
  await sophie.goto(at(paths.post(named.ownPost)));
  await expect(sophie.getByRole("heading", { level: 1, name: title })).toBeVisible();

  await decide("Remove", "On second thought it names a customer.");
  await sophie.goto(at(`${paths.search()}?q=${encodeURIComponent(`"${title}"`)}`));
  await expect(sophie.getByRole("link", { name: title })).toHaveCount(0);
  const tom = await as(browser, signInAs, PEOPLE.member);
  await tom.goto(at(paths.wordsOfHosts()));
  await expect(tom.getByText("On second thought it names a customer.")).toBeVisible();
  await expect(tom.getByText("Your words were removed")).toBeVisible();
  await expect(tom.getByText("Sophie")).toHaveCount(0);
  await accessible(tom);
  await decide("Bring back", "For the other walks.");
});
