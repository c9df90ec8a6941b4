import type { Browser, Page } from "@playwright/test";
import { expect, test as journeys, type Levain } from "@tests/support/levain";

type People = { as: (name: string, options?: { script?: boolean }) => Promise<Page> };

/** A Levain open to everybody that no other file shares, and a browser for each person who is asked for. */
const test = journeys.extend<People, { opened: Levain }>({
  opened: [
    async ({ levain }, use) => {
      await levain.sql`update launch_state set stage = 'general'`;
      await levain.sql`update person set locale = 'en'`;
      await use(levain);
    },
    { scope: "worker" },
  ],
  as: async ({ browser, opened, signInAs }, use) => {
    await use(async (name, { script = true } = {}) => {
      const page = await newPage(browser, opened.url, script);
      await signInAs(page.context(), `${name}@demo.levain.example`);
      return page;
    });
  },
});

test.describe.configure({ mode: "serial" });

async function newPage(browser: Browser, url: string, script: boolean): Promise<Page> {
  const context = await browser.newContext({
    baseURL: url,
    locale: "en-GB",
    timezoneId: "Europe/Paris",
    viewport: { width: 1280, height: 900 },
    javaScriptEnabled: script,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  return context.newPage();
}

const TOM = "tom.ashworth";
const MALIK = "malik.benali";
const NADIA = "nadia.lefevre";

async function publish(page: Page, kind: string, title: string, fill: () => Promise<void>): Promise<void> {
  await page.goto("/spaces/shop-floor/compose");
  await page.getByRole("radio", { name: kind, exact: true }).check();
  await page.getByLabel("Title").fill(title);
  await fill();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

async function menu(page: Page, verb: string): Promise<void> {
  await page.getByLabel("More about this post").click();
  await page.getByRole("menuitem", { name: verb }).click();
}

test("a question gets its answer, and the lists say so", async ({ as, accessible }) => {
  const [tom, nadia] = [await as(TOM), await as(NADIA)];
  await publish(tom, "Question", "Which glue holds at 300 degrees?", () =>
    tom.getByLabel("Text").fill("The strip of the deck oven lets go."),
  );
  const address = new URL(tom.url()).pathname;
  await nadia.goto(address);
  await nadia.getByLabel("Your comment").fill("Silicone, the red one.");
  await nadia.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(nadia.getByText("Your comment is there.")).toBeVisible();
  await expect(nadia.getByRole("button", { name: "Accept as answer" })).toHaveCount(0);
  await tom.goto(address);
  await tom.getByRole("button", { name: "Accept as answer" }).click();
  const answer = tom.getByRole("region", { name: "Accepted answer" });
  await expect(answer).toContainText("Silicone, the red one.");
  await accessible(tom);
  await answer.getByRole("link", { name: "Read it in the conversation" }).click();
  await expect(tom).toHaveURL(/#c-/);
  await tom.goto("/spaces/shop-floor");
  await expect(tom.getByRole("listitem").filter({ hasText: "Which glue holds" })).toContainText("answered");
});

test("kind signs are given in place and taken back, by the keyboard too", async ({ as, accessible }) => {
  const nadia = await as(NADIA);
  await nadia.goto("/spaces/shop-floor");
  await nadia.getByRole("link", { name: "Which glue holds at 300 degrees?" }).click();
  const article = nadia.getByRole("article").first();
  await article.getByText("React", { exact: true }).focus();
  await nadia.keyboard.press("Enter");
  await expect(article.getByRole("button", { name: "Thanks" })).toBeFocused();
  await nadia.keyboard.press("Enter");
  await expect(article.getByRole("button", { name: "Thanks 1" })).toHaveAttribute("aria-pressed", "true");
  await nadia.keyboard.press("Escape");
  await expect(article.getByText("React", { exact: true })).toBeFocused();
  await accessible(nadia);
  await nadia.reload();
  await article.getByRole("button", { name: "Thanks 1" }).click();
  await expect(article.getByRole("button", { name: "Thanks 1" })).toHaveCount(0);
});

test("a poll without a script: asked, answered, changed", async ({ as, accessible }) => {
  const tom = await as(TOM, { script: false });
  await publish(tom, "Poll", "Which hall first?", async () => {
    await expect(tom.getByLabel("Starts")).toBeHidden();
    await tom.getByLabel("Answers to choose from").fill("North\nSouth");
  });
  const address = new URL(tom.url()).pathname;
  await tom.getByRole("radio", { name: "North" }).check();
  await tom.getByRole("button", { name: "Answer", exact: true }).click();
  const poll = tom.getByRole("region", { name: "Poll" });
  await expect(poll).toContainText("1 person answered.");
  await poll.getByText("Change my answer").click();
  await tom.getByRole("radio", { name: "South" }).check();
  await tom.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(poll.getByRole("progressbar", { name: "South" })).toHaveAttribute("aria-valuetext", /^1 voice/);
  const nadia = await as(NADIA);
  await nadia.goto(address);
  await expect(nadia.getByRole("button", { name: "Answer", exact: true })).toBeVisible();
  await accessible(nadia);
});

test("an event is read by one's own clock, and goes into the calendar", async ({ as, accessible }) => {
  const tom = await as(TOM);
  await publish(tom, "Event", "Gasket morning", async () => {
    await tom.getByLabel("Starts").fill("2031-07-01T09:00");
    await tom.getByLabel("By the clock of").selectOption("Europe/London");
    await tom.getByLabel("Place").fill("Leeds, bay 3");
  });
  const box = tom.getByRole("region", { name: "When and where" });
  await expect(box).toContainText("10:00");
  await expect(box).toContainText("Leeds, bay 3");
  await accessible(tom);
  const download = tom.waitForEvent("download");
  await box.getByRole("link", { name: "Add to my calendar" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.ics$/);
  const file = await tom.request.get((await box.getByRole("link", { name: /calendar/ }).getAttribute("href")) ?? "");
  expect(await file.text()).toContain("DTSTART:20310701T080000Z");
});

test("an announcement is said to be read, and its author alone sees who has not", async ({ as, accessible }) => {
  const [malik, tom] = [await as(MALIK), await as(TOM)];
  await publish(malik, "Announcement", "Hall two is closed on Friday", async () => {
    await malik.getByLabel("Text").fill("The floor is painted.");
    await malik.getByRole("checkbox", { name: /Ask readers to say/ }).check();
  });
  const address = new URL(malik.url()).pathname;
  await tom.goto(address);
  await tom.getByRole("button", { name: "I have read this" }).click();
  await expect(tom.getByText("You have read this.")).toBeVisible();
  await expect(tom.getByText("1 person has read this.")).toBeVisible();
  await malik.goto(address);
  await malik.getByRole("link", { name: "Who has not read it yet" }).click();
  await expect(malik.getByText(/^1 of the/)).toBeVisible();
  await expect(malik.getByRole("link", { name: "Tom Ashworth" })).toHaveCount(0);
  await accessible(malik);
});

test("what was said before stays to be read, and an edit that came too late loses nothing", async ({
  as,
  accessible,
}) => {
  const tom = await as(TOM);
  await publish(tom, "Discussion", "How we count", () => tom.getByLabel("Text").fill("We count on Monday."));
  const address = new URL(tom.url()).pathname;
  const late = await as(TOM);
  await late.goto(`${address}/edit`);
  await tom.goto(`${address}/edit`);
  await tom.getByLabel("Text").fill("We count on Tuesday.");
  await tom.getByRole("button", { name: "Save" }).click();
  await tom.getByRole("link", { name: /^edited/ }).click();
  await expect(tom.locator("del")).toContainText(["went", "Monday"]);
  await expect(tom.locator("ins")).toContainText(["Came", "Tuesday"]);
  await accessible(tom);
  await late.getByLabel("Text").fill("We count on Wednesday.");
  await late.getByRole("button", { name: "Save" }).click();
  await expect(late.getByText(/Another version was saved/).first()).toBeVisible();
  await expect(late.getByLabel("Text")).toHaveValue("We count on Wednesday.");
  await late.getByRole("checkbox", { name: /Put my words/ }).check();
  await late.getByRole("button", { name: "Save" }).click();
  await expect(late.getByText("We count on Wednesday.")).toBeVisible();
});

test("for a minute it is taken back: published, said, removed, with and without a script", async ({ as }) => {
  for (const script of [true, false]) {
    const tom = await as(TOM, { script });
    await publish(tom, "Discussion", "Too early", () => tom.getByLabel("Text").fill("Not finished"));
    await tom.getByRole("button", { name: "Undo" }).click();
    await expect(tom).toHaveURL(/\/compose/);
    if (script) await expect(tom.getByLabel("Text")).toHaveValue("Not finished");
    await tom.goto("/spaces/shop-floor");
    await expect(tom.getByRole("link", { name: "Too early" })).toHaveCount(0);
    await tom.getByRole("link", { name: "How we count" }).click();
    await tom.getByLabel("Your comment").fill("A slip");
    await tom.getByRole("button", { name: "Comment", exact: true }).click();
    await tom.getByRole("button", { name: "Undo" }).click();
    await expect(tom.getByText("Nobody has answered yet.")).toBeVisible();
    await tom.goto(`${new URL(tom.url()).pathname}?remove=post`);
    await tom.getByRole("button", { name: "Remove" }).click();
    await expect(tom.getByText("“How we count” is removed.")).toBeVisible();
    await tom.getByRole("button", { name: "Undo" }).click();
    await expect(tom.getByRole("heading", { level: 1, name: "How we count" })).toBeVisible();
  }
});

test("an owner locks, puts first and moves; whoever keeps a post finds it under Saved", async ({ as, accessible }) => {
  const [malik, tom] = [await as(MALIK), await as(TOM)];
  await malik.goto("/spaces/shop-floor");
  await malik.getByRole("link", { name: "How we count" }).click();
  await expect(malik.getByRole("heading", { level: 1, name: "How we count" })).toBeVisible();
  const address = new URL(malik.url()).pathname;
  await menu(malik, "Put first in the space");
  await expect(malik.getByText("first here")).toBeVisible();
  await menu(malik, "Lock the conversation");
  await malik.getByLabel("Why").fill("It goes on at the stand-up.");
  await malik.getByRole("button", { name: "Lock", exact: true }).click();
  await expect(malik.getByText("This conversation is locked: It goes on at the stand-up.")).toBeVisible();
  await malik.goto("/spaces/shop-floor");
  await expect(malik.getByRole("main").getByRole("heading", { level: 2 }).first()).toHaveText("How we count");
  await accessible(malik);
  await tom.goto(address);
  await expect(tom.getByLabel("Your comment")).toHaveCount(0);
  await menu(tom, "Keep for later");
  await menu(tom, "Copy the link");
  await expect(tom.getByRole("menuitem", { name: "Link copied" })).toBeVisible();
  expect(await tom.evaluate(() => navigator.clipboard.readText())).toContain(address);
  await tom.goto("/saved");
  await expect(tom.getByRole("link", { name: "How we count" })).toBeVisible();
  await accessible(tom);
  await malik.goto(`${address}/move`);
  await malik.getByLabel("Where to").selectOption({ label: "Hosts · Animateurs" });
  await malik.getByRole("button", { name: "See what that means" }).click();
  await expect(malik.getByText(/people who read it now will not read it there/)).toBeVisible();
  await accessible(malik);
  await malik.getByRole("button", { name: "Move it" }).click();
  await expect(malik).toHaveURL(new RegExp(address));
  await expect(malik.getByRole("link", { name: "Hosts · Animateurs" }).first()).toBeVisible();
  await tom.goto("/saved");
  await expect(tom.getByRole("link", { name: "How we count" })).toHaveCount(0);
});
