import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "@playwright/test";
import { expect, test } from "@tests/support/levain";

test.describe.configure({ mode: "serial" });

const GRACE = "grace.okafor@demo.levain.example";

/** What Grace and a colleague once wrote to a mailing list. */
const ARCHIVE = [
  `From grace Mon Mar  3 09:12:00 2025`,
  `From: Grace Okafor <${GRACE}>`,
  "Date: Mon, 03 Mar 2025 09:12:00 +0000",
  "Subject: [ovens] A stone that cracks",
  "Message-ID: <one@list.example>",
  "",
  "The second stone cracked this winter. Who has seen this?",
  "",
  "From daniel Mon Mar  3 10:40:00 2025",
  "From: Daniel Price <daniel.price@demo.levain.example>",
  "Date: Mon, 03 Mar 2025 10:40:00 +0000",
  "Subject: Re: [ovens] A stone that cracks",
  "Message-ID: <two@list.example>",
  "In-Reply-To: <one@list.example>",
  "",
  "> The second stone cracked this winter. Who has seen this?",
  "",
  "Heat it slowly on Mondays: an hour at 120.",
  "",
].join("\n");

/** Signs in as anybody would: through the company's sign-in, which lets one choose whom to be in the demo. */
async function signInThroughSso(page: Page, name: string): Promise<void> {
  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByRole("button", { name: /sign in/i }).click();
  await page.getByRole("button", { name: new RegExp(name) }).click();
}

async function newPage(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, locale: "en-GB", viewport: { width: 1280, height: 900 } });
  return context.newPage();
}

