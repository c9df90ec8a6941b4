import type { Browser, BrowserContext, Page } from "@playwright/test";
import { expect } from "@tests/support/levain";
import { PEOPLE, test } from "@tests/support/pages";
import { paths } from "@/paths";

const PRIYA = "priya.nair@demo.levain.example";
const BOARD = "this-place";

type SignIn = (context: BrowserContext, email: string) => Promise<void>;
type Seat = { script?: boolean; width?: number };

async function as(
  browser: Browser,
  signInAs: SignIn,
  email: string,
  { script = true, width = 1280 }: Seat = {},
): Promise<Page> {
  const viewport = { width, height: 900 };
  const context = await browser.newContext({ javaScriptEnabled: script, locale: "en-GB", viewport });
  await signInAs(context, email);
  return context.newPage();
}

/** Suggests an idea as a member does, and gives its id. */
async function suggest(page: Page, url: string, title: string): Promise<string> {
  await page.goto(`${url}${paths.suggest(BOARD)}`);
  await page.getByRole("textbox", { name: "In one line" }).fill(title);
  await page.locator("textarea[name='body']").fill("Every day I look twice.");
  await page.getByRole("button", { name: "Suggest", exact: true }).click();
  await page.waitForURL(/\/ideas\/[\da-f-]{36}/);
  return /ideas\/([\da-f-]{36})/.exec(page.url())?.[1] ?? "";
}