test("from a mail archive to a stage flip and a vote", async ({ browser, levain, accessible }) => {
  const grace = await newPage(browser, levain.url);
  const claire = await newPage(browser, levain.url);

  await test.step("the archive is read into seeded people and threads", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "levain-archive-"));
    const file = path.join(folder, "list.mbox");
    writeFileSync(file, ARCHIVE);
    const report = JSON.parse(await levain.command("import", "mbox", file, "--space", "oven-care", "--json"));
    expect(report).toMatchObject({ read: 2, imported: 2, threads: 1, comments: 1, refused: [] });
    const again = JSON.parse(await levain.command("import", "mbox", file, "--space", "oven-care", "--json"));
    expect(again).toMatchObject({ read: 2, imported: 0, duplicates: 2 });
    rmSync(folder, { recursive: true });
  });

  await test.step("an employee signs in, lands in the waiting room, and asks to come in", async () => {
    await signInThroughSso(grace, "Grace Okafor");
    await expect(grace).toHaveURL(/\/waiting/);
    await expect(grace.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(grace.locator("body")).not.toContainText("A stone that cracks");
    await accessible(grace);
    await grace.getByRole("textbox").first().fill("To hear what the service team hears.");
    await grace.getByRole("button", { name: /ask/i }).click();
    await expect(grace.getByRole("button", { name: /back/i })).toBeVisible();
  });

  await test.step("an admin reads the gates; one that does not hold refuses the flip", async () => {
    await signInThroughSso(claire, "Claire Fontaine");
    await claire.context().addCookies([{ name: "levain-locale", value: "en", url: levain.url }]);
    await levain.sql`update person set locale = 'en' where display_name = 'Claire Fontaine'`;
    await claire.goto("/launch");
    await expect(claire.getByText("4 people are invited. It takes 5.")).toBeVisible();
    await accessible(claire);
    const answer = await claire.request.post("/form/launch.flip", {
      headers: { accept: "application/json", origin: levain.url },
      form: { to: "founding", version: "1", confirm: "yes", _back: "/launch", _to: "/launch" },
    });
    const { refusal } = await answer.json();
    expect([answer.status(), refusal.code]).toEqual([412, "not-yet"]);
    expect(refusal.fields.override).toHaveLength(1);
  });

  await test.step("the admin invites her from the queue at the door", async () => {
    await claire.goto("/launch/invitations");
    await accessible(claire);
    const row = claire.getByRole("listitem").filter({ hasText: "To hear what the service team hears." });
    await row.getByRole("button", { name: /invite/i }).click();
    await expect(row).toBeHidden();
    await expect(claire.getByRole("listitem").filter({ hasText: GRACE })).toBeVisible();
  });

  await test.step("she rehearses and opens the founding circle", async () => {
    await claire.goto("/launch/rehearsal/founding");
    await expect(claire.getByText(/5 people would gain entry/)).toBeVisible();
    await accessible(claire);
    await claire.getByRole("checkbox").check();
    await claire.getByRole("button", { name: /^Open .* now$/ }).click();
    await expect(claire).toHaveURL(/\/launch\?done=flip/);
    await expect(claire.getByText(/5 people gained entry/)).toBeVisible();
    await claire.goto("/launch/history");
    await expect(claire.getByText("Groundwork → Founding circle")).toBeVisible();
    await accessible(claire);
  });

  await test.step("she signs in again, and what she once mailed is hers", async () => {
    await grace.goto("/waiting");
    await expect(grace).toHaveURL(`${levain.url}/`);
    await expect(grace.getByText(/invited/i).first()).toBeVisible();
    await grace.getByRole("link", { name: "My profile" }).click();
    await expect(grace.getByRole("heading", { level: 1 })).toHaveText("Grace Okafor");
    await expect(grace.getByRole("link", { name: "A stone that cracks" })).toBeVisible();
    await accessible(grace);
  });

  await test.step("she reads the thread, answers, and writes a post of her own", async () => {
    await grace.getByRole("link", { name: "A stone that cracks" }).click();
    await expect(grace.getByText("Heat it slowly on Mondays: an hour at 120.")).toBeVisible();
    await accessible(grace);
    await grace.getByRole("textbox", { name: "Your comment" }).fill("Still true, **two winters** later.");
    await grace.getByRole("button", { name: "Comment", exact: true }).click();
    await expect(grace.locator("strong", { hasText: "two winters" })).toBeVisible();
    await grace.goto("/spaces/shop-floor");
    await accessible(grace);
    await grace.getByRole("button", { name: "Join" }).click();
    await expect(grace.getByRole("button", { name: "Leave" })).toBeVisible();
    await grace.getByRole("link", { name: "Write" }).click();
    await accessible(grace);
    await grace.getByRole("textbox", { name: /Title/ }).fill("Which bakers test with us in January?");
    await grace.getByRole("textbox", { name: /Text/ }).fill("I know two in Harrogate.");
    await grace.getByRole("button", { name: "Publish" }).click();
    await expect(grace.getByRole("heading", { level: 1 })).toHaveText("Which bakers test with us in January?");
  });

  await test.step("she edits her profile", async () => {
    await grace.goto("/settings/profile");
    await accessible(grace);
    await grace.getByRole("textbox", { name: /About you/ }).fill("I sell ovens to people who rise at three.");
    await grace.getByRole("button", { name: "Save the profile" }).click();
    await expect(grace.getByText("I sell ovens to people who rise at three.")).toBeVisible();
  });

  await test.step("she suggests an idea and votes for another", async () => {
    await grace.goto("/boards/this-place");
    await accessible(grace);
    await grace.getByRole("link", { name: "Suggest an idea" }).click();
    await accessible(grace);
    await grace.getByRole("textbox", { name: /In one line/ }).fill("One page with every stone we sell");
    await grace
      .getByRole("textbox", { name: /What it is about/ })
      .fill("When a baker calls I want the stone's number.");
    await grace.getByRole("button", { name: "Suggest" }).click();
    await expect(grace.getByRole("heading", { level: 1 })).toHaveText("One page with every stone we sell");
    await accessible(grace);
    await grace.goto("/boards/this-place");
    await grace.getByRole("link", { name: "Traduire un message d’un clic" }).click();
    await grace.getByText("Do you need this too?").click();
    await grace.getByRole("textbox", { name: /Your case/ }).fill("Half of our tenders are in French.");
    await grace.getByRole("button", { name: "Vote", exact: true }).click();
    await expect(grace.getByText("Half of our tenders are in French.").first()).toBeVisible();
    const [row] = await levain.sql`
      select vote_count, (select count(*)::int from idea_vote v where v.idea_id = i.id) as votes
      from idea i join conversation c on c.id = i.id where c.title = 'Traduire un message d’un clic'`;
    expect(row).toEqual({ vote_count: 4, votes: 4 });
  });

  await test.step("the host answers and moves the idea, and she sees it", async () => {
    const hannah = await newPage(browser, levain.url);
    await signInThroughSso(hannah, "Hannah Whitfield");
    await hannah.goto("/boards/this-place?order=newest");
    await hannah.getByRole("link", { name: "One page with every stone we sell" }).click();
    await hannah.getByRole("combobox", { name: /Where does it stand/ }).selectOption("not-now");
    await hannah.getByRole("button", { name: "Answer", exact: true }).click();
    await expect(hannah.getByText(/needs a reason/i).last()).toBeVisible();
    await hannah.getByRole("combobox", { name: /Where does it stand/ }).selectOption("planned");
    await hannah.getByRole("textbox", { name: /Your words/ }).fill("Antoine brings the list on Thursday.");
    await hannah.getByLabel(/By which day/).fill("2031-05-06");
    await hannah.getByRole("button", { name: "Answer", exact: true }).click();
    await expect(hannah.getByText("Antoine brings the list on Thursday.").first()).toBeVisible();
    await grace.goto("/");
    await expect(grace.getByText("One page with every stone we sell")).toBeVisible();
    await expect(grace.getByText("Planned").first()).toBeVisible();
    await accessible(grace);
    await grace.getByRole("link", { name: "One page with every stone we sell" }).first().click();
    await expect(grace.getByText("Antoine brings the list on Thursday.").first()).toBeVisible();
  });
});