/** What is told comes a moment later. */
async function told(page: Page, url: string, sentence: string): Promise<void> {
  await expect(async () => {
    await page.goto(`${url}${paths.notices()}`);
    await expect(page.getByText(sentence).first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
}

const isWide = (page: Page) =>
  page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) > document.documentElement.clientWidth);

test.beforeEach(async ({ levain, named }) => {
  expect(named.space).toBe("shop-floor");
  await levain.sql`update person set locale = 'en'`;
});

test("a host joins two doubles: everybody counts once and is told; taken apart, both stand as before", async ({
  browser,
  levain,
  signInAs,
  accessible,
}) => {
  const [tom, priya] = [await as(browser, signInAs, PEOPLE.member), await as(browser, signInAs, PRIYA)];
  const one = await suggest(tom, levain.url, "French labels on the bread ovens");
  const into = await suggest(priya, levain.url, "Labels in French on the bread ovens");
  await levain.sql`insert into idea_vote (idea_id, person_id, need, voted_at)
    select ${into}, person_id, 'blocked', now() from person_address where address = ${PEOPLE.member}`;
  await levain.sql`update idea set vote_count = 2, blocked_count = 1 where id = ${into}`;

  const hannah = await as(browser, signInAs, PEOPLE.host);
  await hannah.goto(`${levain.url}${paths.boardsDoubles()}`);
  await accessible(hannah);
  const pair = hannah.getByRole("listitem").filter({ hasText: "French labels on the bread ovens" });
  await pair.getByRole("link", { name: "Look closer" }).click();
  await expect(hannah.getByText("2 people want it then. One voted for both and counts once.")).toBeVisible();
  await accessible(hannah);
  await hannah.getByRole("textbox", { name: "A word to those who wanted it" }).fill("One wish, twice said.");
  await hannah.getByRole("button", { name: "Join them" }).click();
  await expect(hannah.getByRole("heading", { name: "Labels in French on the bread ovens" })).toBeVisible();
  await expect(hannah.getByRole("heading", { name: "2 people want this" })).toBeVisible();
  await expect(hannah.getByRole("heading", { name: "Joined with it" })).toBeVisible();
  await accessible(hannah);

  await told(tom, levain.url, "joined an idea that you stand behind with this one");
  await tom.goto(`${levain.url}${paths.idea(one)}`);
  await expect(tom.getByText("“One wish, twice said.”")).toBeVisible();
  await accessible(tom);
  await tom.getByRole("link", { name: "Labels in French on the bread ovens" }).click();
  await tom.locator("textarea[name='body']").fill("On the doors, please.");
  await tom.getByRole("button", { name: "Comment" }).click();
  await expect(tom.getByText("On the doors, please.")).toBeVisible();

  await hannah.getByRole("button", { name: /^Take them apart: “French labels/ }).click();
  await expect(hannah.getByRole("heading", { name: "Joined with it" })).toBeHidden();
  await expect(hannah.getByText("On the doors, please.")).toBeVisible();
  await tom.goto(`${levain.url}${paths.ideaHistory(one)}`);
  await expect(tom.getByText("Taken apart from")).toBeVisible();
  await accessible(tom);
});

test("a member follows an idea by hand, hears of the answer once, and hears no more when she says so", async ({
  browser,
  levain,
  named,
  signInAs,
}) => {
  await levain.sql`delete from idea_vote where idea_id = ${named.idea} and person_id =
    (select person_id from person_address where address = ${PRIYA})`;
  const priya = await as(browser, signInAs, PRIYA);
  await priya.goto(`${levain.url}${paths.idea(named.idea)}`);
  await priya.getByRole("button", { name: "Follow it" }).click();
  await expect(priya.getByText("You hear where it stands and what is said.")).toBeVisible();
  const hannah = await as(browser, signInAs, PEOPLE.host);
  await hannah.goto(`${levain.url}${paths.idea(named.idea)}`);
  await hannah.getByText("Answer again").click();
  await hannah.getByRole("textbox", { name: "Your words" }).fill("We have begun to measure.");
  await hannah.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(hannah.getByText("We have begun to measure.")).toBeVisible();
  await told(priya, levain.url, "answered an idea that you follow");
  await priya.goto(`${levain.url}${paths.idea(named.idea)}`);
  await priya.getByRole("button", { name: "Hear nothing" }).click();
  await expect(priya.getByText("You hear nothing of it.")).toBeVisible();
});

test("a host triages by keyboard alone", async ({ browser, levain, signInAs, accessible }) => {
  const tom = await as(browser, signInAs, PEOPLE.member);
  const title = "A lamp over the scales";
  await suggest(tom, levain.url, title);
  await levain.sql`update conversation set created_at = now() - interval '30 days' where title = ${title}`;
  await levain.sql`update idea set created_at = now() - interval '30 days', waiting_since = now() - interval '30 days'
    from conversation c
    where c.id = idea.id and c.title = ${title}`;
  const hannah = await as(browser, signInAs, PEOPLE.host);
  await hannah.goto(`${levain.url}${paths.boardsDesk()}`);
  await accessible(hannah);
  await expect(hannah.getByText(/waited longer for an answer than the board promises/).first()).toBeVisible();
  const row = hannah.getByRole("listitem").filter({ hasText: title });
  await expect(row.getByText("Waits too long")).toBeVisible();
  const link = hannah.getByRole("link", { name: title, exact: true });
  await expect(async () => {
    await hannah.keyboard.press("j");
    await expect(link).toBeFocused({ timeout: 200 });
  }).toPass();
  await hannah.keyboard.press("r");
  const status = hannah.getByRole("combobox", { name: "Where does it stand?" });
  await expect(status).toBeFocused();
  await accessible(hannah);
  await hannah.keyboard.press("n");
  await expect(status).toHaveValue("not-now");
  await hannah.keyboard.press("Tab");
  await expect(async () => {
    await hannah.keyboard.press("Tab");
    await expect(hannah.getByRole("textbox", { name: "Your words" })).toBeFocused({ timeout: 200 });
  }).toPass();
  await hannah.keyboard.type("The scales move next month.");
  await expect(async () => {
    await hannah.keyboard.press("Tab");
    await expect(hannah.getByRole("button", { name: "Answer", exact: true })).toBeFocused({ timeout: 200 });
  }).toPass();
  await hannah.keyboard.press("Enter");
  await expect(row).toBeHidden();
});

test("a host drags a card on the roadmap, and does the same without dragging and without a script", async ({
  browser,
  levain,
  signInAs,
  accessible,
}) => {
  const [card] = await levain.sql<{ id: string; title: string }[]>`select i.id, c.title from idea i
    join conversation c using (id) where i.status = 'under-review' and i.removed_at is null limit 1`;
  const { id = "", title = "" } = card ?? {};
  const hannah = await as(browser, signInAs, PEOPLE.host);
  await hannah.goto(`${levain.url}${paths.roadmap()}`);
  await accessible(hannah);
  const column = (page: Page, name: string) => page.getByRole("region", { name });
  await expect(async () => {
    await hannah.locator(`#card-${id}`).dragTo(column(hannah, "In progress"));
    await expect(column(hannah, "In progress").getByRole("link", { name: title, exact: true })).toBeVisible({
      timeout: 2000,
    });
  }).toPass();
  await expect(
    hannah.getByRole("status").filter({ hasText: `“${title}” stands in “In progress” now.` }),
  ).toBeAttached();

  // What needs a day is asked for in the card.
  await hannah.locator(`#card-${id}`).dragTo(column(hannah, "Planned"));
  await expect(hannah.getByRole("combobox", { name: "Where does it stand?" })).toHaveValue("planned");
  await accessible(hannah);
  await hannah.getByLabel("By which day?").fill("2099-01-01");
  await hannah.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(column(hannah, "Planned").getByRole("link", { name: title, exact: true })).toBeVisible();

  const plain = await as(browser, signInAs, PEOPLE.host, { script: false });
  await plain.goto(`${levain.url}${paths.roadmap()}`);
  await plain.getByRole("link", { name: `Move to: “${title}”` }).click();
  await plain.getByRole("combobox", { name: "Where does it stand?" }).selectOption("in-preview");
  await plain.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(column(plain, "In preview").getByRole("link", { name: title, exact: true })).toBeVisible();
  await plain.getByRole("link", { name: `Move to: “${title}”` }).click();
  await plain.getByRole("button", { name: "Higher" }).click();
  await expect(plain.getByRole("button", { name: "Higher" })).toBeVisible();
});

test("on a phone and without a script the desk, the doubles, the roadmap and an idea have all their verbs", async ({
  browser,
  levain,
  named,
  signInAs,
  accessible,
}) => {
  const hannah = await as(browser, signInAs, PEOPLE.host, { script: false, width: 390 });
  const tom = await as(browser, signInAs, PEOPLE.member);
  const title = "A shelf by the door";
  await suggest(tom, levain.url, title);
  await hannah.goto(`${levain.url}${paths.boardsDesk()}?order=newest`);
  expect(await isWide(hannah)).toBe(false);
  await hannah.getByRole("link", { name: `Weigh: value and effort of “${title}”` }).click();
  await hannah.getByRole("combobox", { name: "Value, 1 to 5" }).selectOption("4");
  await hannah.getByRole("textbox", { name: "What it would bring" }).fill("Nobody stumbles");
  await hannah.getByRole("button", { name: "Note it" }).click();
  await expect(hannah.getByText("Nobody stumbles")).toBeVisible();
  await hannah.getByText("Your views").click();
  await hannah.getByRole("textbox", { name: "Name of this view" }).fill("Fresh ones");
  await hannah.getByRole("button", { name: "Keep this view" }).click();
  await expect(hannah.getByRole("link", { name: "Fresh ones" })).toHaveAttribute("href", /order=newest/);
  const file = await hannah.request.get(`${levain.url}${paths.boardsDeskFile()}?order=newest`);
  expect(await file.text()).toContain("Nobody stumbles");
  for (const path of [paths.boardsDoubles(), paths.roadmap(), paths.idea(named.idea), paths.mergeIdea(named.idea)]) {
    await hannah.goto(`${levain.url}${path}`);
    expect(await isWide(hannah), path).toBe(false);
    await expect(hannah.locator("main h1")).toBeVisible();
  }
  await hannah.goto(`${levain.url}${paths.idea(named.idea)}`);
  await hannah.getByRole("textbox", { name: "A note to the other hosts" }).fill("Ask the works council.");
  await hannah.getByRole("button", { name: "Note it" }).click();
  await expect(hannah.getByText("Ask the works council.")).toBeVisible();
  await tom.goto(`${levain.url}${paths.idea(named.idea)}`);
  await expect(tom.getByText("The hosts are talking this over.")).toBeVisible();
  await expect(tom.getByText("Ask the works council.")).toHaveCount(0);
  await accessible(tom);
});
